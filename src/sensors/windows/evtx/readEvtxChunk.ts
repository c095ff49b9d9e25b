import type { Fields } from '../../fields.ts';

import { readChunkHeader } from './chunkHeader.ts';
import { Unreadable } from './cursor.ts';
import { findRecords } from './findRecords.ts';
import type { Found } from './findRecords.ts';
import { readEventTree } from './readEventTree.ts';
import type { ParsedChunk } from './readFragment.ts';

/** A record of a chunk as a tree like that of evtx_dump, or the reason why it cannot be read. */
export type EvtxRecord =
  { readonly kind: 'VALUE'; readonly value: Fields } | { readonly kind: 'FAILED'; readonly reason: string };

/** The records of a chunk in their order, and the number of the last one; null if there is none. */
export type EvtxChunk = { readonly records: readonly EvtxRecord[]; readonly lastNumber: number | null };

/**
 * Reads the records of one chunk of an EVTX file: 64 KiB that do not depend on other chunks. `numberBefore` is that of the last record
 * before the chunk, and finds the records of a chunk without a header.
 *
 * If the checksum of a chunk is wrong, each record is judged by itself, so that damage costs only the records that it concerns.
 *
 * https://github.com/libyal/libevtx/blob/main/documentation/Windows%20XML%20Event%20Log%20(EVTX).asciidoc
 */
export const readEvtxChunk = (chunk: Buffer, numberBefore: number | null = null): EvtxChunk => {
  const header = readChunkHeader(chunk, numberBefore);
  const parsed: ParsedChunk = { chunk, isIntact: header.isIntact, templates: new Map() };
  const found = findRecords(chunk, header);
  const last = found.findLast((one) => one.kind === 'RECORD');
  return {
    records: found.flatMap((one) => read(parsed, one)),
    lastNumber: last?.kind === 'RECORD' ? last.number : null,
  };
};

/** The header of a record: magic, size, number, time of writing. */
const HEADER_BYTES = 24;
const SIZE_BYTES = 4;

const read = (parsed: ParsedChunk, found: Found): readonly EvtxRecord[] => {
  if (found.kind === 'LOST') {
    return Array.from({ length: found.count }, () => ({ kind: 'FAILED', reason: found.reason }));
  }
  try {
    // The number and time of the header are not those of the event in files that were exported with a filter.
    const value = readEventTree(parsed, found.at + HEADER_BYTES, found.end - SIZE_BYTES);
    return [{ kind: 'VALUE', value }];
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return [{ kind: 'FAILED', reason: UNREADABLE }];
  }
};

const UNREADABLE = 'a damaged EVTX record: its binary XML cannot be read';
