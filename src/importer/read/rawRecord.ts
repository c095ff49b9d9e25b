import { isUtf8 } from 'node:buffer';

/** A record as it was cut out of its input, or what is wrong with it. */
export type RawRecord = { readonly line: number } & (
  { readonly kind: 'VALUE'; readonly value: unknown } | { readonly kind: 'FAILED'; readonly reason: string }
);

/** Cuts pieces of an input into records; keeps what has not ended for the next piece. A value with state. */
export type Cutter = {
  readonly push: (chunk: Buffer) => readonly RawRecord[];
  readonly end: () => readonly RawRecord[];
};

/** A longer record is cut to nothing, so that memory is flat. */
export const MAX_RECORD_BYTES = 16 * 1_048_576;
export const TOO_LONG = `longer than ${MAX_RECORD_BYTES / 1_048_576} MiB`;
export const NOT_UTF8 = 'not UTF-8';

/** Parses JSON. A text that is JSON but not UTF-8 would be read with other characters than were written. */
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
