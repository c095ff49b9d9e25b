import { makeCutter, makeUnknownCutter, recognizeFormat } from './formats.ts';
import type { InputFormat } from './formats.ts';
import { openInput } from './openInput.ts';
import type { Cutter, RawRecord } from './rawRecord.ts';

/** Records that were read together. */
export type RecordBlock = {
  readonly records: readonly RawRecord[];
  /** The number of bytes in the file. */
  readonly bytes: number;
  /** Whether all content that is available so far has been read. */
  readonly isCaughtUp: boolean;
};

export type ReadOptions = {
  readonly signal: AbortSignal;
  /** The format of the file; null to recognize it by its content. */
  readonly format: InputFormat | null;
};

/**
 * Reads the records of a file (or `-`, standard input) in blocks, in constant memory. Text may also be UTF-16, and any file may be compressed
 * with gzip. Content in an unknown format is one failure.
 *
 * @yields blocks of records, in order.
 * @throws errors of the file system and of zlib, and an AbortError when the signal aborts.
 */
export async function* readRecords(
  file: string,
  { signal, format }: ReadOptions,
): AsyncGenerator<RecordBlock> {
  let cutter: Cutter | null = null;
  let beginning = Buffer.alloc(0);
  let waiting = 0;
  for await (const { content, bytes } of openInput(file, signal)) {
    if (cutter !== null) {
      yield { records: cutter.push(content), bytes, isCaughtUp: isDrained(bytes) };
      continue;
    }
    beginning = Buffer.concat([beginning, content]);
    waiting += bytes;
    cutter = findCutter(beginning, format);
    if (cutter === null) continue;
    yield { records: cutter.push(beginning), bytes: waiting, isCaughtUp: isDrained(bytes) };
  }
  const last = cutter ?? chooseCutter(beginning, format);
  const records = cutter === null ? [...last.push(beginning), ...last.end()] : last.end();
  yield { records, bytes: cutter === null ? waiting : 0, isCaughtUp: true };
}

/** A read from a pipe returns less than the pipe's capacity once the reader has caught up with the writer. */
const isDrained = (bytes: number): boolean => bytes < PIPE_BYTES;

const PIPE_BYTES = 65_536;
const ENOUGH_BYTES = 65_536;

/**
 * Creates the cutter as soon as the format can be recognized: once there is a complete line that is not blank, or enough content; null
 * before that.
 */
export const findCutter = (beginning: Buffer, asked: InputFormat | null): Cutter | null => {
  if (beginning.length >= ENOUGH_BYTES) return chooseCutter(beginning, asked);
  if (!beginning.toString('latin1').trimStart().includes('\n')) return null;
  return asked === null ? (recognizeFormat(beginning)?.makeCutter() ?? null) : makeCutter(asked, beginning);
};

/** Creates the cutter of the given format or, if it is null, of the one that the content is recognized as. */
export const chooseCutter = (beginning: Buffer, asked: InputFormat | null): Cutter =>
  asked === null
    ? (recognizeFormat(beginning.subarray(0, ENOUGH_BYTES))?.makeCutter() ?? makeUnknownCutter())
    : makeCutter(asked, beginning);
