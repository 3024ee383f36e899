import type { ErrorCode } from "yaml";

interface Words {
  readonly message: string;
  readonly hint: string;
}

const quoteIt = "put the text in quotes";
const indentation = "indent keys of one map alike, two spaces a level";
const flowClosing = "close what was opened: every [ with ], every { with }, every quote with the same quote";
const noTricks = "write the value plainly";

/**
 * What the parser's error codes mean to someone who writes a configuration. The parser's own messages quote the
 * text around the error, which may be a key, so they are never shown.
 */
export const syntaxWords: Readonly<Record<ErrorCode, Words>> = {
  ALIAS_PROPS: { message: "an alias has an anchor or a tag of its own", hint: noTricks },
  BAD_ALIAS: { message: "an alias without a name", hint: `${quoteIt}: a value that starts with * is an alias` },
  BAD_COLLECTION_TYPE: {
    message: "a tag that does not fit the value",
    hint: "delete the tag, the word that starts with !",
  },
  BAD_DIRECTIVE: { message: "not a directive of YAML", hint: "delete the line that starts with %" },
  BAD_DQ_ESCAPE: {
    message: "not an escape of double-quoted text",
    hint: "use single quotes, in which a backslash is only a backslash",
  },
  BAD_INDENT: { message: "the indentation fits no map or list above", hint: `${indentation}; ${flowClosing}` },
  BAD_PROP_ORDER: { message: "an anchor or a tag in the wrong place", hint: noTricks },
  BAD_SCALAR_START: { message: "text cannot start with this character", hint: quoteIt },
  BLOCK_AS_IMPLICIT_KEY: {
    message: "a second key and colon on one line",
    hint: `start a new line for the second key, or ${quoteIt}`,
  },
  BLOCK_IN_FLOW: { message: "an indented block inside of [ ] or { }", hint: "write it in one of the two styles" },
  DUPLICATE_KEY: { message: "a key is written twice", hint: "delete one of the two lines" },
  IMPOSSIBLE: { message: "this cannot be read", hint: noTricks },
  KEY_OVER_1024_CHARS: { message: "a key is longer than 1024 characters", hint: flowClosing },
  MISSING_CHAR: { message: "a character is missing", hint: `write a colon after a key; ${flowClosing}` },
  MULTILINE_IMPLICIT_KEY: {
    message: "a key goes over several lines",
    hint: `${indentation}; write a colon after a key`,
  },
  MULTIPLE_ANCHORS: { message: "a value has two anchors", hint: "delete one of the words that start with &" },
  MULTIPLE_DOCS: {
    message: "a second document starts here",
    hint: "delete this line: a file describes one deployment",
  },
  MULTIPLE_TAGS: { message: "a value has two tags", hint: "delete the words that start with !" },
  NON_STRING_KEY: { message: "a key is not plain text", hint: "write the key as one word" },
  RESOURCE_EXHAUSTION: { message: "maps and lists are nested too deeply", hint: "a deployment needs six levels" },
  TAB_AS_INDENT: { message: "a tab is used as indentation", hint: "indent with spaces" },
  TAG_RESOLVE_FAILED: {
    message: "a tag that has no meaning here",
    hint: `delete the word that starts with !, or ${quoteIt}`,
  },
  UNEXPECTED_TOKEN: { message: "something stands where nothing can stand", hint: `${quoteIt}; ${indentation}` },
};
