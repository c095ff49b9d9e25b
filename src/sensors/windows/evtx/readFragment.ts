import { readByte, readNumber, skip, Unreadable } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { hasZeroInside } from './formatValue.ts';
import type { ValueRange } from './formatValue.ts';
import { IN_RECORD, IN_TEMPLATE, parseElement, readFragmentStart } from './parseBinaryXml.ts';
import type { Element } from './parseBinaryXml.ts';

/** An element with the values of its template; no values for an element that a record contains itself. */
export type Fragment = { readonly element: Element; readonly values: readonly ValueRange[] };

export type ParsedChunk = {
  readonly chunk: Buffer;
  /** Whether the checksum of its records is right. */
  readonly isIntact: boolean;
  /** The templates that were parsed already, by their place in the chunk. */
  readonly templates: Map<number, Template>;
};

type Template = { readonly element: Element; readonly bytes: number };

/**
 * Reads a fragment of binary XML: an instance of a template, or an element. Records that the Windows Event Collector received contain the
 * element itself.
 *
 * @throws Unreadable
 */
export const readFragment = (parsed: ParsedChunk, start: number, end: number): Fragment => {
  const cursor: Cursor = { chunk: parsed.chunk, at: start, end };
  const found = readFragmentStart(cursor);
  const fragment =
    found.kind === 'INSTANCE'
      ? readInstance(parsed, cursor)
      : { element: parseElement(cursor, found.token, IN_RECORD), values: [] };
  checkRest(parsed, cursor);
  if (!parsed.isIntact && fragment.values.some((value) => hasZeroInside(parsed.chunk, value)))
    throw new Unreadable('a zero inside a text');
  return fragment;
};

/**
 * Behind a fragment there are the token of its end and bytes that fill the last eight. In a chunk that is not intact, anything else shows that a
 * size before it is wrong. Windows itself sometimes leaves out the token, and writes up to 13 bytes.
 */
const checkRest = ({ isIntact }: ParsedChunk, { chunk, at, end }: Cursor): void => {
  if (isIntact || at === end) return;
  if (end - at > MAX_REST_BYTES || chunk[at] !== END_OF_FRAGMENT)
    throw new Unreadable('bytes behind a fragment');
};

const MAX_REST_BYTES = 16;
const END_OF_FRAGMENT = 0x00;

const readInstance = (parsed: ParsedChunk, cursor: Cursor): Fragment => {
  skip(cursor, 1);
  const id = readNumber(cursor, 4);
  const place = readNumber(cursor, 4);
  const isHere = place === cursor.at;
  const { element, bytes } = findTemplate(parsed, place, id);
  // Where a template is used first, it stands between its place and the values.
  if (isHere) skip(cursor, bytes);
  return { element, values: readValues(cursor) };
};

const findTemplate = (parsed: ParsedChunk, place: number, id: number): Template => {
  checkTemplate(parsed.chunk, place, id);
  const before = parsed.templates.get(place);
  if (before !== undefined) return before;
  const template = parseTemplate(parsed.chunk, place);
  parsed.templates.set(place, template);
  return template;
};

/**
 * Checks that the template with this id is at this place. Where a chunk is damaged, another template may be there, whose values would get
 * wrong names. The id is the beginning of the template's GUID, and is repeated by the instance in which the template stands.
 */
const checkTemplate = (chunk: Buffer, place: number, id: number): void => {
  if (place < INSTANCE_BYTES || place + TEMPLATE_HEADER_BYTES > chunk.length) {
    throw new Unreadable('a template outside of the chunk');
  }
  const isOfInstance = chunk.readUInt32LE(place - 4) === place && chunk.readUInt32LE(place - 8) === id;
  if (!isOfInstance && chunk.readUInt32LE(place + 4) !== id) throw new Unreadable('another template');
};

/** Token, version, id and place. */
const INSTANCE_BYTES = 10;
/** Place of the next template, GUID and size. */
const TEMPLATE_HEADER_BYTES = 24;

const parseTemplate = (chunk: Buffer, place: number): Template => {
  const header: Cursor = { chunk, at: place + 20, end: chunk.length };
  const size = readNumber(header, 4);
  const cursor: Cursor = { chunk, at: header.at, end: header.at + size };
  if (cursor.end > chunk.length) throw new Unreadable('a template that ends behind the chunk');
  const found = readFragmentStart(cursor);
  if (found.kind === 'INSTANCE') throw new Unreadable('a template in a template');
  const element = parseElement(cursor, found.token, IN_TEMPLATE);
  if (readByte(cursor) !== 0 || cursor.at !== cursor.end) throw new Unreadable('a template of another size');
  return { element, bytes: TEMPLATE_HEADER_BYTES + size };
};

/** Reads the number of values, the size and type of each, and where they are. */
const readValues = (cursor: Cursor): readonly ValueRange[] => {
  const { chunk } = cursor;
  const count = readNumber(cursor, 4);
  const types = cursor.at;
  skip(cursor, 4 * count);
  const values: ValueRange[] = [];
  for (let index = 0; index < count; index += 1) {
    const start = cursor.at;
    skip(cursor, chunk.readUInt16LE(types + 4 * index));
    values.push({ type: chunk[types + 4 * index + 2] ?? 0, start, end: cursor.at });
  }
  return values;
};
