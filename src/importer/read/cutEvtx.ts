import { readEvtxChunk } from '../../sensors/windows/readEvtxChunk.ts';

import type { Cutter, RawRecord } from './rawRecord.ts';

/** What an EVTX file begins with. */
export const EVTX_MAGIC = Buffer.from('ElfFile\0');

const HEADER_BYTES = 4096;
const CHUNK_BYTES = 65_536;
const CHUNK_MAGIC = Buffer.from('ElfChnk\0');

/** Cuts the records out of a Windows event log file (EVTX), chunk by chunk; a record's line is its place in the file, from 1. */
export const makeEvtxCutter = (): Cutter => {
  let kept = Buffer.alloc(0);
  let toSkip = HEADER_BYTES;
  let place = 0;

  const fail = (reason: string): RawRecord => {
    place += 1;
    return { kind: 'FAILED', line: place, reason };
  };
  const cut = (chunk: Buffer): readonly RawRecord[] => {
    // What was never written to: the file grows by a megabyte at a time.
    if (isUnused(chunk)) return [];
    const records = chunk.subarray(0, CHUNK_MAGIC.length).equals(CHUNK_MAGIC) ? readEvtxChunk(chunk) : null;
    if (records === null) return [fail('a damaged EVTX chunk')];
    return records.map((value) => {
      if (value === null) return fail('a damaged EVTX record');
      place += 1;
      return { kind: 'VALUE', line: place, value };
    });
  };

  return {
    push: (piece) => {
      const records: RawRecord[] = [];
      let rest = kept.length === 0 ? piece : Buffer.concat([kept, piece]);
      const skipped = Math.min(toSkip, rest.length);
      toSkip -= skipped;
      rest = rest.subarray(skipped);
      for (; rest.length >= CHUNK_BYTES; rest = rest.subarray(CHUNK_BYTES)) {
        records.push(...cut(rest.subarray(0, CHUNK_BYTES)));
      }
      kept = Buffer.from(rest);
      return records;
    },
    end: () => {
      const isWhole = toSkip === 0 && isUnused(kept);
      return isWhole ? [] : [fail('a damaged EVTX chunk')];
    },
  };
};

const isUnused = (chunk: Buffer): boolean => chunk.every((byte) => byte === 0);
