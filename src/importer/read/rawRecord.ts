import { isUtf8 } from 'node:buffer';

import { decodeText } from './decodeText.ts';
import type { TextEncoding } from './decodeText.ts';

/** A record as read from its input, or the reason why it cannot be read. */
export type RawRecord = { readonly line: number } & (
  | {
      readonly kind: 'VALUE';
      readonly value: unknown;
      /** How text that is not UTF-8 was decoded. */
      readonly encoding?: TextEncoding;
    }
  | { readonly kind: 'FAILED'; readonly reason: string }
);

/** Splits the chunks of an input into records. Stateful: it keeps an incomplete record for the next chunk. */
export type Cutter = {
  readonly push: (chunk: Buffer) => readonly RawRecord[];
  readonly end: () => readonly RawRecord[];
  /** Returns the complete records that still wait, when the input breaks off. Without it, none wait. What may be cut off is left out. */
  readonly breakOff?: () => readonly RawRecord[];
};

/** A longer record is discarded, so that memory stays limited. */
export const MAX_RECORD_BYTES = 16 * 1_048_576;
export const TOO_LONG = `longer than ${MAX_RECORD_BYTES / 1_048_576} MiB`;
/** Tools write a whole list, or an object around one, as one line of JSON. */
export const TOO_LONG_JSON = `${TOO_LONG}; write each record as a line of its own, such as with jq -c '.[]'`;

/** The bytes of a text that is not UTF-8, and the encoding to read them as. */
export type OtherText = { readonly bytes: Buffer; readonly encoding: TextEncoding };

/** Parses JSON. `other` is given when the text is not UTF-8. */
export const parseJsonRecord = (line: number, text: string, other: OtherText | null): RawRecord => {
  try {
    if (other === null) return { kind: 'VALUE', line, value: JSON.parse(text) as unknown };
    const { bytes, encoding } = other;
    return { kind: 'VALUE', line, value: JSON.parse(decodeText(bytes, encoding).text) as unknown, encoding };
  } catch {
    return { kind: 'FAILED', line, reason: 'not JSON' };
  }
};

export const parseJsonRecordBytes = (line: number, bytes: Buffer, encoding: TextEncoding): RawRecord =>
  parseJsonRecord(line, bytes.toString('utf8'), isUtf8(bytes) ? null : { bytes, encoding });

/** Returns the text without the NULs before it. After a crash, a log can have a block of NULs where its last lines were not written. */
export const skipNuls = (text: string): string => {
  let start = 0;
  while (text.charCodeAt(start) === 0) start += 1;
  return start === 0 ? text : text.slice(start);
};
