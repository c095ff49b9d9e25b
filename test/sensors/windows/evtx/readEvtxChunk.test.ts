import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { parseEventXml } from '../../../../src/sensors/windows/parseEventXml.ts';
import { withChecksums, writeChunk } from '../../../support/evtxFile.ts';
import { samples } from '../../../support/samples.ts';
import { listEvents, listFates } from '../records.ts';

import { aLogon, DATA, TICKS } from './aLogon.ts';
import { readValues } from './readValues.ts';

const chunkOf = (...events: Parameters<typeof writeChunk>[0]): Buffer => writeChunk(events);

describe('a chunk of an EVTX file', () => {
  test('returns its records, each with all digits of the time of its event', () => {
    const records = readValues(
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
    const [fromEvtx] = readValues(chunkOf(aLogon(1001, { ticks: TICKS })));
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

  test.each([
    ['a shared template', 'SHARED'],
    // As the Windows Event Collector writes them to the log of forwarded events.
    ['no template', 'NONE'],
  ] as const)('returns the same records with %s', (_, templates) => {
    const events = [aLogon(1), aLogon(2, { computer: 'WS2.corp.example' })];
    const records = readValues(writeChunk(events, templates));
    expect(records).toEqual(readValues(writeChunk(events, 'OWN')));
    expect(listFates(records)).toEqual(['login', 'login']);
  });

  test('reads data that are elements of UserData, without a template, too', () => {
    const [record] = readValues(writeChunk([aLogon(1, { dataIn: 'EventXML' })], 'NONE'));
    expect(record).toMatchObject({ Event: { UserData: { EventXML: DATA } } });
  });

  test('with correct checksums and any content is read or fails, and never ends the import', () => {
    const whole = chunkOf(aLogon(1), aLogon(2), aLogon(3));
    const changes = fc.array(fc.tuple(fc.nat(4000), fc.nat(255)), { minLength: 1, maxLength: 8 });
    let failures = 0;
    fc.assert(
      fc.property(changes, (bytes) => {
        const chunk = Buffer.from(whole);
        for (const [at, byte] of bytes) chunk[at] = byte;
        const records = readValues(withChecksums(chunk));
        expect(records.length).toBeGreaterThan(0);
        failures += records.filter((record) => typeof record === 'string').length;
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
    expect(readValues(withChecksums(chunk))).toEqual([expect.stringMatching('damaged')]);
  });

  test('a record without data does not become an event without a user', () => {
    const records = readValues(chunkOf(aLogon(1, { data: {} })));
    expect(listFates(records)).toEqual(['FAILED: no event data']);
  });
});
