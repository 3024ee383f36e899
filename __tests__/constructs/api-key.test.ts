import { inspect } from "node:util";
import {
  DefaultTokenResolver,
  StringConcat,
  TerraformStack,
  TerraformVariable,
  Testing,
  Token,
  Tokenization,
} from "cdktf";
import { ConstructProblem, SpeechApiKey } from "../../lib/constructs";

const literal = "0123456789abcdef0123456789abcdef";
const stack = new TerraformStack(Testing.app(), "stack");
const reference = Token.asString(Token.asAny("${azurerm_cognitive_account.speech.primary_access_key}"));
const variable = (id: string, sensitive?: boolean) => new TerraformVariable(stack, id, { type: "string", sensitive });

function thrownBy(action: () => unknown): ConstructProblem {
  try {
    action();
  } catch (thrown) {
    if (ConstructProblem.isConstructProblem(thrown)) {
      return thrown;
    }
  }
  throw new Error("no problem");
}

const resolved = (key: SpeechApiKey) =>
  Tokenization.resolve(key._render(), {
    scope: stack,
    resolver: new DefaultTokenResolver(new StringConcat()),
    preparing: false,
  }) as unknown;

test("a key is a reference that Terraform follows", () => {
  expect(resolved(SpeechApiKey.fromAttribute(reference))).toBe(
    "${azurerm_cognitive_account.speech.primary_access_key}",
  );
  expect(resolved(SpeechApiKey.fromVariable(variable("speech_api_key", true)))).toBe("${var.speech_api_key}");
});

test.each([
  ["a literal", literal],
  ["an empty text", ""],
  ["a reference that is written by hand", "${var.speech_api_key}"],
  ["a literal beside a reference", `${literal}${reference}`],
  ["two references", `${reference}${reference}`],
])("fails for %s, without repeating it", (_, text) => {
  const problem = thrownBy(() => SpeechApiKey.fromAttribute(text));
  expect(problem.problems.map(({ code }) => code)).toEqual(["SPC501"]);
  expect(problem.message).not.toContain(literal);
});

test.each([
  ["not sensitive", false],
  ["silent about it", undefined],
])("fails for a variable that is %s, and names the variable", (text, sensitive) => {
  const problem = thrownBy(() => SpeechApiKey.fromVariable(variable(text.replaceAll(" ", "_"), sensitive)));
  expect(problem.problems.map(({ code }) => code)).toEqual(["SPC502"]);
  expect(problem.message).toContain(`stack/${text.replaceAll(" ", "_")}: 1 problem`);
});

describe("a key that is printed", () => {
  const key = SpeechApiKey.fromAttribute(reference);

  test("fails as a text", () => {
    expect(thrownBy(() => String(key)).problems.map(({ code }) => code)).toEqual(["SPC503"]);
  });

  test("is a placeholder in JSON, and in what Node shows of it at any depth", () => {
    expect(JSON.stringify({ key })).toBe('{"key":"<SpeechApiKey>"}');
    expect(inspect({ account: { key } }, { depth: 9, showHidden: true })).toContain("key: <SpeechApiKey>");
    expect(inspect(key, { showHidden: true, customInspect: false })).not.toContain("Token");
  });
});
