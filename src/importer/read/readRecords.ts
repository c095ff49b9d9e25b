import type { YearWalk } from '../../sensors/linux/yearWalk.ts';

import { ContainerError } from './containers/ContainerError.ts';
import { LIMITS } from './containers/limits.ts';
import type { Limits } from './containers/limits.ts';
import type { Buffers } from './containers/peek.ts';
import { findForeignFormat } from './foreignFormats.ts';
import {
  describeUnknown,
  makeCutter,
  makeUnknownCutter,
  recognizeBinary,
  recognizeFormat,
} from './formats.ts';
import type { InputFormat } from './formats.ts';
import { NO_HINTS } from './inputHints.ts';
import type { InputHints } from './inputHints.ts';
import { openInput } from './openInput.ts';
import { openWithYears } from './openWithYears.ts';
import type { YearOptions } from './openWithYears.ts';
import type { Cutter, RawRecord } from './rawRecord.ts';

/** Records that were read together. */
export type RecordBlock = {
  /** The file, or the member of an archive: `evidence.zip/var/log/auth.log`. */
  readonly file: string;
  readonly records: readonly RawRecord[];
  /** The number of bytes in the file of the command line. */
  readonly bytes: number;
  /** Whether all content that is available so far has been read. */
  readonly isCaughtUp: boolean;
  /** Why the rest cannot be read. */
  readonly problem?: string;
  /** The years of the lines up to this block; null if nothing is known about them. */
  readonly years: YearWalk | null;
};

export type ReadOptions = {
  readonly signal: AbortSignal;
  /** The format of the file; null to recognize it by its content. */
  readonly format: InputFormat | null;
  readonly limits?: Limits;
  /** How the years of lines without one are found; they are not found without it. */
  readonly years?: YearOptions | undefined;
  /** What the file does not state. */
  readonly hints?: InputHints;
};

/**
 * Reads the records of a file (or `-`, standard input) in blocks, in constant memory. Text may also be UTF-16. Compressed files are unpacked,
 * and each file in an archive is read as one of its own. Content in an unknown format is one failure.
 *
 * @yields blocks of records, in order. What cannot be read is a block with a problem.
 * @throws an AbortError when the signal aborts.
 */
export async function* readRecords(
  file: string,
  { signal, format, limits = LIMITS, hints = NO_HINTS, years }: ReadOptions,
): AsyncGenerator<RecordBlock> {
  const { members, takeBytes } = openInput(file, signal, limits);
  const failed = (name: string, problem: string): RecordBlock => ({
    file: name,
    records: [],
    bytes: takeBytes(),
    isCaughtUp: true,
    years: null,
    problem,
  });
  let told: Error | null = null;
  try {
    for await (const member of members) {
      if (member.kind === 'UNREADABLE') {
        yield failed(member.name, member.reason);
        continue;
      }
      try {
        const opened = openWithYears({ file, ...member }, { signal, limits, years });
        for await (const block of cutContent(opened.content, { format, hints })) {
          const bytes = takeBytes();
          yield {
            file: member.name,
            records: block.records,
            bytes,
            isCaughtUp: block.isLast || isDrained(bytes),
            years: opened.findWalk(),
          };
        }
      } catch (error) {
        if (!isInputError(error)) throw error;
        told = error;
        yield failed(member.name, error.message);
      }
    }
  } catch (error) {
    if (!isInputError(error)) throw error;
    // An archive fails with the error of its last member.
    if (error !== told) yield failed(file, error.message);
  }
  const bytes = takeBytes();
  if (bytes > 0) yield { file, records: [], bytes, isCaughtUp: true, years: null };
}

/** Whether an error comes from the file system or from a container. */
const isInputError = (error: unknown): error is Error =>
  error instanceof ContainerError || (error instanceof Error && 'syscall' in error);

type CutBlock = { readonly records: readonly RawRecord[]; readonly isLast: boolean };

async function* cutContent(content: Buffers, how: CutterOptions): AsyncGenerator<CutBlock> {
  let cutter: Cutter | null = null;
  let beginning = Buffer.alloc(0);
  try {
    for await (const piece of content) {
      if (cutter !== null) {
        yield { records: cutter.push(piece), isLast: false };
        continue;
      }
      beginning = Buffer.concat([beginning, piece]);
      cutter = findCutter(beginning, how);
      if (cutter !== null) yield { records: cutter.push(beginning), isLast: false };
    }
  } catch (error) {
    if (isInputError(error)) yield { records: breakOff(cutter, beginning, how), isLast: true };
    throw error;
  }
  const last = cutter ?? chooseCutter(beginning, how);
  const records = cutter === null ? [...last.push(beginning), ...last.end()] : last.end();
  yield { records, isLast: true };
}

/** Returns the complete records of a content that breaks off, and that were not returned yet. */
const breakOff = (cutter: Cutter | null, beginning: Buffer, how: CutterOptions): readonly RawRecord[] => {
  if (cutter !== null) return cutter.breakOff?.() ?? [];
  if (beginning.length === 0) return [];
  const last = chooseCutter(beginning, how);
  return [...last.push(beginning), ...(last.breakOff?.() ?? [])];
};

/** A read from a pipe returns less than the pipe's capacity once the reader has caught up with the writer. */
const isDrained = (bytes: number): boolean => bytes < PIPE_BYTES;

const PIPE_BYTES = 65_536;
const ENOUGH_BYTES = 65_536;

/**
 * Creates the cutter as soon as the format can be recognized: once there is a complete line that is not blank, a record of a format without lines,
 * or enough content; null before that.
 */
export const findCutter = (beginning: Buffer, how: CutterOptions): Cutter | null => {
  if (beginning.length >= ENOUGH_BYTES) return chooseCutter(beginning, how);
  const hasLine = beginning.toString('latin1').trimStart().includes('\n');
  if (recognizeBinary(beginning) === null && (how.format === 'utmp' || !hasLine)) return null;
  if (how.format === null && findForeignFormat(beginning) !== null) return chooseCutter(beginning, how);
  return how.format === null
    ? (recognizeFormat(beginning)?.makeCutter(how.hints) ?? null)
    : makeCutter(how.format, beginning, how.hints);
};

export type CutterOptions = {
  readonly format: InputFormat | null;
  readonly hints: InputHints;
};

/** Creates the cutter of the given format or, if it is null, of the one that the content is recognized as. */
export const chooseCutter = (beginning: Buffer, { format, hints }: CutterOptions): Cutter => {
  if (format !== null) return makeCutter(format, beginning, hints);
  const foreign = findForeignFormat(beginning);
  if (foreign !== null) return makeUnknownCutter(foreign);
  return (
    recognizeFormat(beginning.subarray(0, ENOUGH_BYTES))?.makeCutter(hints) ??
    makeUnknownCutter(describeUnknown(beginning))
  );
};
