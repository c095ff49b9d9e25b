import { crc32 } from 'node:zlib';

import {
  FRAGMENT,
  INSTANCE_BYTES,
  literal,
  long,
  makeElements,
  number,
  substitution,
  utf16,
  value,
  writeInstance,
} from './binaryXml.ts';
import type { Placed } from './binaryXml.ts';

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

/** OWN: each record has its own template. SHARED: all use that of the first. NONE: as the Windows Event Collector writes them, without templates. */
type Templates = 'OWN' | 'SHARED' | 'NONE';

/**
 * Writes an EVTX file of one chunk according to the format's documentation.
 *
 * https://github.com/libyal/libevtx/blob/main/documentation/Windows%20XML%20Event%20Log%20(EVTX).asciidoc
 */
export const writeEvtx = (events: readonly EvtxEvent[], templates: Templates = 'OWN'): Buffer =>
  writeEvtxFile([writeChunk(events, templates)]);

/** Writes an EVTX file of these chunks. */
export const writeEvtxFile = (chunks: readonly Buffer[]): Buffer => {
  const header = Buffer.alloc(4096);
  header.write('ElfFile\0', 'latin1');
  header.writeUInt16LE(chunks.length, 42);
  return Buffer.concat([header, ...chunks]);
};

export const writeChunk = (events: readonly EvtxEvent[], templates: Templates = 'OWN'): Buffer =>
  writeChunkOf(
    events.map((event, index) => ({
      recordNumber: event.recordNumber,
      ticks: event.headerTicks ?? event.ticks,
      writeXml: (offset, names) =>
        writeBinaryXml(event, templates === 'SHARED' && index === 0 ? 'OWN' : templates)(offset, names),
    })),
  );

/** A record whose binary XML depends on its place in the chunk. `names` collects the places of names. */
type EvtxRecord = {
  readonly recordNumber: number;
  readonly ticks: bigint;
  readonly writeXml: (offset: number, names: number[]) => Buffer;
};

export const writeChunkOf = (records: readonly EvtxRecord[]): Buffer => {
  const chunk = Buffer.alloc(CHUNK_BYTES);
  let offset = FIRST_RECORD;
  let last = offset;
  const names: number[] = [];
  for (const record of records) {
    const bytes = writeRecord(record, offset, names);
    bytes.copy(chunk, offset);
    last = offset;
    offset += bytes.length;
  }
  const [first = 1n, end = 0n] = [records[0], records.at(-1)].map(
    (record) => record && BigInt(record.recordNumber),
  );
  // The string table: 64 chains of names.
  names.forEach((at, index) => {
    const head = 128 + (index % 64) * 4;
    chunk.writeUInt32LE(chunk.readUInt32LE(head), at);
    chunk.writeUInt32LE(at, head);
  });
  chunk.write('ElfChnk\0', 'latin1');
  for (const [at, content] of [
    [8, first],
    [16, end],
    [24, first],
    [32, end],
  ] as const)
    chunk.writeBigUInt64LE(content, at);
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

const RECORD_HEADER_BYTES = 24;

const writeRecord = (
  { recordNumber, ticks, writeXml }: EvtxRecord,
  offset: number,
  names: number[],
): Buffer => {
  const xml = writeXml(offset + RECORD_HEADER_BYTES, names);
  const size = RECORD_HEADER_BYTES + xml.length + 4;
  const record = Buffer.alloc(size);
  record.write('**\0\0', 'latin1');
  record.writeUInt32LE(size, 4);
  record.writeBigUInt64LE(BigInt(recordNumber), 8);
  record.writeBigUInt64LE(ticks, 16);
  xml.copy(record, RECORD_HEADER_BYTES);
  record.writeUInt32LE(size, size - 4);
  return record;
};

const AUDITING = 'Microsoft-Windows-Security-Auditing';
/** The offset of the first record's template: after the record header and the bytes that precede a template. */
const FIRST_TEMPLATE = FIRST_RECORD + RECORD_HEADER_BYTES + FRAGMENT.length + INSTANCE_BYTES;

const writeBinaryXml =
  (event: EvtxEvent, templates: Templates) =>
  (offset: number, names: number[]): Buffer => {
    const { recordNumber, eventId, ticks, computer, data, binary } = event;
    const { channel = 'Security', dataIn = 'EventData', provider = AUDITING } = event;
    const hasTemplate = templates !== 'NONE';
    const element = makeElements(names, hasTemplate ? 'TEMPLATE' : 'RECORD');
    const values = [
      { ...value(TEXT, utf16(provider)), text: provider },
      { ...value(UINT16, number(2, eventId)), text: String(eventId) },
      { ...value(FILETIME, long(ticks)), text: formatTicks(ticks) },
      { ...value(UINT64, long(BigInt(recordNumber))), text: String(recordNumber) },
      { ...value(TEXT, utf16(channel)), text: channel },
      { ...value(TEXT, utf16(computer)), text: computer },
      ...Object.values(data).map((text) => ({ ...value(TEXT, utf16(text)), text })),
      ...(binary === undefined ? [] : [{ ...value(BINARY, binary), text: binary.toString('hex') }]),
    ];
    // Windows' own templates have 18 values.
    while (values.length < 18) values.push({ ...value(NOTHING, Buffer.alloc(0)), text: '' });
    /** Writes the content of an element or attribute: a substitution, or the text of its value. */
    const content = (index: number): Buffer =>
      hasTemplate ? substitution(index, values[index]?.type ?? NOTHING) : literal(values[index]?.text ?? '');
    const listData = (make: (name: string, content: Placed) => Placed): readonly Placed[] =>
      Object.keys(data).map((name, index) => make(name, () => content(6 + index)));
    const root = element('Event', {}, [
      element('System', {}, [
        element('Provider', { Name: content(0) }, null),
        element('EventID', {}, [() => content(1)]),
        element('TimeCreated', { SystemTime: content(2) }, null),
        element('EventRecordID', {}, [() => content(3)]),
        element('Channel', {}, [() => content(4)]),
        element('Computer', {}, [() => content(5)]),
      ]),
      dataIn === 'EventData'
        ? element('EventData', {}, [
            ...listData((name, text) => element('Data', { Name: literal(name) }, [text])),
            ...(binary === undefined
              ? []
              : [element('Binary', {}, [() => content(6 + Object.keys(data).length)])]),
          ])
        : element('UserData', {}, [
            element(
              'EventXML',
              { xmlns: literal('Event_NS') },
              listData((name, text) => element(name, {}, [text])),
            ),
          ]),
    ]);
    const inner = offset + FRAGMENT.length;
    if (!hasTemplate) return Buffer.concat([FRAGMENT, root(inner), Buffer.from([0x00])]);
    const template = templates === 'SHARED' ? FIRST_TEMPLATE : root;
    return Buffer.concat([FRAGMENT, writeInstance(template, values)(inner)]);
  };

/** As the Windows Event Collector writes times. */
const formatTicks = (ticks: bigint): string => {
  const seconds = ticks / 10_000_000n - 11_644_473_600n;
  const fraction = String(ticks % 10_000_000n).padStart(7, '0');
  return `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19)}.${fraction}Z`;
};
