/** Bytes that depend on their offset in the chunk. */
export type Placed = (offset: number) => Buffer;

/** In a template, an element has the number of a value that it depends on; in a record without a template, it does not. */
type Kind = 'TEMPLATE' | 'RECORD';

export const FRAGMENT = Buffer.from([0x0f, 0x01, 0x01, 0x00]);

/** Returns a function that makes elements. An element whose children are null is empty. */
export const makeElements =
  (places: number[], kind: Kind = 'TEMPLATE') =>
  (
    name: string,
    attributes: Readonly<Record<string, Buffer>>,
    children: readonly Placed[] | null,
    dependency = 0xffff,
  ): Placed =>
  (offset) => {
    const nameOffset = offset + (kind === 'TEMPLATE' ? 11 : 9);
    places.push(nameOffset);
    const hasAttributes = Object.keys(attributes).length > 0;
    let at = nameOffset + nameOf(name).length + (hasAttributes ? 4 : 0);
    const list = Object.entries(attributes).map(([attribute, content]) => {
      places.push(at + 5);
      const bytes = Buffer.concat([Buffer.from([0x06]), number(4, at + 5), nameOf(attribute), content]);
      at += bytes.length;
      return bytes;
    });
    at += 1;
    const inner = (children ?? []).map((child) => {
      const bytes = child(at);
      at += bytes.length;
      return bytes;
    });
    const rest = Buffer.concat([
      number(4, nameOffset),
      nameOf(name),
      ...(hasAttributes ? [number(4, Buffer.concat(list).length), ...list] : []),
      ...(children === null ? [Buffer.from([0x03])] : [Buffer.from([0x02]), ...inner, Buffer.from([0x04])]),
    ]);
    // Token, dependency, size.
    const token = Buffer.from([hasAttributes ? 0x41 : 0x01]);
    const dependsOn = kind === 'TEMPLATE' ? number(2, dependency) : Buffer.alloc(0);
    return Buffer.concat([token, dependsOn, number(4, rest.length), rest]);
  };

/** Next name in its bucket, hash, length, text, zero. */
export const nameOf = (name: string): Buffer =>
  Buffer.concat([number(4, 0), number(2, 0), number(2, name.length), utf16(name), number(2, 0)]);

export const substitution = (index: number, type: number, token: 0x0d | 0x0e = 0x0d): Buffer =>
  Buffer.concat([Buffer.from([token]), number(2, index), Buffer.from([type])]);

export const literal = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0x05, 0x01]), number(2, text.length), utf16(text)]);

/** A value of an instance of a template. */
export type Value = { readonly type: number; readonly bytes: Buffer };

export const value = (type: number, bytes: Buffer): Value => ({ type, bytes });

/** The number of the values, the size and type of each, and their bytes. */
const writeValues = (values: readonly Value[]): Buffer =>
  Buffer.concat([
    number(4, values.length),
    ...values.map(({ type, bytes }) => Buffer.concat([number(2, bytes.length), Buffer.from([type, 0])])),
    ...values.map(({ bytes }) => bytes),
  ]);

/** The bytes of an instance before its template: token, version, id and place of the template. */
export const INSTANCE_BYTES = 10;

/** An instance of a template, which follows unless `place` is that of an earlier one. */
export const writeInstance =
  (template: Placed | number, values: readonly Value[], guid = Buffer.alloc(16, 7)): Placed =>
  (offset) => {
    const place = typeof template === 'number' ? template : offset + INSTANCE_BYTES;
    const instance = Buffer.concat([Buffer.from([0x0c, 0x01]), guid.subarray(0, 4), number(4, place)]);
    if (typeof template === 'number') return Buffer.concat([instance, writeValues(values)]);
    // The header of a template: place of the next one, GUID and size.
    const element = template(place + 24 + FRAGMENT.length);
    const definition = Buffer.concat([FRAGMENT, element, Buffer.from([0x00])]);
    return Buffer.concat([
      instance,
      number(4, 0),
      guid,
      number(4, definition.length),
      definition,
      writeValues(values),
    ]);
  };

export const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

export const long = (content: bigint): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(content);
  return bytes;
};

export const number = (size: 2 | 4, content: number): Buffer => {
  const bytes = Buffer.alloc(size);
  bytes.writeUIntLE(content, 0, size);
  return bytes;
};
