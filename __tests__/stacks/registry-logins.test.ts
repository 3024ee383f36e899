import { captions, deployment, planOf } from "../domain/requests";
import { templateOf } from "./synth";

test("a login at a registry takes its password from a sensitive variable, and the user as it is written", () => {
  const registry = { address: "contoso.azurecr.io/mirror", username: "robot${puller}" };
  const template = templateOf(planOf(deployment([captions()], { registry })));
  const json = JSON.parse(template.text) as { readonly output: unknown };
  const variable = "speech_registry_password_contoso_azurecr_io";
  expect(json).toMatchObject({
    provider: {
      docker: [
        {
          registry_auth: [
            { address: "contoso.azurecr.io", username: "robot$${puller}", password: `\${var.${variable}}` },
          ],
        },
      ],
    },
    variable: { [variable]: { type: "string", sensitive: true } },
  });
  expect(JSON.stringify(json.output)).not.toContain(variable);
});
