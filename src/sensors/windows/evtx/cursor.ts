/** Thrown where the bytes of a record are not valid binary XML. It never leaves the reader. */
export class Unreadable extends Error {}

/** The bytes that are still to be read: from `at`, which each read moves, to `end`. */
export type Cursor = { readonly chunk: Buffer; at: number; readonly end: number };

/** @throws Unreadable behind the end, as all functions here do. */
export const readByte = (cursor: Cursor): number => {
  const byte = cursor.at < cursor.end ? cursor.chunk[cursor.at] : undefined;
  if (byte === undefined) throw new Unreadable('behind the end');
  cursor.at += 1;
  return byte;
};

export const readNumber = (cursor: Cursor, size: 2 | 4): number => {
  const { at } = cursor;
  skip(cursor, size);
  return cursor.chunk.readUIntLE(at, size);
};

export const skip = (cursor: Cursor, bytes: number): void => {
  if (bytes > cursor.end - cursor.at) throw new Unreadable('behind the end');
  cursor.at += bytes;
};

/** Reads a text that is preceded by the number of its characters. */
export const readText = (cursor: Cursor): string => {
  const bytes = 2 * readNumber(cursor, 2);
  const { at } = cursor;
  skip(cursor, bytes);
  return withoutZeros(cursor.chunk.toString('utf16le', at, at + bytes));
};

/** Some programs count the zero at the end of a text as a part of it. */
export const withoutZeros = (text: string): string => {
  let { length } = text;
  while (length > 0 && text.charCodeAt(length - 1) === 0) length -= 1;
  return text.slice(0, length);
};

/** Reads the name of an element, attribute or entity. It is stated by its place in the chunk: here, where a name is used first. */
export const readName = (cursor: Cursor): string => {
  const place = readNumber(cursor, 4);
  if (place === cursor.at) return readNameHere(cursor);
  return readNameHere({ chunk: cursor.chunk, at: place, end: cursor.chunk.length });
};

const readNameHere = (cursor: Cursor): string => {
  // The place of the next name with the same hash, and the hash.
  skip(cursor, 6);
  const name = readText(cursor);
  if (name === '') throw new Unreadable('an empty name');
  // The zero at its end.
  skip(cursor, 2);
  return name;
};
