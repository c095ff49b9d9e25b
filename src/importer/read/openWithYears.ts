import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { makeYearWalk } from '../../sensors/linux/yearWalk.ts';
import type { YearWalk } from '../../sensors/linux/yearWalk.ts';

import type { Limits } from './containers/limits.ts';
import { peek } from './containers/peek.ts';
import type { Buffers } from './containers/peek.ts';
import { contentOfFile } from './contentOfFile.ts';
import { findFirstYearOf, hasYearlessLines } from './lineYears.ts';
import { STANDARD_INPUT } from './openInput.ts';
import type { FindUntil } from './rotation.ts';

/** How the years of lines without one are found. */
export type YearOptions = {
  /** The year of the first line, as the user states it; null to find it. */
  readonly given: number | null;
  /** Returns by when the lines of the file were written, in milliseconds of Unix time. */
  readonly findUntil: FindUntil;
};

/** The content of a file, or of a member of an archive. */
type Content = { readonly file: string; readonly name: string; readonly content: Buffers };

type Options = {
  readonly signal: AbortSignal;
  readonly limits: Limits;
  readonly years: YearOptions | undefined;
};

/** The content, and the years of its lines, which are known when its first piece is read. */
type OpenedWithYears = { readonly content: Buffers; readonly findWalk: () => YearWalk | null };

/**
 * Finds the years of a content. If its lines have none, it is read twice, because only the last line shows in which year the first one is. What
 * cannot be read twice is copied to a temporary file.
 */
export const openWithYears = (
  { file, name, content }: Content,
  { signal, limits, years }: Options,
): OpenedWithYears => {
  let walk = years === undefined ? null : makeYearWalk(years.given);
  if (years === undefined || years.given !== null) return { content, findWalk: () => walk };
  async function* readTwice({ findUntil }: YearOptions): Buffers {
    const { first, all } = await peek(content, ({ length }) => length >= BEGINNING_BYTES);
    if (!hasYearlessLines(first)) {
      yield* all;
      return;
    }
    const untilMs = await findUntil(name);
    if (name === file && (await isRegular(file))) {
      walk = makeYearWalk(await findFirstYearOf(contentOfFile(file, signal, limits), untilMs));
      yield* all;
      return;
    }
    const folder = await mkdtemp(join(tmpdir(), 'sessionscope-input-'));
    try {
      const copy = join(folder, 'input');
      const failure = await writeAll(all, copy);
      walk = makeYearWalk(await findFirstYearOf(createReadStream(copy), untilMs));
      for await (const piece of createReadStream(copy, { highWaterMark: BLOCK_BYTES, signal })) {
        yield piece as Buffer;
      }
      if (failure !== null) throw failure.error;
    } finally {
      await rm(folder, { recursive: true });
    }
  }
  return { content: readTwice(years), findWalk: () => walk };
};

/** Enough to see some lines. */
const BEGINNING_BYTES = 4096;
const BLOCK_BYTES = 131_072;

/** Writes what can be read; returns why the rest cannot be read, or null. */
const writeAll = async (content: Buffers, copy: string): Promise<{ readonly error: Error } | null> => {
  const handle = await open(copy, 'w');
  try {
    for (;;) {
      const next = await content.next().catch((error: unknown) => ({ error }));
      if ('error' in next) {
        return { error: next.error instanceof Error ? next.error : new Error(String(next.error)) };
      }
      if (next.done === true) return null;
      await handle.appendFile(next.value);
    }
  } finally {
    await handle.close();
  }
};

/** A pipe can be read only once. */
const isRegular = async (file: string): Promise<boolean> =>
  file !== STANDARD_INPUT && (await stat(file)).isFile();
