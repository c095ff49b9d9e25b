import { readByte, readName, readNumber, readText, skip, Unreadable } from './cursor.ts';
import type { Cursor } from './cursor.ts';

/** An element of binary XML. In a template, values are missing at its substitutions. */
export type Element = {
  readonly name: string;
  /** The element is left out where the value with this index is null; -1 for an element that is never left out. */
  readonly dependency: number;
  readonly attributes: readonly Attribute[];
  readonly content: readonly Part[];
};

export type Attribute = { readonly name: string; readonly content: readonly Part[] };

/** A part of the content of an element or attribute: text, a child or a value of the template's instance. */
export type Part = string | Element | Substitution;

/** Optional: an element or attribute is left out if its value is null. */
export type Substitution = { readonly index: number; readonly isOptional: boolean };

export const isSubstitution = (part: Part): part is Substitution =>
  typeof part === 'object' && 'index' in part;

export const isElement = (part: Part): part is Element => typeof part === 'object' && 'name' in part;

/** RECORD: elements that a record contains itself, instead of a template. They have no substitutions, and no number of a value. */
type Kind = 'TEMPLATE' | 'RECORD';

/** Where an element is: in what, and in how many other elements. */
type Level = { readonly kind: Kind; readonly depth: number };

export const IN_TEMPLATE: Level = { kind: 'TEMPLATE', depth: 0 };
export const IN_RECORD: Level = { kind: 'RECORD', depth: 0 };

const MAX_DEPTH = 64;
/** Set on a token that more data follow; on an element that has attributes. */
const MORE = 0x40;

const TOKEN = {
  END_OF_FRAGMENT: 0x00,
  OPEN_ELEMENT: 0x01,
  CLOSE_START: 0x02,
  CLOSE_EMPTY: 0x03,
  END_ELEMENT: 0x04,
  TEXT: 0x05,
  ATTRIBUTE: 0x06,
  CDATA: 0x07,
  CHARACTER: 0x08,
  ENTITY: 0x09,
  PI_TARGET: 0x0a,
  PI_DATA: 0x0b,
  TEMPLATE_INSTANCE: 0x0c,
  SUBSTITUTION: 0x0d,
  OPTIONAL_SUBSTITUTION: 0x0e,
  FRAGMENT_HEADER: 0x0f,
} as const;

/**
 * Parses the start of a fragment; the cursor is then behind the token of its element or template instance.
 *
 * @throws Unreadable
 */
export const readFragmentStart = (
  cursor: Cursor,
): { readonly kind: 'ELEMENT'; readonly token: number } | { readonly kind: 'INSTANCE' } => {
  for (;;) {
    const token = readByte(cursor);
    if (token === TOKEN.FRAGMENT_HEADER) skip(cursor, 3);
    else if (token === TOKEN.PI_TARGET) readName(cursor);
    else if (token === TOKEN.PI_DATA) readText(cursor);
    else if (token === TOKEN.TEMPLATE_INSTANCE) return { kind: 'INSTANCE' };
    else if ((token & ~MORE) === TOKEN.OPEN_ELEMENT) return { kind: 'ELEMENT', token };
    else throw new Unreadable(`token ${token} at the start of a fragment`);
  }
};

/**
 * Parses an element whose token has been read.
 *
 * https://github.com/libyal/libevtx/blob/main/documentation/Windows%20XML%20Event%20Log%20(EVTX).asciidoc
 *
 * @throws Unreadable
 */
export const parseElement = (cursor: Cursor, token: number, level: Level): Element => {
  const { kind, depth } = level;
  if (depth > MAX_DEPTH) throw new Unreadable('elements too deep');
  const dependency = kind === 'TEMPLATE' ? readNumber(cursor, 2) : NO_DEPENDENCY;
  const size = readNumber(cursor, 4);
  const end = cursor.at + size;
  if (end > cursor.end) throw new Unreadable('an element that ends behind its fragment');
  const name = readName(cursor);
  const attributes = (token & MORE) === 0 ? [] : parseAttributes(cursor, kind);
  const content = parseContent(cursor, level);
  if (cursor.at !== end) throw new Unreadable('an element of another size');
  return { name, dependency: dependency === NO_DEPENDENCY ? -1 : dependency, attributes, content };
};

const NO_DEPENDENCY = 0xffff;

const parseAttributes = (cursor: Cursor, kind: Kind): readonly Attribute[] => {
  const size = readNumber(cursor, 4);
  const end = cursor.at + size;
  const attributes: Attribute[] = [];
  while (cursor.at < end) {
    if ((readByte(cursor) & ~MORE) !== TOKEN.ATTRIBUTE) throw new Unreadable('no attribute');
    const name = readName(cursor);
    const content: Part[] = [];
    while (cursor.at < end && (peek(cursor) & ~MORE) !== TOKEN.ATTRIBUTE) {
      const part = parseData(cursor, readByte(cursor), kind);
      if (part === null) throw new Unreadable('no value of an attribute');
      content.push(part);
    }
    attributes.push({ name, content });
  }
  if (cursor.at !== end) throw new Unreadable('attributes of another size');
  return attributes;
};

const parseContent = (cursor: Cursor, { kind, depth }: Level): readonly Part[] => {
  const inner = { kind, depth: depth + 1 };
  const start = readByte(cursor);
  if (start === TOKEN.CLOSE_EMPTY) return [];
  if (start !== TOKEN.CLOSE_START) throw new Unreadable('no end of a start tag');
  const content: Part[] = [];
  for (;;) {
    const token = readByte(cursor);
    if (token === TOKEN.END_ELEMENT) return content;
    if ((token & ~MORE) === TOKEN.OPEN_ELEMENT) content.push(parseElement(cursor, token, inner));
    else if (token === TOKEN.PI_TARGET) readName(cursor);
    else if (token === TOKEN.PI_DATA) readText(cursor);
    else {
      const part = parseData(cursor, token, kind);
      if (part === null) throw new Unreadable(`token ${token} in an element`);
      content.push(part);
    }
  }
};

/** Parses text or a substitution; null for another token. */
const parseData = (cursor: Cursor, token: number, kind: Kind): Part | null => {
  switch (token & ~MORE) {
    case TOKEN.TEXT: {
      if (readByte(cursor) !== TEXT_TYPE) throw new Unreadable('a literal value that is not text');
      return readText(cursor);
    }
    case TOKEN.CDATA:
      return readText(cursor);
    case TOKEN.CHARACTER:
      return String.fromCharCode(readNumber(cursor, 2));
    case TOKEN.ENTITY: {
      const entity = ENTITIES.get(readName(cursor));
      if (entity === undefined) throw new Unreadable('unknown entity');
      return entity;
    }
    case TOKEN.SUBSTITUTION:
    case TOKEN.OPTIONAL_SUBSTITUTION: {
      if (kind === 'RECORD') throw new Unreadable('a substitution without a template');
      const index = readNumber(cursor, 2);
      // The type is that of the value, which the instance states.
      skip(cursor, 1);
      return { index, isOptional: token === TOKEN.OPTIONAL_SUBSTITUTION };
    }
    default:
      return null;
  }
};

const TEXT_TYPE = 0x01;

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

const peek = ({ chunk, at }: Cursor): number => chunk[at] ?? 0;
