import { LIMITS } from './containers/limits.ts';
import { findFirstDateOf } from './lineYears.ts';
import { contentOfFile } from './contentOfFile.ts';
import { STANDARD_INPUT } from './openInput.ts';

/** Returns by when the lines of a file were written, in milliseconds of Unix time: at the latest, now. */
export type FindUntil = (file: string) => Promise<number>;

/**
 * Rotation splits one log into files (`auth.log`, `auth.log.1`, `auth.log.2.gz`, or `secure-20261115`). If the next newer file is imported too, the lines of
 * a file were written before the first line of that one.
 */
export const makeFindUntil = (
  files: readonly string[],
  signal: AbortSignal,
  now: () => number,
): FindUntil => {
  const newer = listNewerFiles(files);
  const firsts = new Map<string, Promise<number>>();
  const findUntil: FindUntil = (file) => {
    const next = newer.get(file);
    return next === undefined ? Promise.resolve(now()) : findFirst(next);
  };
  const readFirst = async (file: string): Promise<number> => {
    const untilMs = await findUntil(file);
    return (await findFirstDateOf(contentOfFile(file, signal, LIMITS), untilMs)) ?? untilMs;
  };
  const findFirst = (file: string): Promise<number> => {
    const first = firsts.get(file) ?? readFirst(file);
    firsts.set(file, first);
    return first;
  };
  return findUntil;
};

/** A rotated file. The current file has the age 0, and older ones have higher ages. */
type Rotated = { readonly file: string; readonly log: string; readonly age: number };

/** Lists the next newer file of the same log for each file that has one. */
export const listNewerFiles = (files: readonly string[]): ReadonlyMap<string, string> => {
  const logs = new Map<string, Rotated[]>();
  for (const rotated of files.filter((file) => file !== STANDARD_INPUT).map(parseName)) {
    const others = logs.get(rotated.log);
    if (others === undefined) logs.set(rotated.log, [rotated]);
    else others.push(rotated);
  }
  const newer = new Map<string, string>();
  for (const rotated of logs.values()) {
    const byAge = rotated.toSorted((a, b) => a.age - b.age);
    for (const { file, age } of byAge) {
      const next = byAge.findLast((other) => other.age < age);
      if (next !== undefined) newer.set(file, next.file);
    }
  }
  return newer;
};

const COMPRESSED = /\.(?:gz|xz|zst|bz2)$/;
const NUMBERED = /\.(\d{1,4})$/;
const DATED = /-(20\d{6})$/;
/** Later than any date, so that a later date is a lower age. */
const LAST_DATE = 21_000_000;

const parseName = (file: string): Rotated => {
  const name = file.replace(COMPRESSED, '');
  const number = NUMBERED.exec(name) ?? DATED.exec(name);
  if (number === null) return { file, log: name, age: 0 };
  const value = Number(number[1]);
  const age = number[0].startsWith('-') ? LAST_DATE - value : value;
  return { file, log: name.slice(0, number.index), age };
};
