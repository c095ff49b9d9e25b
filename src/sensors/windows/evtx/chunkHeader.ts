import { crc32 } from 'node:zlib';

export const CHUNK_BYTES = 65_536;
export const CHUNK_HEADER_BYTES = 512;
/** The first bytes of a chunk. */
const CHUNK_MAGIC = Buffer.from('ElfChnk\0');
/** A record has at least a header and a copy of its size. */
export const MIN_RECORD_BYTES = 28;
const MAX_RECORDS = Math.floor((CHUNK_BYTES - CHUNK_HEADER_BYTES) / MIN_RECORD_BYTES);

/** What is known about the records of a chunk before they are read. */
export type ChunkHeader = {
  /** The numbers that records of the chunk can have; null if not known. */
  readonly range: { readonly first: number; readonly last: number } | null;
  /** Whether the header states the range, so that there is a record with the last number. */
  readonly isStated: boolean;
  /** Where the records end. Behind it there may be older records. */
  readonly usedEnd: number;
  /** Whether the checksum of the records is right. */
  readonly isIntact: boolean;
};

/**
 * Reads the header of a chunk. If it is destroyed, its records are those that follow the last one of the chunk before.
 *
 * The checksum of the header itself is not used: it only adds what later checks find, and the header is brought up to date only now and
 * then while Windows runs.
 */
export const readChunkHeader = (chunk: Buffer, numberBefore: number | null): ChunkHeader => {
  if (!hasChunkMagic(chunk)) {
    const range =
      numberBefore === null ? null : { first: numberBefore + 1, last: numberBefore + MAX_RECORDS };
    return { range, isStated: false, usedEnd: CHUNK_BYTES, isIntact: false };
  }
  const stated = chunk.readUInt32LE(FREE_SPACE);
  const isPlausible = stated >= CHUNK_HEADER_BYTES && stated <= CHUNK_BYTES;
  const usedEnd = isPlausible ? stated : CHUNK_BYTES;
  const isIntact =
    isPlausible &&
    crc32(chunk.subarray(CHUNK_HEADER_BYTES, usedEnd)) === chunk.readUInt32LE(RECORDS_CHECKSUM);
  return { range: readRange(chunk), isStated: true, usedEnd, isIntact };
};

export const hasChunkMagic = (bytes: Buffer): boolean =>
  bytes.subarray(0, CHUNK_MAGIC.length).equals(CHUNK_MAGIC);

/** Finds where the next chunk begins: its magic, and a header with the right checksum. -1 if there is none. */
export const findChunk = (bytes: Buffer, from: number): number => {
  for (let at = bytes.indexOf(CHUNK_MAGIC, from); at >= 0; at = bytes.indexOf(CHUNK_MAGIC, at + 1)) {
    const header = bytes.subarray(at, at + CHUNK_HEADER_BYTES);
    if (header.length < CHUNK_HEADER_BYTES) return -1;
    const checksum = crc32(header.subarray(128), crc32(header.subarray(0, 120)));
    if (checksum === header.readUInt32LE(HEADER_CHECKSUM)) return at;
  }
  return -1;
};

const [FIRST_NUMBER, LAST_NUMBER, FREE_SPACE, RECORDS_CHECKSUM, HEADER_CHECKSUM] = [24, 32, 48, 52, 124];

const readRange = (chunk: Buffer): ChunkHeader['range'] => {
  const first = Number(chunk.readBigUInt64LE(FIRST_NUMBER));
  const last = Number(chunk.readBigUInt64LE(LAST_NUMBER));
  return first <= last && last - first < MAX_RECORDS ? { first, last } : null;
};
