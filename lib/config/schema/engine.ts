import { z } from "zod";

export const LAST_PORT = 65_535;

/** A number of cores, as engines and sizes have it. */
export const cores = (description: string, example: number) =>
  z.number().gt(0).meta({ description, examples: [example] });

/** An amount of memory, as engines and sizes have it. */
export const memory = (description: string, example: string) =>
  z.union([z.string(), z.number().gt(0)]).meta({
    description: `${description} With a unit: m for mebibytes, g for gibibytes. A bare number is mebibytes.`,
    examples: [example],
  });

export const engine = z
  .strictObject({
    host: z
      .string()
      .optional()
      .meta({
        description: "Address of the Docker Engine: unix://, npipe://, ssh:// or tcp://. Default: the local engine.",
        examples: ["ssh://operator@speech-1.contoso.com"],
      }),
    tls: z
      .strictObject({
        certPath: z.string().meta({
          description: "Folder with ca.pem, cert.pem and key.pem, on the machine that runs Terraform.",
          examples: ["/etc/docker/certs"],
        }),
      })
      .optional()
      .meta({ description: "How a tcp:// engine proves who it is. Required with tcp://, refused with all others.", examples: [{ certPath: "/etc/docker/certs" }] }),
    advertise: z
      .string()
      .optional()
      .meta({
        description:
          "Host name or address under which clients reach the published ports, without scheme and port. " +
          "Default: taken from host; localhost for the local engine.",
        examples: ["speech-1.contoso.com"],
      }),
    cores: cores("Cores that the engine has, checked against the sum of its containers. Default: unchecked.", 32).optional(),
    memory: memory(
      "Memory that the engine has, checked against the sum of its containers and models. Default: unchecked.",
      "64g",
    ).optional(),
    avx2: z
      .boolean()
      .optional()
      .meta({ description: "false: the processor has no AVX2, which is warned of. Default: it is taken to have it.", examples: [true] }),
    reserved: z
      .strictObject({
        ports: z
          .array(z.int().min(1).max(LAST_PORT))
          .optional()
          .meta({ description: "Host ports that no container may take.", examples: [[80, 443, 5001]] }),
        cores: cores("Cores that are kept for other programs.", 2).optional(),
        memory: memory("Memory that is kept for other programs.", "8g").optional(),
      })
      .optional()
      .meta({
        description: "What the engine's host keeps for other programs: it is not planned for containers.",
        examples: [{ ports: [80, 443], cores: 2, memory: "8g" }],
      }),
  })
  .meta({ id: "engine", description: "The Docker Engine that runs the containers. Default: the local engine.", examples: [{ host: "ssh://operator@speech-1.contoso.com" }, { cores: 32, memory: "64g" }] });
