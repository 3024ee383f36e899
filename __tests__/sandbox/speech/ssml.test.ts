import fc from "fast-check";
import { parseSsml } from "../../../lib/sandbox/speech/ssml";
import { anything, containing } from "./support/matchers";

const speak = (inside: string): string =>
  `<speak version='1.0' xmlns='http://www.w3.org/2001/10/synthesis' xmlns:mstts='http://www.w3.org/2001/mstts' xml:lang='en-US'>${inside}</speak>`;
const voice = (inside: string, name = "en-US-AriaNeural"): string => `<voice name='${name}'>${inside}</voice>`;
const text = (words: string, language = "en-US", name = "en-US-AriaNeural") => ({
  kind: "text",
  text: words,
  voice: name,
  language,
});

test.each([
  [
    "what the SDK wraps around plain text",
    voice("Hello &lt;world&gt; &amp; &apos;you&apos;"),
    [text("Hello <world> & 'you'")],
  ],
  ["white space", voice("\n  Good\n  morning.  \n"), [text("Good morning.")]],
  ["prosody", voice("Say <prosody rate='+20%' pitch='low' volume='soft'>this</prosody> now"), [text("Say this now")]],
  ["an element of Microsoft's", voice("<mstts:express-as style='cheerful'>Yes</mstts:express-as>"), [text("Yes")]],
  ["CDATA", voice("<![CDATA[a < b]]>"), [text("a < b")]],
  ["paragraphs and sentences", voice("<p><s>One.</s><s>Two.</s></p>"), [text("One. Two.")]],
  [
    "two voices",
    voice("One") + voice("Two", "en-US-GuyNeural"),
    [text("One"), text("Two", "en-US", "en-US-GuyNeural")],
  ],
  [
    "a break in seconds",
    voice("One<break time='2s'/>Two"),
    [text("One"), { kind: "break", milliseconds: 2000 }, text("Two")],
  ],
  ["a break in milliseconds", voice('<break time="150ms"/>'), [{ kind: "break", milliseconds: 150 }]],
  ["a break by strength", voice("<break strength='strong'/>"), [{ kind: "break", milliseconds: 1000 }]],
  ["a break without more", voice("<break/>"), [{ kind: "break", milliseconds: 750 }]],
  ["a break that is too long", voice("<break time='90s'/>"), [{ kind: "break", milliseconds: 20_000 }]],
  [
    "another language within",
    voice("Say <lang xml:lang='de-DE'>Guten Tag</lang> now"),
    [text("Say"), text("Guten Tag", "de-DE"), text("now")],
  ],
  ["the language of a voice element", `<voice name='x' xml:lang='fr-FR'>Oui</voice>`, [text("Oui", "fr-FR", "x")]],
])("reads %s", (_, inside, parts) => {
  expect(parseSsml(speak(inside))).toMatchObject({ ok: true, document: { parts } });
});

test("names each voice once, in its order", () => {
  const result = parseSsml(speak(voice("a", "B") + voice("b", "A") + voice("c", "B")));
  expect(result.ok && result.document.voices).toEqual(["B", "A"]);
});

test.each([
  ["an empty document", ""],
  ["plain text", "Hello"],
  ["another root", "<html/>"],
  ["an element that is not closed", "<speak><voice name='x'>a</speak>"],
  ["two roots", "<speak><voice name='x'>a</voice></speak><speak/>"],
  ["a bare ampersand", speak(voice("you & me"))],
  ["an attribute that is given twice", "<speak><voice name='x' name='y'>a</voice></speak>"],
  ["a prefix without a namespace", "<speak><voice name='x'><mstts:silence/></voice></speak>"],
  ["an entity of its own", "<!DOCTYPE speak [<!ENTITY a 'aa'>]><speak><voice name='x'>&a;</voice></speak>"],
  ["no voice", speak("<p/>")],
  ["text outside of a voice", speak("Hello")],
  ["a voice without a name", speak("<voice>Hello</voice>")],
  ["a voice inside a voice", speak(voice(voice("Hello")))],
  ["a break that is no time", speak(voice("<break time='long'/>"))],
  ["an unknown strength", speak(voice("<break strength='huge'/>"))],
  ["a language that is none", speak(voice("<lang xml:lang='not a language'>x</lang>"))],
  ["a control character", speak(voice("\u0001"))],
])("refuses %s with a reason", (_, ssml) => {
  const result = parseSsml(ssml);
  expect(result).toEqual({ ok: false, message: anything });
});

test("refuses deep nesting before it takes time", () => {
  const began = performance.now();
  expect(parseSsml("<speak>".repeat(20_000))).toMatchObject({ ok: false, message: containing("64") });
  expect(performance.now() - began).toBeLessThan(1000);
});

test("any text that is escaped comes back with its white space folded", () => {
  const words = fc.string({ unit: "grapheme", maxLength: 80 }).filter((value) => !/[\p{Cc}\ufffe\uffff]/u.test(value));
  fc.assert(
    fc.property(words, (value) => {
      const escaped = value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
      const result = parseSsml(speak(voice(escaped)));
      const spoken = result.ok
        ? result.document.parts.map((part) => (part.kind === "text" ? part.text : ""))
        : undefined;
      const folded = value.replace(/\s+/gu, " ").trim();
      expect(spoken).toEqual(folded === "" ? [] : [folded]);
    }),
  );
});

test("1,000 random or damaged documents are answered, none throws", () => {
  const whole = speak(voice("Hello <prosody rate='fast'>you</prosody><break time='1s'/>") + voice("Bye"));
  const damaged = fc
    .tuple(fc.nat(whole.length), fc.nat(12), fc.string({ maxLength: 8 }))
    .map(([at, removed, added]) => whole.slice(0, at) + added + whole.slice(at + removed));
  const pieces = fc.array(
    fc.constantFrom(
      "<speak>",
      "</speak>",
      "<voice name='x'>",
      "</voice>",
      "<break/>",
      "&#0;",
      "&lt;",
      "<!--",
      "-->",
      "]]>",
      "<?",
      "a",
      " ",
    ),
    { maxLength: 20 },
  );
  const document = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    damaged,
    pieces.map((list) => list.join("")),
  );
  fc.assert(
    fc.property(document, (ssml) => expect(typeof parseSsml(ssml).ok).toBe("boolean")),
    { numRuns: 1000 },
  );
});
