import { Unreadable, withoutZeros } from './cursor.ts';

/** The bytes of a value in its chunk. */
export type ValueRange = { readonly type: number; readonly start: number; readonly end: number };

/** Types of values; an array has 0x80 more than its items. */
export const NULL_TYPE = 0x00;
export const BINARY_XML_TYPE = 0x21;
const ARRAY = 0x80;

export const isArrayType = (type: number): boolean => type >= ARRAY;

/**
 * Formats a value as Windows does in event XML, but times with the seven digits that they have. An array is joined with commas.
 *
 * https://learn.microsoft.com/openspecs/windows_protocols/ms-even6, 2.2.12 and 3.1.4.7.3
 *
 * @throws Unreadable for a value whose size is not that of its type, and for types that a record cannot have.
 */
export const formatValue = (chunk: Buffer, { type, start, end }: ValueRange): string => {
  if (isArrayType(type)) {
    return listItems(chunk, { type, start, end })
      .map((item) => formatValue(chunk, item))
      .join(',');
  }
  if (type === TEXT) return formatText(chunk, start, end);
  if (start === end) return '';
  const format = FORMATS.get(type);
  if (format === undefined) throw new Unreadable(`type ${type}`);
  const { sizes } = format;
  if (sizes !== null && !sizes.includes(end - start)) throw new Unreadable(`type ${type} of another size`);
  return format.format(chunk, start, end);
};

/** Lists the items of an array. Texts end with a zero character, and the size of a SID is part of it. */
export const listItems = (chunk: Buffer, { type, start, end }: ValueRange): readonly ValueRange[] => {
  const itemType = type - ARRAY;
  const items: ValueRange[] = [];
  for (let at = start; at < end;) {
    const size = sizeOfItem(chunk, itemType, { start: at, end });
    if (size === null || at + size > end) throw new Unreadable('array');
    items.push({ type: itemType, start: at, end: at + size });
    at += size;
  }
  return items;
};

/** Null for types of which there are no arrays. */
const sizeOfItem = (
  chunk: Buffer,
  type: number,
  { start, end }: { readonly start: number; readonly end: number },
): number | null => {
  if (type === TEXT) {
    let at = start;
    while (at + 2 <= end && (chunk[at] !== 0 || chunk[at + 1] !== 0)) at += 2;
    return Math.min(at + 2, end) - start;
  }
  if (type === ANSI_TEXT) {
    const zero = chunk.subarray(start, end).indexOf(0);
    return zero < 0 ? end - start : zero + 1;
  }
  if (type === SID) return SID_HEADER_BYTES + 4 * (chunk[start + 1] ?? 0);
  return type === BOOLEAN ? 4 : (FORMATS.get(type)?.sizes?.[0] ?? null);
};

type Format = {
  /** Null for any size. */
  readonly sizes: readonly number[] | null;
  readonly format: (chunk: Buffer, start: number, end: number) => string;
};

const [TEXT, ANSI_TEXT, BOOLEAN, SID] = [0x01, 0x02, 0x0d, 0x13];

const formatText = (chunk: Buffer, start: number, end: number): string => {
  if ((end - start) % 2 !== 0) throw new Unreadable('half a character');
  return withoutZeros(chunk.toString('utf16le', start, end));
};

/**
 * Whether a value is a text with a zero character inside: Windows writes none, but a page of a damaged chunk that was not written has zeros.
 */
export const hasZeroInside = (chunk: Buffer, { type, start, end }: ValueRange): boolean =>
  type === TEXT && (end - start) % 2 === 0 && formatText(chunk, start, end).includes('\0');

/** The code page is not part of the file. This is the one of Western Europe and America. */
const ANSI = new TextDecoder('windows-1252');

const formatAnsi = (chunk: Buffer, start: number, end: number): string =>
  withoutZeros(ANSI.decode(chunk.subarray(start, end)));

const SID_HEADER_BYTES = 8;

/** Revision, number of parts, authority (48 bits, big-endian), and parts of 32 bits. */
const formatSid = (chunk: Buffer, start: number, end: number): string => {
  const parts = chunk[start + 1] ?? 0;
  if (end - start !== SID_HEADER_BYTES + 4 * parts) throw new Unreadable('SID of another size');
  let text = `S-${chunk[start]}-${chunk.readUIntBE(start + 2, 6)}`;
  for (let at = start + SID_HEADER_BYTES; at < end; at += 4) text += `-${chunk.readUInt32LE(at)}`;
  return text;
};

const formatGuid = (chunk: Buffer, start: number): string => {
  const hex = (from: number, to: number): string =>
    chunk.toString('hex', start + from, start + to).toUpperCase();
  const part = (from: number, size: 2 | 4): string =>
    chunk
      .readUIntLE(start + from, size)
      .toString(16)
      .padStart(size * 2, '0')
      .toUpperCase();
  return `{${part(0, 4)}-${part(4, 2)}-${part(6, 2)}-${hex(8, 10)}-${hex(10, 16)}}`;
};

/** FILETIME: 100 ns since 1601. */
const TICKS_A_SECOND = 10_000_000n;
const SECONDS_FROM_1601_TO_1970 = 11_644_473_600n;
/** The last second of the year 9999. */
const MAX_SECONDS = 253_402_300_799n;

const formatFiletime = (chunk: Buffer, start: number): string => {
  const ticks = chunk.readBigUInt64LE(start);
  const seconds = ticks / TICKS_A_SECOND - SECONDS_FROM_1601_TO_1970;
  if (seconds > MAX_SECONDS) return String(ticks);
  const fraction = String(ticks % TICKS_A_SECOND).padStart(7, '0');
  return `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19)}.${fraction}Z`;
};

/** SYSTEMTIME: eight numbers of 16 bits, the third of which is the day of the week. */
const formatSystemTime = (chunk: Buffer, start: number): string => {
  const read = (index: number, digits: number): string =>
    String(chunk.readUInt16LE(start + 2 * index)).padStart(digits, '0');
  return `${read(0, 4)}-${read(1, 2)}-${read(3, 2)}T${read(4, 2)}:${read(5, 2)}:${read(6, 2)}.${read(7, 3)}Z`;
};

const formatHex = (chunk: Buffer, start: number, end: number): string =>
  end - start === 4
    ? `0x${chunk.readUInt32LE(start).toString(16)}`
    : `0x${chunk.readBigUInt64LE(start).toString(16)}`;

/** Windows writes a boolean as 4 bytes; some programs write other sizes. */
const formatBoolean = (chunk: Buffer, start: number, end: number): string =>
  String(chunk.subarray(start, end).some((byte) => byte !== 0));

const FORMATS: ReadonlyMap<number, Format> = new Map<number, Format>([
  [NULL_TYPE, { sizes: null, format: () => '' }],
  [ANSI_TEXT, { sizes: null, format: formatAnsi }],
  [0x03, { sizes: [1], format: (chunk, start) => String(chunk.readInt8(start)) }],
  [0x04, { sizes: [1], format: (chunk, start) => String(chunk.readUInt8(start)) }],
  [0x05, { sizes: [2], format: (chunk, start) => String(chunk.readInt16LE(start)) }],
  [0x06, { sizes: [2], format: (chunk, start) => String(chunk.readUInt16LE(start)) }],
  [0x07, { sizes: [4], format: (chunk, start) => String(chunk.readInt32LE(start)) }],
  [0x08, { sizes: [4], format: (chunk, start) => String(chunk.readUInt32LE(start)) }],
  [0x09, { sizes: [8], format: (chunk, start) => String(chunk.readBigInt64LE(start)) }],
  [0x0a, { sizes: [8], format: (chunk, start) => String(chunk.readBigUInt64LE(start)) }],
  [0x0b, { sizes: [4], format: (chunk, start) => String(chunk.readFloatLE(start)) }],
  [0x0c, { sizes: [8], format: (chunk, start) => String(chunk.readDoubleLE(start)) }],
  [BOOLEAN, { sizes: [1, 2, 4, 8], format: formatBoolean }],
  [0x0e, { sizes: null, format: (chunk, start, end) => chunk.toString('hex', start, end).toUpperCase() }],
  [0x0f, { sizes: [16], format: formatGuid }],
  [0x10, { sizes: [4, 8], format: formatHex }],
  [0x11, { sizes: [8], format: formatFiletime }],
  [0x12, { sizes: [16], format: formatSystemTime }],
  [SID, { sizes: null, format: formatSid }],
  [0x14, { sizes: [4], format: formatHex }],
  [0x15, { sizes: [8], format: formatHex }],
]);
