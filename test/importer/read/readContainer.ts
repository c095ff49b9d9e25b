import { expect } from '@jest/globals';

import { LIMITS } from '../../../src/importer/read/containers/limits.ts';
import { readRecords } from '../../../src/importer/read/readRecords.ts';

import { LOG } from '../../support/packedLog.ts';
import { writeFile } from '../importing.ts';

export const LINES = LOG.trimEnd().split('\n');

type Read = {
  /** The records of each file, by the part of its name that follows the file. */
  readonly records: Readonly<Record<string, readonly unknown[]>>;
  readonly problems: readonly string[];
  readonly bytes: number;
};

/** Reads a file named `x`. */
export const read = async (content: Buffer, limits = LIMITS): Promise<Read> => {
  const path = writeFile(content, 'x');
  const records: Record<string, unknown[]> = {};
  const problems: string[] = [];
  let bytes = 0;
  const { signal } = new AbortController();
  for await (const block of readRecords(path, { signal, format: null, limits })) {
    const name = `x${block.file.slice(path.length)}`;
    for (const record of block.records) {
      (records[name] ??= []).push(record.kind === 'VALUE' ? record.value : record.reason);
    }
    if (block.problem !== undefined) problems.push(`${name}: ${block.problem}`);
    bytes += block.bytes;
  }
  return { records, problems, bytes };
};

/** Reads content without problems; returns its records by file. */
export const readWhole = async (content: Buffer): Promise<Read['records']> => {
  const { records, problems, bytes } = await read(content);
  expect(problems).toEqual([]);
  expect(bytes).toBe(content.length);
  return records;
};
