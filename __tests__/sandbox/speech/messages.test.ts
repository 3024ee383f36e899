import fc from "fast-check";
import { createAssembler, toMessages } from "../../../lib/sandbox/speech/carrier/messages";

const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 300 });
const language = fc.constantFrom("en-US", "de-DE", "zh-CN-sichuan");
const utterance = fc.record({ text, language });

type Whole = { readonly text: string; readonly language: string };

/** Every utterance that the assembler reports as whole. */
function wholes(payloads: readonly Uint8Array[]): readonly Whole[] {
  const assembler = createAssembler();
  return payloads.flatMap((payload) => {
    const heard = assembler.accept(payload)?.utterance;
    return heard?.isWhole ? [{ text: heard.text, language: heard.language }] : [];
  });
}

const payloadsOf = (spoken: Whole): Uint8Array[] => toMessages(spoken, "wide").map(({ payload }) => payload);

test("any text of any script comes back exactly, with its language", () => {
  fc.assert(fc.property(utterance, (spoken) => expect(wholes(payloadsOf(spoken))).toEqual([spoken])));
});

test("no message has more than 51 bytes, and the pieces never cut a character", () => {
  fc.assert(
    fc.property(utterance, (spoken) => {
      const messages = toMessages(spoken, "narrow");
      expect(messages.every(({ payload }) => payload.length <= 51)).toBe(true);
      expect(messages.map((message) => message.text).join("")).toBe(spoken.text);
      expect(messages.every((message) => !message.text.includes("\ufffd"))).toBe(true);
    }),
  );
});

test("pieces end at the ends of words", () => {
  const sentence = "The train to Leeds leaves at nine, and the one to London leaves at a quarter past ten.";
  const pieces = toMessages({ text: sentence, language: "en-US" }, "wide").map((message) => message.text);
  expect(pieces).toEqual([
    "The train to Leeds leaves at nine,",
    " and the one to London leaves at a quarter",
    " past ten.",
  ]);
});

test("each message tells all text so far, and only the last that it is whole", () => {
  const assembler = createAssembler();
  const heard = payloadsOf({ text: `${"word ".repeat(25)}end`, language: "en-US" }).map(
    (payload) => assembler.accept(payload)?.utterance,
  );
  expect(heard.map((part) => part?.isWhole)).toEqual([false, false, false, true]);
  expect(heard.map((part) => part?.text.length)).toEqual([34, 74, 114, 128]);
});

test("lost, repeated or swapped messages never give a text that was not spoken", () => {
  const several = fc.array(utterance, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(several, fc.infiniteStream(fc.nat(9)), (spoken, choices) => {
      const payloads = spoken.flatMap(payloadsOf).flatMap((payload) => {
        const choice = Number(choices.next().value);
        return choice === 0 ? [] : choice === 1 ? [payload, payload] : [payload];
      });
      const swapAt = Number(choices.next().value) % Math.max(1, payloads.length - 1);
      const [first, second] = [payloads[swapAt], payloads[swapAt + 1]];
      if (first !== undefined && second !== undefined) payloads.splice(swapAt, 2, second, first);
      for (const whole of wholes(payloads)) expect(spoken).toContainEqual(whole);
    }),
  );
});

test("a message with any changed byte is not accepted", () => {
  fc.assert(
    fc.property(utterance, fc.nat(50), fc.integer({ min: 1, max: 255 }), (spoken, place, change) => {
      const [payload = new Uint8Array()] = payloadsOf(spoken);
      const damaged = Uint8Array.from(payload);
      const at = place % damaged.length;
      damaged[at] = (damaged[at] ?? 0) ^ change;
      expect(createAssembler().accept(damaged)).toBeUndefined();
    }),
  );
});

test("random bytes are no messages", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 140 }), (bytes) => expect(createAssembler().accept(bytes)).toBeUndefined()),
  );
});

test("when another utterance begins, the unfinished one is reported broken", () => {
  const [beginning = new Uint8Array()] = payloadsOf({ text: "one two three ".repeat(9), language: "en-US" });
  const assembler = createAssembler();
  assembler.accept(beginning);
  expect(assembler.isPending()).toBe(true);
  const [other = new Uint8Array()] = payloadsOf({ text: "short", language: "en-US" });
  expect(assembler.accept(other)).toMatchObject({ broken: true, utterance: { text: "short", isWhole: true } });
});

test("a text that needs more than 4096 messages is refused, not cut", () => {
  expect(() => toMessages({ text: "x".repeat(180_000), language: "en-US" }, "wide")).toThrow("too long");
});
