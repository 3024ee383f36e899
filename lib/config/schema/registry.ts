import { z } from "zod";

const ADDRESS = "contoso.azurecr.io/mirror";

/** A registry by its address, or with the user of a login. */
export const registryOf = (description: string) =>
  z
    .union([
      z.string(),
      z.strictObject({
        address: z.string().meta({ description: "Host, with a path if the registry has one.", examples: [ADDRESS] }),
        username: z.string().meta({
          description:
            "User of the login. The password comes from the environment: TF_VAR_speech_registry_password_ and the " +
            "host with _ for dots and colons and __ for hyphens.",
          examples: ["puller"],
        }),
      }),
    ])
    .optional()
    .meta({
      description: `${description} One that wants a login is { address, username }.`,
      examples: [ADDRESS, { address: ADDRESS, username: "puller" }],
    });
