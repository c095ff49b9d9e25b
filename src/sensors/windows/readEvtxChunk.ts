import * as evtx from '@ts-evtx/core';

import { asFields } from '../fields.ts';
import type { Fields } from '../fields.ts';

import { parseEventXml } from './parseEventXml.ts';

type ParsedRecord = { readonly renderXml: () => string; readonly data: () => Uint8Array };

/** The used part of the parser. Its own types import files without extensions, which the compiler cannot resolve. */
type Parser = {
  readonly BinaryReader: new (bytes: Uint8Array) => object;
  readonly ChunkHeader: new (
    reader: object,
    offset: number,
  ) => {
    readonly verify: () => boolean;
    readonly records: () => Iterable<ParsedRecord>;
    readonly fileFirstRecordNumber: () => bigint;
    readonly fileLastRecordNumber: () => bigint;
  };
};

const { BinaryReader, ChunkHeader } = evtx as unknown as Parser;

/** A record of a chunk as a tree like that of evtx_dump; null if it cannot be read. */
export type EvtxRecord = Fields | null;

/**
 * Reads the records of one chunk of an EVTX file, which are 64 KiB that do not depend on other chunks; null if the chunk is damaged (its
 * checksums are wrong).
 *
 * Only this file uses the parser. Its XML truncates the time to milliseconds, so the exact time is read from the record's binary XML. It is
 * not read from the record's header, which belongs to another record in files that were exported with a filter.
 * https://github.com/libyal/libevtx/blob/main/documentation/Windows%20XML%20Event%20Log%20(EVTX).asciidoc
 */
export const readEvtxChunk = (bytes: Buffer): readonly EvtxRecord[] | null => {
  const records: EvtxRecord[] = [];
  try {
    const chunk = new ChunkHeader(new BinaryReader(bytes), 0);
    if (!chunk.verify()) return null;
    const expected = chunk.fileLastRecordNumber() - chunk.fileFirstRecordNumber() + 1n;
    readRecords(chunk.records(), records);
    while (records.length < expected && records.length < MAX_RECORDS) records.push(null);
    // The header may state no records although bytes follow it.
    const isLost = records.length === 0 && bytes.subarray(CHUNK_HEADER_BYTES).some((byte) => byte !== 0);
    return isLost ? [null] : records;
  } catch {
    // A chunk may have correct checksums and still be invalid. The records that were read are kept; one failure represents the rest.
    return [...records, null];
  }
};

const readRecords = (found: Iterable<ParsedRecord>, records: EvtxRecord[]): void => {
  for (const record of found) {
    try {
      records.push(withExactTime(parseEventXml(record.renderXml()), record.data().subarray(HEADER_BYTES)));
    } catch {
      records.push(null);
    }
  }
};

const CHUNK_HEADER_BYTES = 512;
/** A record takes more than 24 bytes. */
const MAX_RECORDS = 65_536 / 24;

/** The header of a record: magic, size, number, time of writing. */
const HEADER_BYTES = 24;

const withExactTime = (tree: Fields | null, binaryXml: Uint8Array): EvtxRecord => {
  if (tree === null) return null;
  const event = asFields(tree['Event']);
  const system = asFields(event['System']);
  const attributes = asFields(asFields(system['TimeCreated'])['#attributes']);
  const timeMs = Date.parse(String(attributes['SystemTime']));
  const ticks = Number.isNaN(timeMs) ? null : findFiletime(Buffer.from(binaryXml), timeMs);
  if (ticks === null) return tree;
  const created = { '#text': '', '#attributes': { SystemTime: formatFiletime(ticks) } };
  return { Event: { ...event, System: { ...system, TimeCreated: created } } };
};

/** FILETIME: 100 ns since 1601. */
const TICKS_A_SECOND = 10_000_000n;
const TICKS_A_MILLISECOND = 10_000n;
const SECONDS_FROM_1601_TO_1970 = 11_644_473_600n;

/** Finds the first FILETIME in the bytes that is within the millisecond. */
const findFiletime = (bytes: Buffer, timeMs: number): bigint | null => {
  const first = BigInt(timeMs) * TICKS_A_MILLISECOND + SECONDS_FROM_1601_TO_1970 * TICKS_A_SECOND;
  const next = first + TICKS_A_MILLISECOND;
  const high = Buffer.alloc(4);
  for (const upper of new Set([first >> 32n, next >> 32n])) {
    high.writeUInt32LE(Number(upper));
    for (let at = bytes.indexOf(high, 4); at >= 0; at = bytes.indexOf(high, at + 1)) {
      const ticks = bytes.readBigUInt64LE(at - 4);
      if (ticks >= first && ticks < next) return ticks;
    }
  }
  return null;
};

/** Formats a FILETIME as ISO 8601 with all seven digits of the fraction. */
const formatFiletime = (ticks: bigint): string => {
  const seconds = ticks / TICKS_A_SECOND - SECONDS_FROM_1601_TO_1970;
  const fraction = String(ticks % TICKS_A_SECOND).padStart(7, '0');
  return `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19)}.${fraction}Z`;
};
