import {
  CHUNK_BYTES,
  CHUNK_HEADER_BYTES,
  findChunk,
  hasChunkMagic,
  readChunkHeader,
} from '../../sensors/windows/evtx/chunkHeader.ts';
import { readEvtxChunk } from '../../sensors/windows/evtx/readEvtxChunk.ts';

import type { Cutter, RawRecord } from './rawRecord.ts';

/** The first bytes of an EVTX file. */
const EVTX_MAGIC = Buffer.from('ElfFile\0');
const HEADER_BYTES = 4096;
/** Of the header: the number of chunks. */
const CHUNK_COUNT = 42;

/** Whether this is the beginning of an EVTX file. Its header may be destroyed. */
export const isEvtx = (beginning: Buffer): boolean =>
  hasFileMagic(beginning) || hasChunkMagic(beginning) || hasChunkMagic(beginning.subarray(HEADER_BYTES));

const hasFileMagic = (bytes: Buffer): boolean => bytes.subarray(0, EVTX_MAGIC.length).equals(EVTX_MAGIC);

/**
 * Splits a Windows event log file (EVTX) into records, chunk by chunk. The line of a record is its number in the file, starting at 1; records
 * that are lost are counted, too. All chunks are read: after a crash, the header of the file states fewer than there are.
 */
export const makeEvtxCutter = (): Cutter => {
  let kept: Buffer = Buffer.alloc(0);
  /** The chunks that the header states and that are not read yet; null until the header is read. */
  let stated: number | null = null;
  let hasCount = false;
  let numberBefore: number | null = null;
  let place = 0;

  const fail = (reason: string): RawRecord => {
    place += 1;
    return { kind: 'FAILED', line: place, reason };
  };
  const readHeader = (): void => {
    if (hasChunkMagic(kept)) stated = 0;
    else if (kept.length >= HEADER_BYTES) {
      stated = hasFileMagic(kept) ? kept.readUInt16LE(CHUNK_COUNT) : 0;
      hasCount = stated > 0;
      kept = kept.subarray(HEADER_BYTES);
    }
  };
  const cut = (chunk: Buffer): readonly RawRecord[] => {
    const isStated = stated !== null && stated > 0;
    stated = Math.max(0, (stated ?? 0) - 1);
    if (isUnused(chunk)) return isStated ? [fail(EMPTY_CHUNK)] : [];
    const { records, lastNumber } = readEvtxChunk(chunk, numberBefore);
    // A full log is overwritten from its beginning, so that the numbers of the next chunk may be lower.
    numberBefore = lastNumber ?? numberBefore;
    // Behind the chunks of a log there may be anything that was on the disk before.
    if (hasCount && !isStated && lastNumber === null && !hasChunkMagic(chunk)) return [];
    return records.map((record) => {
      if (record.kind === 'FAILED') return fail(record.reason);
      place += 1;
      return { ...record, line: place };
    });
  };
  /** Returns how many of the bytes kept are the next chunk: fewer than 64 KiB if some are missing, so that the chunk behind it begins earlier. */
  const sizeOfNext = (): number => {
    if (kept.length < CHUNK_BYTES) return kept.length;
    const { isIntact, usedEnd } = readChunkHeader(kept.subarray(0, CHUNK_BYTES), null);
    const next = findChunk(kept, isIntact ? usedEnd : 1);
    return next > 0 && next < CHUNK_BYTES ? next : CHUNK_BYTES;
  };
  /** Cuts chunks until fewer bytes than this are left. */
  const cutUntil = (bytes: number): readonly RawRecord[] => {
    const records: RawRecord[] = [];
    while (stated !== null && kept.length >= bytes) {
      const size = sizeOfNext();
      records.push(...cut(fill(kept.subarray(0, size))));
      kept = kept.subarray(size);
    }
    kept = Buffer.from(kept);
    return records;
  };

  return {
    push: (piece) => {
      kept = kept.length === 0 ? piece : Buffer.concat([kept, piece]);
      if (stated === null) readHeader();
      // The header of the chunk behind the next one shows whether bytes are missing.
      return cutUntil(CHUNK_BYTES + CHUNK_HEADER_BYTES);
    },
    // The last chunk may be cut off.
    end: () => (stated === null ? [fail(CUT_HEADER)] : cutUntil(1)),
    breakOff: () => cutUntil(1),
  };
};

const CUT_HEADER = 'a damaged EVTX file: it ends within its header';
const EMPTY_CHUNK = 'a damaged EVTX chunk: it is empty, although the header of the file counts it';

const isUnused = (chunk: Buffer): boolean => chunk.every((byte) => byte === 0);

/** Fills a piece with zeros to the size of a chunk. */
const fill = (piece: Buffer): Buffer =>
  piece.length === CHUNK_BYTES ? piece : Buffer.concat([piece], CHUNK_BYTES);
