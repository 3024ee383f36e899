import { captions, codesOf, deployment, planOf, problemOf } from "./requests";

const mirror = { address: "contoso.azurecr.io/mirror", username: "puller" };
const loginsOf = (request: Parameters<typeof planOf>[0]) => planOf(request).sites.map((site) => site.registryLogins);

describe("a login at a registry", () => {
  it("is planned once for each host, with the variable of its password", () => {
    const other = captions({
      name: "other",
      port: 5002,
      registry: { address: "my-registry.example:5000", username: "reader" },
    });
    expect(
      loginsOf(deployment([captions(), captions({ name: "second", port: 5001 }), other], { registry: mirror })),
    ).toEqual([
      [
        {
          address: "contoso.azurecr.io",
          username: "puller",
          passwordVariable: "speech_registry_password_contoso_azurecr_io",
        },
        {
          address: "my-registry.example:5000",
          username: "reader",
          passwordVariable: "speech_registry_password_my__registry_example_5000",
        },
      ],
    ]);
  });

  it("is none where nothing pulls from there, and none without a user", () => {
    expect(loginsOf(deployment([captions({ registry: "b.example" })], { registry: mirror }))).toEqual([[]]);
  });

  it("leaves the image as it is", () => {
    const [site] = planOf(deployment(undefined, { registry: mirror })).sites;
    expect(site?.containers[0]?.image).toMatchObject({
      registry: "contoso.azurecr.io",
      repository: "mirror/azure-cognitive-services/speechservices/speech-to-text",
    });
  });

  it.each(["", "two words", "user:secret", "line\nbreak"])("is refused for the user %p", (username) => {
    expect(codesOf(deployment(undefined, { registry: { ...mirror, username } }))).toEqual(["SPC126 registry.username"]);
  });

  it("has one user for each host of a site, but may differ between sites", () => {
    const second = captions({ name: "second", port: 5001, registry: { ...mirror, username: "other" } });
    expect(problemOf(deployment([captions({ registry: mirror }), second]), "SPC127")).toMatchObject({
      path: "containers.second.registry",
      message: '"contoso.azurecr.io" has the user "other" here and "puller" elsewhere on this site',
    });
    const sites = [
      { name: "leeds", registry: mirror, containers: [captions()] },
      {
        name: "york",
        engine: { host: "ssh://u@york" },
        registry: { ...mirror, username: "o" },
        containers: [captions()],
      },
    ];
    expect(codesOf(deployment([], { layout: "sites", sites }))).toEqual([]);
  });
});
