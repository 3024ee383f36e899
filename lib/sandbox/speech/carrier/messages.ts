import { messageSamples, type Tone } from "./modem";

/** Words as one synthesized utterance carries them. */
export interface Utterance {
  readonly text: string;
  /** BCP 47, such as `en-US`. */
  readonly language: string;
}

/**
 * An utterance is carried by messages of this many bytes at most: a message is known only at its end, so short ones give
 * interim results. Layout: flags and sequence number (2), identity of the utterance (4), checksum (2), text in UTF-8. The first
 * text is preceded by the language and its length. The identity is the CRC-32 of language and text, so that messages of
 * two utterances never mix and the whole is proven at the end.
 */
const MESSAGE_BYTES = 51;
const HEADER_BYTES = 8;
const VERSION = 0x40;
const VERSION_MASK = 0xc0;
const LAST = 0x20;
const NARROW = 0x10;
const SEQUENCE_BITS = 12;

/** Utterances that need more messages are refused: about 100 KB of text. */
const MOST_MESSAGES = 2 ** SEQUENCE_BITS;

/** One message of an utterance with the piece of text that it carries. */
export interface Message {
  readonly payload: Uint8Array;
  readonly text: string;
}

export function toMessages({ text, language }: Utterance, tone: Tone): readonly Message[] {
  const prefix = Buffer.from(` ${language}`);
  prefix[0] = prefix.length - 1;
  const identity = checksum(Buffer.from(`${language}\0${text}`));
  const pieces = split(text, MESSAGE_BYTES - HEADER_BYTES - prefix.length, MESSAGE_BYTES - HEADER_BYTES);
  if (pieces.length > MOST_MESSAGES)
    throw new RangeError(`a text of ${text.length} characters is too long for one utterance`);

  return pieces.map((piece, sequence) => {
    const data = sequence === 0 ? Buffer.concat([prefix, Buffer.from(piece)]) : Buffer.from(piece);
    const payload = Buffer.alloc(HEADER_BYTES + data.length);
    const flags = VERSION | (sequence === pieces.length - 1 ? LAST : 0) | (tone === "narrow" ? NARROW : 0);
    payload.writeUInt16BE((flags << 8) | sequence, 0);
    payload.writeUInt32BE(identity, 2);
    data.copy(payload, HEADER_BYTES);
    payload.writeUInt16BE(messageChecksum(payload), 6);
    return { payload, text: piece };
  });
}

/** What a message adds to the utterances heard so far. */
export interface Heard {
  /** How many samples (at the modem's rate) the message takes. */
  readonly samples: number;
  /** True: an utterance had begun and can never be completed now. */
  readonly broken: boolean;
  /** What is known of the utterance; absent when its beginning was lost. */
  readonly utterance?: Utterance & { readonly isFirst: boolean; readonly isWhole: boolean };
}

export interface Assembler {
  /** Undefined: these bytes are no undamaged message of ours. */
  accept(payload: Uint8Array): Heard | undefined;
  /** True while an utterance has begun and not ended. */
  isPending(): boolean;
  /** Forgets an utterance that has begun. */
  reset(): void;
}

/** Puts messages together in their order; what is not proven whole is never reported as whole. */
export function createAssembler(): Assembler {
  let pending: { readonly identity: number; readonly language: string; text: string; next: number } | undefined;

  return {
    isPending: () => pending !== undefined,
    reset() {
      pending = undefined;
    },
    accept(payload) {
      const message = parse(payload);
      if (message === undefined) return undefined;
      const { samples, sequence, identity, isLast } = message;

      const continues = pending?.identity === identity && pending.next === sequence;
      const broken = pending !== undefined && !continues;
      if (!continues) pending = undefined;
      if (sequence === 0) {
        const languageEnd = 1 + (message.data[0] ?? 0);
        const language = message.data.toString("utf8", 1, languageEnd);
        pending = { identity, language, text: message.data.toString("utf8", languageEnd), next: 1 };
      } else if (pending !== undefined) {
        pending.text += message.data.toString("utf8");
        pending.next++;
      }
      if (pending === undefined) return { samples, broken };

      const { text, language } = pending;
      if (isLast) {
        pending = undefined;
        if (checksum(Buffer.from(`${language}\0${text}`)) !== identity) return { samples, broken: true };
      }
      return { samples, broken, utterance: { text, language, isFirst: sequence === 0, isWhole: isLast } };
    },
  };
}

function parse(bytes: Uint8Array) {
  const payload = Buffer.from(bytes);
  if (payload.length < HEADER_BYTES || payload.length > MESSAGE_BYTES) return undefined;
  const flags = payload.readUInt8(0);
  if ((flags & VERSION_MASK) !== VERSION || payload.readUInt16BE(6) !== messageChecksum(payload)) return undefined;
  return {
    samples: messageSamples(payload.length, flags & NARROW ? "narrow" : "wide"),
    isLast: (flags & LAST) !== 0,
    sequence: payload.readUInt16BE(0) & (MOST_MESSAGES - 1),
    identity: payload.readUInt32BE(2),
    data: payload.subarray(HEADER_BYTES),
  };
}

/** Pieces of at most so many bytes, at the ends of words where possible, never within a character. */
function split(text: string, firstBytes: number, bytes: number): readonly string[] {
  const pieces: string[] = [];
  let piece = "";
  const room = (): number => (pieces.length === 0 ? firstBytes : bytes) - Buffer.byteLength(piece);
  const add = (unit: string): boolean => {
    const fits = Buffer.byteLength(unit) <= room();
    if (fits) piece += unit;
    return fits;
  };
  const next = (): void => {
    pieces.push(piece);
    piece = "";
  };

  for (const word of text.match(/\s*\S+|\s+/gu) ?? []) {
    if (add(word)) continue;
    if (Buffer.byteLength(word) <= bytes && piece !== "") next();
    if (add(word)) continue;
    for (const character of word) {
      if (add(character)) continue;
      next();
      add(character);
    }
  }
  next();
  return pieces;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 (ISO-HDLC); `zlib.crc32` came with Node 20.15 only. */
function checksum(...parts: readonly Uint8Array[]): number {
  let value = 0xffffffff;
  for (const part of parts) for (const byte of part) value = (crcTable[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

function messageChecksum(payload: Buffer): number {
  return checksum(payload.subarray(0, 6), payload.subarray(HEADER_BYTES)) & 0xffff;
}
