import { isUtf8 } from 'node:buffer';

/** A record as read from its input, or the reason why it cannot be read. */
export type RawRecord = { readonly line: number } & (
  { readonly kind: 'VALUE'; readonly value: unknown } | { readonly kind: 'FAILED'; readonly reason: string }
);

/** Splits the chunks of an input into records. Stateful: it keeps an incomplete record for the next chunk. */
export type Cutter = {
  readonly push: (chunk: Buffer) => readonly RawRecord[];
  readonly end: () => readonly RawRecord[];
};

/** A longer record is discarded, so that memory stays limited. */
export const MAX_RECORD_BYTES = 16 * 1_048_576;
export const TOO_LONG = `longer than ${MAX_RECORD_BYTES / 1_048_576} MiB`;
export const NOT_UTF8 = 'not UTF-8';

/** Parses JSON. JSON that is not UTF-8 is refused, because some characters would be replaced. */
export const parseJsonRecord = (line: number, text: string, damaged: Buffer | null): RawRecord => {
  try {
    const value: unknown = JSON.parse(text);
    return damaged !== null ? { kind: 'FAILED', line, reason: NOT_UTF8 } : { kind: 'VALUE', line, value };
  } catch {
    return { kind: 'FAILED', line, reason: 'not JSON' };
  }
};

export const parseJsonRecordBytes = (line: number, bytes: Buffer): RawRecord =>
  parseJsonRecord(line, bytes.toString('utf8'), isUtf8(bytes) ? null : bytes);

/** Returns the text without the NULs before it. After a crash, a log can have a block of NULs where its last lines were not written. */
export const skipNuls = (text: string): string => {
  let start = 0;
  while (text.charCodeAt(start) === 0) start += 1;
  return start === 0 ? text : text.slice(start);
};
