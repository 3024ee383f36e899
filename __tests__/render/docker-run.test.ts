import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { type ContainerRequest, functionOfRepository } from "../../lib/domain";
import { dockerRun, dockerRunOf } from "../../lib/render";
import { shellWord } from "../../lib/render/shell";
import { seedCommands, seedSentimentCommands } from "../seed-commands";
import { MODEL_ID, captions, containerOf, deployment, planOf, textAnalytics, tone } from "../domain/requests";

const VOLUME_MOUNT = "C:\\CustomSpeech";

/** The commands of the seed document, with their placeholders for model and folder filled in. */
const filledIn = (word: string) => word.replace("{MODEL_ID}", MODEL_ID).replace("{VOLUME_MOUNT}", VOLUME_MOUNT);
const filledCommands = seedCommands.map((command) => ({
  ...command,
  volumes: command.volumes.map(filledIn),
  words: command.words.map(filledIn),
}));

/** What the configs of the four commands have in common; `tag: latest` is what a command without a tag means. */
const likeTheSeed = {
  tag: "latest",
  allowRetired: true,
  address: "0.0.0.0",
  exposed: "as in the document",
  secretsVia: "arguments",
} satisfies Partial<ContainerRequest>;

const configs: Readonly<Record<string, Partial<ContainerRequest>>> = {
  "speech-to-text": { size: "recommended" },
  "custom-speech-to-text": { size: "recommended", modelId: MODEL_ID, mounts: { models: VOLUME_MOUNT } },
  "text-to-speech": { size: "minimum" },
  "custom-text-to-speech": { size: "minimum", modelId: MODEL_ID, mounts: { models: VOLUME_MOUNT } },
};

describe("the commands of the seed document", () => {
  it("are four, one for each function", () => {
    expect(filledCommands.map(({ image }) => functionOfRepository(image)?.function)).toEqual(Object.keys(configs));
  });

  it.each(filledCommands.map((command) => [command.image, command] as const))(
    "equal the plan of %s",
    (image, command) => {
      const name = functionOfRepository(image)?.function ?? "";
      const request = { name: "seed", function: name, port: 5000, ...likeTheSeed, ...configs[name] };
      const planned = dockerRunOf(containerOf(deployment([request], { edition: "2020-05" })));
      expect(planned).toEqual({
        image: `${command.image}:latest`,
        publish: `0.0.0.0:${command.port}`,
        memory: command.memory,
        cpus: command.cpus,
        volumes: command.volumes,
        environment: [],
        words: command.words,
        healthCheck: [],
      });
    },
  );
});

describe("the command of the seed document with sentiment", () => {
  it.each(seedSentimentCommands.map((command) => [command.image, command] as const))(
    "equals the plan of %s",
    (image, command) => {
      const request = { name: "seed", function: "speech-to-text", port: 5000, ...likeTheSeed, sentiment: "cloud" };
      const planned = dockerRunOf(containerOf(deployment([request], { edition: "2020-05", textAnalytics })));
      expect(planned).toEqual({
        image,
        publish: `0.0.0.0:${command.port}`,
        // The document sets no limits here; a plan always does, by default those of the command without sentiment.
        memory: "4g",
        cpus: "4",
        volumes: [],
        environment: [],
        words: command.words,
        healthCheck: [],
      });
      expect(command.words).toHaveLength(5);
    },
  );
});

describe("the docker run commands of a container and its companion", () => {
  const containers = [captions({ sentiment: { container: "tone" } }), tone()];
  const [site] = planOf(deployment(containers, { textAnalytics })).sites;
  const commandOf = (name: string) => {
    const container = site?.containers.find((one) => one.name === name);
    return container && dockerRun(container, 1000, site?.networkName);
  };

  it("put both on one network, under the name by which the one calls the other", () => {
    expect(commandOf("captions")).toContain(" --name contoso-captions --network contoso ");
    expect(commandOf("captions")).toContain("TextAnalyticsHost=http://contoso-tone:5000/text/analytics/v3.0/sentiment");
    expect(commandOf("tone")).toContain(" --name contoso-tone --network contoso ");
  });

  it("name the account that each bills to, and pass no key of the companion's account on", () => {
    expect(commandOf("tone")).toContain(" -e ApiKey={SENTIMENT_APIKEY} ");
    expect(commandOf("tone")).toContain(" Billing={TEXT_ANALYTICS_ENDPOINT_URI}");
    expect(commandOf("captions")).toContain(" -e ApiKey={API_KEY} ");
    expect(commandOf("captions")).not.toContain("{SENTIMENT_APIKEY}");
  });
});

describe("the docker run command", () => {
  it("can be pasted: options, limits, key as environment, image, words", () => {
    expect(dockerRun(containerOf(deployment()))).toBe(
      [
        "docker run -d --restart unless-stopped -p 127.0.0.1:5000:5000 --memory 16g \\",
        "  --memory-swap 16g --cpus 8 -e ApiKey={API_KEY} \\",
        "  mcr.microsoft.com/azure-cognitive-services/speechservices/speech-to-text:4.12.0-amd64-en-us \\",
        "  Eula=accept Billing={ENDPOINT_URI}",
      ].join("\n"),
    );
  });

  it("mounts the model and passes the health check on in the form that a shell reads", () => {
    const request: ContainerRequest = {
      name: "callcenter",
      function: "custom-speech-to-text",
      modelId: MODEL_ID,
      healthCheck: { test: ["CMD", "curl", "-f", "http://localhost:5000/ready?a=b&c"], interval: "60s" },
    };
    const command = dockerRun(containerOf(deployment([request])), 1000);
    expect(command).toContain(` -v contoso-model-${MODEL_ID}:/usr/local/models `);
    expect(command).toContain(" --health-interval 1m0s ");
    expect(command).toContain(` --health-cmd 'curl -f '\\''http://localhost:5000/ready?a=b&c'\\''' `);
  });

  it("stays within its columns, but for words that cannot be broken", () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 120 }), (width) => {
        const lines = dockerRun(containerOf(deployment([captions()])), width).split("\n");
        for (const line of lines.filter((text) => text.length > width)) {
          expect(line.replace(/ \\$/, "").trim().split(" ").length).toBeLessThanOrEqual(3);
        }
      }),
    );
  });
});

describe("a word of a POSIX shell", () => {
  it("reaches the program as it was", () => {
    const words = fc.sample(
      fc.oneof(
        fc.string({ unit: fc.constantFrom(..."ab'\"\\$`!*?{},.. ~#;&|<>()[]=\n\té".split("")) }),
        fc.constantFrom("{a,b}", "{1..3}", "{API_KEY}", "C:\\CustomSpeech", "", "~", "-n", "a b"),
      ),
      { numRuns: 300, seed: 7 },
    );
    const script = `printf '%s\\0' ${words.map(shellWord).join(" ")}`;
    expect(execFileSync("/bin/sh", ["-c", script], { encoding: "utf8" }).split("\0").slice(0, -1)).toEqual(words);
  });
});
