import { open, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

import { makeYearWalk } from '../../sensors/linux/yearWalk.ts';
import type { YearWalk } from '../../sensors/linux/yearWalk.ts';

import { isAppended, recognizeFormat } from './formats.ts';
import { findContainer } from './containers/findContainer.ts';
import { NO_HINTS } from './inputHints.ts';
import { findFirstYearOf } from './lineYears.ts';
import { findEncoding, STANDARD_INPUT } from './openInput.ts';
import type { Cutter, RawRecord } from './rawRecord.ts';
import type { YearOptions } from './openWithYears.ts';
import { chooseCutter, findCutter } from './readRecords.ts';
import type { ReadOptions, RecordBlock } from './readRecords.ts';

const POLL_MS = 250;
/** How long a renamed file is still read: its writer learns of the rotation only later. */
const ROTATION_GRACE_MS = 2_000;
const BLOCK_BYTES = 1_048_576;
/** How many of the bytes read last are read again, to detect that the file was replaced or truncated. */
const MARK_BYTES = 64;

/**
 * Reads the records of a file and then what is appended to it, until the signal aborts. When another file takes its name, the old one is first
 * read to its end. When it is truncated (logrotate's copytruncate), it is read again from its beginning, and a line of which only a part was read
 * fails, because the rest is in the copy.
 *
 * @yields blocks of records, and an empty block whenever all available content is read.
 * @throws errors of the file system.
 */
export async function* followFile(file: string, options: ReadOptions): AsyncGenerator<RecordBlock> {
  const { signal, years: yearOptions } = options;
  let years: YearWalk | null = null;
  while (!signal.aborted) {
    const handle = await openWhenThere(file, signal);
    if (handle === null) return;
    try {
      // The lines of the next file follow those of this one.
      years ??= yearOptions === undefined ? null : await findYears(handle, file, yearOptions);
      yield* followHandle(handle, file, { ...options, walk: years });
    } finally {
      await handle.close();
    }
  }
}

/** Returns one line per file that cannot be followed, because its format does not grow at its end. */
export const checkFollowable = async (files: readonly string[]): Promise<readonly string[]> => {
  const problems = await Promise.all(
    files.map(async (file) => {
      if (file === STANDARD_INPUT) return [];
      const handle = await open(file);
      try {
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
        const beginning = buffer.subarray(0, bytesRead);
        const kind = findUnfollowable(beginning);
        return kind === null ? [] : [`${file} cannot be followed (${kind}); import it without --follow`];
      } finally {
        await handle.close();
      }
    }),
  );
  return problems.flat();
};

/** Returns the kind of a file that does not grow at its end, by its beginning; null for any other file. */
const findUnfollowable = (beginning: Buffer): string | null => {
  if (findEncoding(beginning) !== null) return 'UTF-16';
  const container = findContainer(beginning);
  if (container !== null) return container;
  const recognized = recognizeFormat(beginning);
  return recognized === null || isAppended(recognized.format) ? null : recognized.format;
};

/** Opens a file as soon as it exists; null when the signal aborts first. */
const openWhenThere = async (file: string, signal: AbortSignal): Promise<FileHandle | null> => {
  for (;;) {
    try {
      return await open(file);
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error) || error.code !== 'ENOENT') throw error;
    }
    if (!(await waitMs(POLL_MS, signal))) return null;
  }
};

/** Follows an open file until another has its name. */
async function* followHandle(
  handle: FileHandle,
  file: string,
  { signal, format, hints = NO_HINTS, walk: years }: ReadOptions & { readonly walk: YearWalk | null },
): AsyncGenerator<RecordBlock> {
  const buffer = Buffer.alloc(MARK_BYTES + BLOCK_BYTES);
  let beginning = Buffer.alloc(0);
  let cutter: Cutter | null = null;
  let position = 0;
  let mark = Buffer.alloc(0);
  let replacedMs: number | null = null;

  const push = (content: Buffer): readonly RawRecord[] => {
    if (cutter !== null) return cutter.push(content);
    beginning = Buffer.concat([beginning, content]);
    cutter = findCutter(beginning, { format, hints });
    return cutter?.push(beginning) ?? [];
  };
  const end = (): readonly RawRecord[] => {
    const last = cutter ?? chooseCutter(beginning, { format, hints });
    return cutter === null ? [...last.push(beginning), ...last.end()] : last.end();
  };

  while (!signal.aborted) {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, position - mark.length);
    if (!buffer.subarray(0, Math.min(bytesRead, mark.length)).equals(mark)) {
      yield { file, records: end().map(failCut), bytes: 0, isCaughtUp: false, years };
      [beginning, cutter, position, mark] = [Buffer.alloc(0), null, 0, Buffer.alloc(0)];
      continue;
    }
    const read = buffer.subarray(mark.length, bytesRead);
    if (read.length > 0) {
      position += read.length;
      yield { file, records: push(Buffer.from(read)), bytes: read.length, isCaughtUp: false, years };
      mark = Buffer.from(buffer.subarray(Math.max(0, bytesRead - MARK_BYTES), bytesRead));
      replacedMs = null;
      continue;
    }
    if (replacedMs !== null && performance.now() - replacedMs > ROTATION_GRACE_MS) break;
    if (await isReplaced(handle, file)) replacedMs ??= performance.now();
    yield { file, records: [], bytes: 0, isCaughtUp: true, years };
    await waitMs(POLL_MS, signal);
  }
  // When the user stops, a line without its end is not a record yet.
  if (!signal.aborted || cutter === null) yield { file, records: end(), bytes: 0, isCaughtUp: false, years };
}

/** Finds the years of the lines that the file has so far. */
const findYears = async (
  handle: FileHandle,
  file: string,
  { given, findUntil }: YearOptions,
): Promise<YearWalk> =>
  makeYearWalk(given ?? (await findFirstYearOf(readAll(handle), await findUntil(file))));

/** Reads a file from its beginning, without moving its position. */
async function* readAll(handle: FileHandle): AsyncGenerator<Buffer> {
  let position = 0;
  for (;;) {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(BLOCK_BYTES), 0, BLOCK_BYTES, position);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    position += bytesRead;
  }
}

/** Whether another file has taken the name. */
const isReplaced = async (handle: FileHandle, file: string): Promise<boolean> => {
  const [own, named] = await Promise.all([handle.stat(), stat(file).catch(() => null)]);
  return named !== null && (named.ino !== own.ino || named.dev !== own.dev);
};

const failCut = ({ line }: RawRecord): RawRecord => ({
  kind: 'FAILED',
  line,
  reason: 'incomplete: its file was truncated',
});

/** Waits; returns false as soon as the signal aborts. */
const waitMs = (ms: number, signal: AbortSignal): Promise<boolean> =>
  sleep(ms, true, { signal }).catch(() => false);
