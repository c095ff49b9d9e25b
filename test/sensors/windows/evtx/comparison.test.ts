import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import * as evtx from '@ts-evtx/core';

import { parseEventXml } from '../../../../src/sensors/windows/parseEventXml.ts';

import { readValues } from './readValues.ts';

// Real logs of third parties, which are not part of this project; the tests are skipped when the folder does not exist.
const FOLDER = join(process.cwd(), '../shared/realdata/windows-evtx');
const describeReal = existsSync(FOLDER) ? describe : describe.skip;

/** The used part of the other reader. Its own types import files without extensions, which the compiler cannot resolve. */
type OtherReader = {
  readonly BinaryReader: new (bytes: Uint8Array) => object;
  readonly ChunkHeader: new (
    reader: object,
    offset: number,
  ) => { readonly records: () => Iterable<{ readonly renderXml: () => string }> };
};
const { BinaryReader, ChunkHeader } = evtx as unknown as OtherReader;

const readWithOther = (chunk: Buffer): readonly unknown[] =>
  [...new ChunkHeader(new BinaryReader(chunk), 0).records()].map((record) =>
    parseEventXml(record.renderXml()),
  );

const listChunks = (file: Buffer): readonly Buffer[] =>
  Array.from({ length: Math.floor((file.length - 4096) / 65_536) }, (_, index) =>
    file.subarray(4096 + index * 65_536, 4096 + (index + 1) * 65_536),
  ).filter((chunk) => chunk.some((byte) => byte !== 0));

/** The values of a record by their path, in the spelling that both readers share. */
const listTexts = (value: unknown, path = ''): readonly string[] => {
  if (typeof value === 'string') return respell(value) === '' ? [] : [`${path} = ${respell(value)}`];
  return Object.entries(value ?? {}).flatMap(([name, child]) => listTexts(child, `${path}/${name}`));
};

/**
 * The other reader leaves out what XML does not allow, writes white space as a parser of XML leaves it, some hexadecimal numbers as decimal
 * ones, and times to the millisecond.
 */
const respell = (text: string): string => {
  if (/^0x[\da-f]+$/.test(text)) return String(BigInt(text));
  return text
    .replaceAll(/[\s\p{C}]+/gu, ' ')
    .trim()
    .replace(/(T\d\d:\d\d:\d\d\.\d{3})\d{4}Z$/, '$1Z');
};

describeReal('the records of real files are those that another reader finds', () => {
  test.each(existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.evtx')) : [])(
    '%s',
    (name) => {
      const chunks = listChunks(readFileSync(join(FOLDER, name)));
      expect(chunks.length).toBeGreaterThan(0);
      for (const chunk of chunks) {
        const [own, other] = [readValues(chunk), readWithOther(chunk)];
        expect(own).toHaveLength(other.length);
        own.forEach((record, index) => {
          expect(listTexts(record).toSorted()).toEqual(listTexts(other[index]).toSorted());
        });
      }
    },
  );
});
