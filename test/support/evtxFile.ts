import { crc32 } from 'node:zlib';

/** A record to write, by default of the Security log. The values of its data are texts. */
export type EvtxEvent = {
  readonly recordNumber: number;
  readonly eventId: number;
  /** The time in units of 100 ns since 1601. */
  readonly ticks: bigint;
  /** The time in the record's header; by default that of the event. */
  readonly headerTicks?: bigint;
  readonly computer: string;
  readonly data: Readonly<Record<string, string>>;
  readonly channel?: string;
  readonly provider?: string;
  /** Binary data, which follows the values of EventData. */
  readonly binary?: Buffer;
  /** EventXML: each value is an element with its name in UserData. EventData: each is a `Data` element. */
  readonly dataIn?: 'EventData' | 'EventXML';
};

const CHUNK_BYTES = 65_536;
const FIRST_RECORD = 512;
const NOTHING = 0x00;
const TEXT = 0x01;
const BINARY = 0x0e;
const UINT16 = 0x06;
const UINT64 = 0x0a;
const FILETIME = 0x11;

/**
 * Writes an EVTX file of one chunk according to the format's documentation. OWN: each record has its own template; SHARED: all use that of the
 * first.
 *
 * https://github.com/libyal/libevtx/blob/main/documentation/Windows%20XML%20Event%20Log%20(EVTX).asciidoc
 */
export const writeEvtx = (events: readonly EvtxEvent[], templates: 'OWN' | 'SHARED' = 'OWN'): Buffer => {
  const header = Buffer.alloc(4096);
  header.write('ElfFile\0', 'latin1');
  return Buffer.concat([header, writeChunk(events, templates)]);
};

const writeChunk = (events: readonly EvtxEvent[], templates: 'OWN' | 'SHARED'): Buffer => {
  const chunk = Buffer.alloc(CHUNK_BYTES);
  let offset = FIRST_RECORD;
  let last = offset;
  const names: number[] = [];
  for (const event of events) {
    const isFirst = offset === FIRST_RECORD || templates === 'OWN';
    const record = writeRecord(event, { offset, names, template: isFirst ? null : FIRST_TEMPLATE });
    record.copy(chunk, offset);
    last = offset;
    offset += record.length;
  }
  const [first = 1n, end = 0n] = [events[0], events.at(-1)].map(
    (event) => event && BigInt(event.recordNumber),
  );
  // The string table: 64 chains of names.
  names.forEach((at, index) => {
    const head = 128 + (index % 64) * 4;
    chunk.writeUInt32LE(chunk.readUInt32LE(head), at);
    chunk.writeUInt32LE(at, head);
  });
  chunk.write('ElfChnk\0', 'latin1');
  for (const [at, number] of [
    [8, first],
    [16, end],
    [24, first],
    [32, end],
  ] as const)
    chunk.writeBigUInt64LE(number, at);
  chunk.writeUInt32LE(128, 40);
  chunk.writeUInt32LE(last, 44);
  chunk.writeUInt32LE(offset, 48);
  return withChecksums(chunk);
};

/** Writes the checksums of a chunk, so that the chunk is valid even if a test changed its content. */
export const withChecksums = (chunk: Buffer): Buffer => {
  const end = Math.min(chunk.readUInt32LE(48), CHUNK_BYTES);
  chunk.writeUInt32LE(crc32(chunk.subarray(FIRST_RECORD, end)), 52);
  chunk.writeUInt32LE(crc32(Buffer.concat([chunk.subarray(0, 120), chunk.subarray(128, FIRST_RECORD)])), 124);
  return chunk;
};

type RecordPlace = {
  readonly offset: number;
  /** Collects the offsets of the names of elements and attributes. */
  readonly names: number[];
  /** The offset of the template in the chunk; null to write one. */
  readonly template: number | null;
};

const writeRecord = (event: EvtxEvent, place: RecordPlace): Buffer => {
  const xml = writeBinaryXml(event, { ...place, offset: place.offset + 24 });
  const size = 24 + xml.length + 4;
  const record = Buffer.alloc(size);
  record.write('**\0\0', 'latin1');
  record.writeUInt32LE(size, 4);
  record.writeBigUInt64LE(BigInt(event.recordNumber), 8);
  record.writeBigUInt64LE(event.headerTicks ?? event.ticks, 16);
  xml.copy(record, 24);
  record.writeUInt32LE(size, size - 4);
  return record;
};

const AUDITING = 'Microsoft-Windows-Security-Auditing';
const FRAGMENT = Buffer.from([0x0f, 0x01, 0x01, 0x00]);
/** The offset of the first record's template: after the record header and the bytes that precede a template. */
const FIRST_TEMPLATE = FIRST_RECORD + 24 + FRAGMENT.length + 10;

const writeBinaryXml = (event: EvtxEvent, { offset, names, template }: RecordPlace): Buffer => {
  const { recordNumber, eventId, ticks, computer, data, binary } = event;
  const { channel = 'Security', dataIn = 'EventData', provider = AUDITING } = event;
  const element = makeElements(names);
  const values = [
    value(TEXT, utf16(provider)),
    value(UINT16, number(2, eventId)),
    value(FILETIME, long(ticks)),
    value(UINT64, long(BigInt(recordNumber))),
    value(TEXT, utf16(channel)),
    value(TEXT, utf16(computer)),
    ...Object.values(data).map((text) => value(TEXT, utf16(text))),
    ...(binary === undefined ? [] : [value(BINARY, binary)]),
  ];
  // Windows' own templates have 18 values.
  while (values.length < 18) values.push(value(NOTHING, Buffer.alloc(0)));
  const listData = (make: (name: string, content: Placed) => Placed): readonly Placed[] =>
    Object.keys(data).map((name, index) => make(name, () => substitution(6 + index, TEXT)));
  const templateOffset = offset + FRAGMENT.length + 10;
  const written = [
    number(4, values.length),
    ...values.map(({ type, bytes }) => Buffer.concat([number(2, bytes.length), Buffer.from([type, 0])])),
    ...values.map(({ bytes }) => bytes),
  ];
  const instance = Buffer.concat([FRAGMENT, Buffer.from([0x0c, 0x01]), number(4, 1)]);
  if (template !== null) return Buffer.concat([instance, number(4, template), ...written]);
  const definition = Buffer.concat([
    FRAGMENT,
    element('Event', {}, [
      element('System', {}, [
        element('Provider', { Name: substitution(0, TEXT) }, null),
        element('EventID', {}, [() => substitution(1, UINT16)]),
        element('TimeCreated', { SystemTime: substitution(2, FILETIME) }, null),
        element('EventRecordID', {}, [() => substitution(3, UINT64)]),
        element('Channel', {}, [() => substitution(4, TEXT)]),
        element('Computer', {}, [() => substitution(5, TEXT)]),
      ]),
      dataIn === 'EventData'
        ? element('EventData', {}, [
            ...listData((name, content) => element('Data', { Name: literal(name) }, [content])),
            ...(binary === undefined
              ? []
              : [element('Binary', {}, [() => substitution(6 + Object.keys(data).length, BINARY)])]),
          ])
        : element('UserData', {}, [
            element(
              'EventXML',
              { xmlns: literal('Event_NS') },
              listData((name, content) => element(name, {}, [content])),
            ),
          ]),
    ])(templateOffset + 24 + FRAGMENT.length),
    Buffer.from([0x00]),
  ]);
  return Buffer.concat([
    instance,
    number(4, templateOffset),
    number(4, 0),
    Buffer.alloc(16, recordNumber),
    number(4, definition.length),
    definition,
    ...written,
  ]);
};

/** Bytes that depend on their offset in the chunk. */
type Placed = (offset: number) => Buffer;

/** Returns a function that makes elements. An element whose children are null is empty. */
const makeElements =
  (places: number[]) =>
  (name: string, attributes: Readonly<Record<string, Buffer>>, children: readonly Placed[] | null): Placed =>
  (offset) => {
    const nameOffset = offset + 11;
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
    return Buffer.concat([token, number(2, 0xffff), number(4, rest.length), rest]);
  };

/** Next name in its bucket, hash, length, text, zero. */
const nameOf = (name: string): Buffer =>
  Buffer.concat([number(4, 0), number(2, 0), number(2, name.length), utf16(name), number(2, 0)]);

const substitution = (index: number, type: number): Buffer =>
  Buffer.concat([Buffer.from([0x0d]), number(2, index), Buffer.from([type])]);

const literal = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0x05, 0x01]), number(2, text.length), utf16(text)]);

const value = (type: number, bytes: Buffer) => ({ type, bytes });

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

const long = (content: bigint): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(content);
  return bytes;
};

const number = (size: 2 | 4, content: number): Buffer => {
  const bytes = Buffer.alloc(size);
  bytes.writeUIntLE(content, 0, size);
  return bytes;
};
