import { CHUNK_BYTES, CHUNK_HEADER_BYTES, MIN_RECORD_BYTES } from './chunkHeader.ts';
import type { ChunkHeader } from './chunkHeader.ts';

/** A record in its chunk. */
type FoundRecord = {
  readonly kind: 'RECORD';
  readonly number: number;
  readonly at: number;
  readonly end: number;
};

/** A record, or records that are lost. */
export type Found = FoundRecord | { readonly kind: 'LOST'; readonly count: number; readonly reason: string };

const OVERWRITTEN = 'a damaged EVTX record: it is overwritten, cut off or not written yet';
const MIXED = 'a damaged EVTX record: a part of it may be of an older record';

/**
 * Finds the records of a chunk, and counts those that are lost. A record is bounded by a magic, its size, and a copy of the size at its end.
 *
 * Not every record belongs to the log. Windows overwrites a full log from its beginning, so that older records follow the last one. In a copy
 * of a log in use, they are also between newer ones, because the pages of the file were written at different times.
 */
export const findRecords = (chunk: Buffer, header: ChunkHeader): readonly Found[] => {
  const found: Found[] = [];
  let last: FoundRecord | null = null;
  let at = CHUNK_HEADER_BYTES;
  while (at < CHUNK_BYTES) {
    const record = readRecordAt(chunk, at);
    if (record !== null && belongs(record, last, header)) {
      const count = countLost(record, last, header);
      if (count > 0) found.push({ kind: 'LOST', count, reason: OVERWRITTEN });
      found.push(isMixed(chunk, record, header) ? { kind: 'LOST', count: 1, reason: MIXED } : record);
      last = record;
      ({ end: at } = record);
    } else {
      if (at >= header.usedEnd) break;
      at = record?.end ?? findNext(chunk, at);
    }
  }
  const count = countLostAtEnd(chunk, last, header);
  if (count > 0) found.push({ kind: 'LOST', count, reason: OVERWRITTEN });
  return found;
};

const RECORD_MAGIC = Buffer.from('**\0\0');

const hasMagic = (chunk: Buffer, at: number): boolean =>
  at + MIN_RECORD_BYTES <= CHUNK_BYTES && RECORD_MAGIC.equals(chunk.subarray(at, at + RECORD_MAGIC.length));

const numberAt = (chunk: Buffer, at: number): number => Number(chunk.readBigUInt64LE(at + 8));

const readRecordAt = (chunk: Buffer, at: number): FoundRecord | null => {
  if (!hasMagic(chunk, at)) return null;
  const size = chunk.readUInt32LE(at + 4);
  const end = at + size;
  if (size < MIN_RECORD_BYTES || end > CHUNK_BYTES || chunk.readUInt32LE(end - 4) !== size) return null;
  return { kind: 'RECORD', number: numberAt(chunk, at), at, end };
};

/** Finds where the next record may begin, behind one that is damaged: where its size says, if the next number is there, else at the next magic. */
const findNext = (chunk: Buffer, at: number): number => {
  if (hasMagic(chunk, at)) {
    const end = at + chunk.readUInt32LE(at + 4);
    if (end > at && hasMagic(chunk, end) && numberAt(chunk, end) === numberAt(chunk, at) + 1) return end;
  }
  const next = chunk.indexOf(RECORD_MAGIC, at + 1);
  return next < 0 ? CHUNK_BYTES : next;
};

/**
 * Whether a record belongs to the log: the checksum of the records is right, or its number continues that of the record before, or is one
 * that the header states and that was not passed yet.
 */
const belongs = (record: FoundRecord, last: FoundRecord | null, header: ChunkHeader): boolean => {
  const { number, at } = record;
  const { range, usedEnd, isIntact } = header;
  if (last !== null && at === last.end && number === last.number + 1) return true;
  if (at >= usedEnd) return false;
  if (isIntact) return true;
  if (range === null) return last === null;
  if (last === null && isNewerThanHeader(record, header)) return true;
  return number >= range.first && number <= range.last && number > (last?.number ?? -1);
};

/** Windows begins to overwrite a chunk before it brings its header up to date. */
const isNewerThanHeader = ({ at, number }: FoundRecord, { range, isStated }: ChunkHeader): boolean =>
  isStated && range !== null && at === CHUNK_HEADER_BYTES && number > range.last;

const PAGE_BYTES = 4096;

/**
 * Whether the end of a record may be that of an older record: without the right checksum, the pages of a record may be of different
 * times. If both records had the same size, the copy of the size is right. An older record then follows.
 */
const isMixed = (
  chunk: Buffer,
  { number, at, end }: FoundRecord,
  { usedEnd, isIntact }: ChunkHeader,
): boolean => {
  const isVerified = isIntact && end <= usedEnd;
  const isInOnePage = Math.floor(at / PAGE_BYTES) === Math.floor((end - 1) / PAGE_BYTES);
  if (isVerified || isInOnePage || !hasMagic(chunk, end)) return false;
  if (numberAt(chunk, end) === number + 1) return false;
  // Only the next number is damaged if the one after it fits.
  const afterNext = end + chunk.readUInt32LE(end + 4);
  return !(hasMagic(chunk, afterNext) && numberAt(chunk, afterNext) === number + 2);
};

/** Counts the records that are missing before a record: at least one if there are bytes of no record that belongs to the log. */
const countLost = ({ number, at }: FoundRecord, last: FoundRecord | null, header: ChunkHeader): number => {
  const bytes = at - (last?.end ?? CHUNK_HEADER_BYTES);
  const before = last?.number ?? (header.range === null ? number : header.range.first - 1);
  return bytes === 0 ? 0 : clampLost(number - before - 1, bytes);
};

const countLostAtEnd = (chunk: Buffer, last: FoundRecord | null, header: ChunkHeader): number => {
  const { range, isStated, usedEnd } = header;
  const end = last?.end ?? CHUNK_HEADER_BYTES;
  if (range !== null && isStated) {
    const count = range.last - (last?.number ?? range.first - 1);
    // More records than the header states: it is older than they are.
    return count <= 0 ? 0 : clampLost(count, CHUNK_BYTES - end);
  }
  return chunk.subarray(end, Math.max(end, usedEnd)).every((byte) => byte === 0) ? 0 : 1;
};

const clampLost = (count: number, bytes: number): number =>
  Math.max(1, Math.min(count, Math.floor(bytes / MIN_RECORD_BYTES)));
