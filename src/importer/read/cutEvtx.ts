import { readEvtxChunk } from '../../sensors/windows/readEvtxChunk.ts';

import type { Cutter, RawRecord } from './rawRecord.ts';

/** The first bytes of an EVTX file. */
export const EVTX_MAGIC = Buffer.from('ElfFile\0');

const HEADER_BYTES = 4096;
const CHUNK_BYTES = 65_536;
const CHUNK_MAGIC = Buffer.from('ElfChnk\0');

/** Splits a Windows event log file (EVTX) into records, chunk by chunk. The line of a record is its number in the file, starting at 1. */
export const makeEvtxCutter = (): Cutter => {
  let kept = Buffer.alloc(0);
  let toSkip = HEADER_BYTES;
  let place = 0;

  const fail = (reason: string): RawRecord => {
    place += 1;
    return { kind: 'FAILED', line: place, reason };
  };
  const cut = (chunk: Buffer): readonly RawRecord[] => {
    // A chunk that was never written to: the file grows by a megabyte at a time.
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
