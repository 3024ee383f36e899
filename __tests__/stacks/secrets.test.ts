import { deployment, captions, planOf } from "../domain/requests";
import { templateOf } from "./synth";

const settings = { applicationInsights: true };
const proxy = { http: "http://proxy:8888", authenticated: true };

test("a stack has a sensitive variable for each secret of its containers, under a published name", () => {
  const containers = [captions({ settings }), captions({ name: "other", port: 5001, settings, proxy })];
  const template = templateOf(planOf(deployment(containers)));
  expect(template.top("variable")).toEqual({
    speech_application_insights_key: {
      type: "string",
      sensitive: true,
      description: "The instrumentation key of Application Insights",
    },
    speech_proxy_credentials: {
      type: "string",
      sensitive: true,
      description: "user:password at the proxy of the containers",
    },
  });
  expect(template.arguments("docker_container.other")["env"]).toEqual(
    expect.arrayContaining([
      "HTTP_PROXY_CREDS=${var.speech_proxy_credentials}",
      "ApplicationInsights__InstrumentationKey=${var.speech_application_insights_key}",
    ]),
  );
});

test("a stack without secrets beside its key has no variables", () => {
  expect(templateOf(planOf(deployment([captions({ proxy: { http: "http://proxy:8888" } })]))).top("variable")).toEqual(
    {},
  );
});
