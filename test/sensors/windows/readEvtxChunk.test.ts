import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { parseEventXml } from '../../../src/sensors/windows/parseEventXml.ts';
import { readEvtxChunk } from '../../../src/sensors/windows/readEvtxChunk.ts';
import { withChecksums, writeEvtx } from '../../support/evtxFile.ts';

import { listEvents, listFates } from './records.ts';
import { samples } from '../../support/samples.ts';

const DATA = {
  TargetUserSid: 'S-1-5-21-1-2-3-1104',
  TargetUserName: 'ana',
  TargetDomainName: 'CORP',
  TargetLogonId: '0x8a1f0',
  LogonType: '3',
  IpAddress: '10.0.0.54',
};
/** 2026-11-16T09:00:00.1234567Z */
const TICKS = 134_392_932_001_234_567n;
const aLogon = (recordNumber: number, more: object = {}) => ({
  recordNumber,
  eventId: 4624,
  ticks: TICKS + BigInt(recordNumber),
  computer: 'WS1.corp.example',
  data: DATA,
  ...more,
});

/** The chunk without the header of the file. */
const chunkOf = (...events: Parameters<typeof writeEvtx>[0]): Buffer => writeEvtx(events).subarray(4096);

describe('a chunk of an EVTX file', () => {
  test('returns its records, each with all digits of the time of its event', () => {
    const records = readEvtxChunk(
      chunkOf(aLogon(1), aLogon(2, { headerTicks: 0n }), aLogon(3, { eventId: 4608 })),
    );
    expect(records).toMatchObject(
      [1, 2, 3].map((number) => ({
        Event: {
          System: {
            Provider: { '#attributes': { Name: 'Microsoft-Windows-Security-Auditing' } },
            EventID: { '#text': number === 3 ? '4608' : '4624' },
            EventRecordID: { '#text': String(number) },
            Channel: { '#text': 'Security' },
            Computer: { '#text': 'WS1.corp.example' },
            TimeCreated: { '#attributes': { SystemTime: `2026-11-16T09:00:00.12345${67 + number}Z` } },
          },
          EventData: DATA,
        },
      })),
    );
  });

  test('returns the same event for a record as XML, evtx_dump and Winlogbeat', () => {
    const [fromEvtx] = readEvtxChunk(chunkOf(aLogon(1001, { ticks: TICKS }))) ?? [];
    const SystemTime = '2026-11-16T09:00:00.1234567Z';
    const xml = `<Event><System><Provider Name="Microsoft-Windows-Security-Auditing"/><EventID>4624</EventID>
      <TimeCreated SystemTime="${SystemTime}"/><EventRecordID>1001</EventRecordID><Channel>Security</Channel>
      <Computer>WS1.corp.example</Computer></System><EventData>${Object.entries(DATA)
        .map(([name, text]) => `<Data Name="${name}">${text}</Data>`)
        .join('')}</EventData></Event>`;
    const dumped = {
      Event: {
        System: {
          Provider: { '#attributes': { Name: 'Microsoft-Windows-Security-Auditing' } },
          EventID: 4624,
          TimeCreated: { '#attributes': { SystemTime } },
          EventRecordID: 1001,
          Channel: 'Security',
          Computer: 'WS1.corp.example',
        },
        EventData: { ...DATA, LogonType: 3 },
      },
    };
    const shipped = {
      '@timestamp': '2026-11-16T09:00:00.123Z',
      winlog: {
        time_created: SystemTime,
        channel: 'Security',
        provider_name: 'Microsoft-Windows-Security-Auditing',
        event_id: '4624',
        record_id: 1001,
        computer_name: 'WS1.corp.example',
        event_data: DATA,
      },
    };
    const [event, ...others] = [fromEvtx, parseEventXml(xml), dumped, shipped].map((record) =>
      listEvents([record]),
    );
    expect(event).toEqual([
      {
        login: {
          time: '2026-11-16T09:00:00.123456Z',
          hostname: 'WS1.corp.example',
          user: 'CORP\\ana',
          uid: DATA.TargetUserSid,
          loginId: '0x8a1f0',
          loginType: 'REMOTE',
          loginSuccessful: true,
          srcIp: '10.0.0.54',
          sourceId: 'windows/security/1001',
        },
      },
    ]);
    expect(others).toEqual([event, event, event]);
  });

  test('is null if its checksums are wrong', () => {
    for (const at of [20, 600, 900]) {
      const chunk = chunkOf(aLogon(1), aLogon(2));
      chunk[at] = (chunk[at] ?? 0) ^ 1;
      expect(readEvtxChunk(chunk)).toBeNull();
    }
  });

  test('with correct checksums and any content is read or fails, and never ends the import', () => {
    const whole = chunkOf(aLogon(1), aLogon(2), aLogon(3));
    const changes = fc.array(fc.tuple(fc.nat(4000), fc.nat(255)), { minLength: 1, maxLength: 8 });
    let failures = 0;
    fc.assert(
      fc.property(changes, (bytes) => {
        const chunk = Buffer.from(whole);
        for (const [at, byte] of bytes) chunk[at] = byte;
        const records = readEvtxChunk(withChecksums(chunk)) ?? [null];
        expect(records.length).toBeGreaterThan(0);
        failures += records.filter((record) => record === null).length;
      }),
      samples(200),
    );
    expect(failures).toBeGreaterThan(10);
  });

  test('a header that states no records although there are some is a failure', () => {
    const chunk = chunkOf(aLogon(1));
    // The magic of the record, and the number of the first record.
    chunk[512] = 0;
    chunk[8] = 4;
    expect(readEvtxChunk(withChecksums(chunk))).toEqual([null]);
  });

  test('a record without data does not become an event without a user', () => {
    const records = readEvtxChunk(chunkOf(aLogon(1, { data: {} }))) ?? [];
    expect(listFates(records)).toEqual(['FAILED: no event data']);
  });
});
