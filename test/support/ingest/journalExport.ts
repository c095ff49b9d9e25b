import fc from 'fast-check';

/** A field of an entry of the journal. */
export type JournalField = { readonly name: string; readonly value: Buffer };

/** Writes entries in the export format as the journal does: values with control characters or invalid UTF-8 with their length. */
export const exportEntries = (entries: readonly (readonly JournalField[])[]): Buffer =>
  Buffer.concat(entries.flatMap((fields) => [...fields.map(exportField), Buffer.from('\n')]));

const exportField = ({ name, value }: JournalField): Buffer =>
  isText(value)
    ? Buffer.concat([Buffer.from(`${name}=`), value, Buffer.from('\n')])
    : binaryField(name, value);

/** Writes a field with its length, or with another length. */
export const binaryField = (name: string, value: Buffer, length = BigInt(value.length)): Buffer => {
  const size = Buffer.alloc(8);
  size.writeBigUInt64LE(length);
  return Buffer.concat([Buffer.from(`${name}\n`), size, value, Buffer.from('\n')]);
};

const isText = (value: Buffer): boolean =>
  Buffer.from(value.toString()).equals(value) && !/\p{Cc}/u.test(value.toString('latin1'));

/** Makes entries from objects whose values are text. */
export const toFields = (object: Readonly<Record<string, string>>): readonly JournalField[] =>
  Object.entries(object).map(([name, value]) => ({ name, value: Buffer.from(value) }));

/** Values that look like other parts of the format, as attackers log them. */
const HOSTILE = [
  '',
  '=',
  'a=b',
  '\n',
  '\n\n',
  'a\n\n__CURSOR=s=9\n__REALTIME_TIMESTAMP=1\nMESSAGE=forged\n\n',
  'MESSAGE\n\x01\0\0\0\0\0\0\0x\n',
  'zoë\0',
];

const aValue = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }).map((text) => Buffer.from(text.toWellFormed())),
  fc.uint8Array({ maxLength: 30 }).map((bytes) => Buffer.from(bytes)),
  fc.constantFrom(...HOSTILE).map((text) => Buffer.from(text)),
);

const aField = fc.record({
  name: fc.constantFrom('MESSAGE', '_HOSTNAME', '_PID', 'SYSLOG_IDENTIFIER', 'A', 'X'.repeat(64)),
  value: aValue,
});

/** Entries of the journal with any values. */
export const someEntries: fc.Arbitrary<readonly (readonly JournalField[])[]> = fc
  .array(fc.array(aField, { maxLength: 6 }), { maxLength: 8 })
  .map((entries) =>
    entries.map((fields, index) => [
      { name: '__CURSOR', value: Buffer.from(`s=1;i=${index}`) },
      { name: '__REALTIME_TIMESTAMP', value: Buffer.from(String(1_794_823_200_000_000 + index)) },
      ...fields,
    ]),
  );

/** Cuts bytes at these shares of their length. */
export const cutAt = (bytes: Buffer, shares: readonly number[]): readonly Buffer[] => {
  const places = [...shares].sort((a, b) => a - b).map((share) => Math.floor(share * bytes.length));
  return [0, ...places].map((start, index) => bytes.subarray(start, places[index] ?? bytes.length));
};

export const someCuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 });
