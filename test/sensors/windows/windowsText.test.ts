import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { parseSnare } from '../../../src/sensors/windows/text/parseSnare.ts';
import { parseWindowsCef } from '../../../src/sensors/windows/text/parseWindowsCef.ts';
import { isWinEventLogStart, parseWinEventLog } from '../../../src/sensors/windows/text/parseWinEventLog.ts';
import { parseInputZone } from '../../../src/sensors/timeZone.ts';
import { samples } from '../../support/samples.ts';
import { FAILED_LOGON, LOGON, RECONNECT } from './messages.ts';
import { listEvents, listFates } from './records.ts';
import type { Fields } from './records.ts';

const UTC = parseInputZone('+00:00');
const AUDITING = 'Microsoft-Windows-Security-Auditing';

// As in the pages of Splunk, docs.splunk.com: Monitor Windows event log data.
const aWinEventLog = (fields: Fields = {}, message = LOGON): string => {
  const all = {
    LogName: 'Security',
    EventCode: '4624',
    EventType: '0',
    ComputerName: 'WS1.corp.example',
    SourceName: 'Microsoft Windows security auditing.',
    Type: 'Information',
    RecordNumber: '1001',
    Keywords: 'Audit Success',
    TaskCategory: 'Logon',
    OpCode: 'Info',
    ...fields,
  };
  const lines = Object.entries(all).map(([key, value]) => `${key}=${value}`);
  return ['11/16/2026 09:00:00 AM', ...lines, `Message=${message}`].join('\n');
};

const LOGIN = {
  time: '2026-11-16T09:00:00.000000Z',
  hostname: 'WS1.corp.example',
  user: 'CORP\\ana',
  uid: 'S-1-5-21-1-2-3-1104',
  loginId: '0x8A1F0',
  sourceId: 'windows/security/1001',
  loginType: 'RDP',
  srcIp: '203.0.113.9',
  srcPort: 50_123,
  loginSuccessful: true,
  linkedLoginId: '0x8A1FF',
};

describe("text of Splunk's forwarder", () => {
  test('has the fields of the event', () => {
    expect(listEvents([parseWinEventLog(aWinEventLog())], UTC)).toEqual([{ login: LOGIN }]);
    expect(listEvents([parseWinEventLog(aWinEventLog().replaceAll(/[\n\r\t]/g, ' '))], UTC)).toEqual([
      { login: LOGIN },
    ]);
    expect(listFates([parseWinEventLog(aWinEventLog())])).toEqual([expect.stringContaining('--timezone')]);
  });

  test.each([
    ['12:00:00 AM', '2026-11-16T00:00:00.000000Z'],
    ['12:30:00 PM', '2026-11-16T12:30:00.000000Z'],
    ['01:00:00.250 PM', '2026-11-16T13:00:00.250000Z'],
  ])('the time %s', (clock, time) => {
    const text = aWinEventLog().replace('09:00:00 AM', clock);
    expect(listEvents([parseWinEventLog(text)], UTC)).toMatchObject([{ login: { time } }]);
  });

  test('other events', () => {
    const texts = [
      aWinEventLog({ EventCode: '4625', Keywords: 'Audit Failure' }, FAILED_LOGON),
      aWinEventLog({ EventCode: '4778' }, RECONNECT),
      aWinEventLog({ EventCode: '4672' }, 'Special privileges assigned to new logon.'),
      aWinEventLog({ EventCode: '4624' }, 'Ein Konto wurde erfolgreich angemeldet.'),
      aWinEventLog(
        { LogName: 'System', EventCode: '13', SourceName: 'Microsoft-Windows-Kernel-General' },
        STOP,
      ),
    ];
    expect(listFates(texts.map(parseWinEventLog), UTC)).toEqual([
      'login',
      'reconnect',
      'SKIPPED: 4672 special privileges: no CAR action',
      expect.stringContaining('NOT_UNDERSTOOD'),
      'hostStop',
    ]);
  });
  const STOP = 'The operating system is shutting down at system time 2026-11-16T09:00:00.000000000Z.';

  test.each(['Nov 16 09:00:00 web01 sshd[7]: LogName=Security', '11/16/2026 09:00:00 AM something', ''])(
    'other text: %j',
    (text) => {
      expect(parseWinEventLog(text)).toBeNull();
      expect(isWinEventLogStart(text)).toBe(false);
    },
  );
});

// As in Snare's and NXLog's manuals: docs.nxlog.co/userguide/integrate/snare.html.
const aSnareEvent = (fields: Fields = {}, message = LOGON): string => {
  const all: Fields = {
    criticality: 1,
    log: 'Security',
    counter: 4711,
    time: 'Mon Nov 16 09:00:00 2026',
    id: 4624,
    source: AUDITING,
    user: 'CORP\\ana',
    sidType: 'N/A',
    type: 'Success Audit',
    host: 'WS1.corp.example',
    category: 'Logon',
    data: '',
    message: message.replaceAll(/[\r\n\t]/g, ' '),
    checksum: 99,
    ...fields,
  };
  return ['MSWinEventLog', ...Object.values(all)].join('\t');
};

describe('text of Snare', () => {
  test.each([
    ['tabs', aSnareEvent()],
    ['tabs that rsyslog escaped', aSnareEvent().replaceAll('\t', '#011')],
    ['a day of one digit', aSnareEvent({ time: 'Mon Nov 16 09:00:00 2026' })],
  ])('with %s', (_, text) => {
    expect(listEvents([parseSnare(text)], UTC)).toEqual([{ login: { ...LOGIN, sourceId: undefined } }]);
  });

  test.each([
    ['Sun Nov  1 09:00:00 2026', '2026-11-01T09:00:00.000000Z'],
    ['Sun Nov 1 09:00:00 2026', '2026-11-01T09:00:00.000000Z'],
  ])('the time %s', (time, expected) => {
    expect(listEvents([parseSnare(aSnareEvent({ time }))], UTC)).toMatchObject([
      { login: { time: expected } },
    ]);
  });

  test.each(['MSWinEventLog is a word', 'MSWinEventLog\t1\tSecurity\t4711', 'MSWinEventLog'])(
    'other text: %j',
    (text) => {
      expect(parseSnare(text)).toBeNull();
    },
  );
});

// The fields of ArcSight's SmartConnector for the Security log.
const aCef = (id: number, fields: Fields = {}): string => {
  const all: Fields = {
    eventId: 1_013_540_004,
    externalId: id,
    cat: 'Security',
    rt: '1794819600123',
    src: '203.0.113.9',
    spt: 50_123,
    shost: 'LAPTOP',
    dhost: 'WS1.corp.example',
    dntdom: 'CORP',
    duser: 'ana',
    duid: '0x8a1f0',
    cs1: 'Impersonation',
    cn1: 10,
    cs1Label: 'Impersonation Level',
    cn1Label: 'LogonType',
    ...fields,
    _cefVer: '0.1',
  };
  const extension = Object.entries(all).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${String(value)}`],
  );
  return `CEF:0|Microsoft|Microsoft Windows|Windows Server 2019|${AUDITING}:${id}|An account \\| was logged on.|Low|${extension.join(' ')}`;
};

describe('events of Windows in the Common Event Format', () => {
  const login = {
    time: '2026-11-16T09:00:00.123000Z',
    hostname: 'WS1.corp.example',
    user: 'CORP\\ana',
    loginId: '0x8a1f0',
    loginType: 'RDP',
    srcIp: '203.0.113.9',
    srcPort: 50_123,
    srcHostname: 'LAPTOP',
    loginSuccessful: true,
  };

  test.each<[string, Fields, Fields]>([
    ['a login', {}, { login }],
    ['no label of the type', { cn1Label: undefined }, { login }],
    ['the type under its name', { cn1Label: 'Logon Type' }, { login }],
    ['a device that is the destination', { dvchost: 'ws1' }, { login: { hostname: 'ws1' } }],
    ['only a device', { dvchost: 'WS1', dhost: undefined }, { login: { hostname: 'WS1' } }],
    ['escaped characters', { duser: 'a\\=b c\\\\d' }, { login: { user: 'CORP\\a=b c\\d' } }],
  ])('%s', (_, fields, event) => {
    expect(listEvents([parseWindowsCef(aCef(4624, fields))])).toMatchObject([event]);
  });

  test('other events', () => {
    const texts = [
      aCef(4625, { cn1: 3 }),
      aCef(4634, { cn1: 3 }),
      aCef(4647),
      aCef(4778, { cs2: 'RDP-Tcp#1', cs2Label: 'Session Name' }),
      aCef(4779, { cs2: 'RDP-Tcp#1', cs2Label: 'Session Name' }),
      aCef(4800),
      aCef(4801),
      aCef(4608),
      aCef(4672),
    ];
    expect(listFates(texts.map(parseWindowsCef))).toEqual([
      'login',
      'logout',
      'logout',
      'reconnect',
      'disconnect',
      'lock',
      'unlock',
      'hostStart',
      'SKIPPED: 4672 special privileges: no CAR action',
    ]);
    expect(listEvents([parseWindowsCef(texts[3] ?? '')])).toMatchObject([
      { reconnect: { srcIp: '203.0.113.9', srcHostname: 'LAPTOP', loginType: 'RDP', loginId: '0x8a1f0' } },
    ]);
  });

  test('a line that is cut in a name is not understood', () => {
    const whole = aCef(4624);
    const cut = whole.slice(0, whole.indexOf('duser=ana') + 'duser=an'.length);
    expect(listFates([parseWindowsCef(cut)])).toEqual([expect.stringContaining('the line may be cut')]);
  });

  test.each<[string, Fields, string]>([
    ['a key twice', { dst: '10.0.0.1 duser=eve' }, 'CEF: duser is in it twice'],
    ['two hosts', { dvchost: 'COLLECTOR' }, 'CEF: dvchost and dhost are different hosts'],
    ['no account', { duser: undefined }, 'CEF: it has no duser'],
  ])('%s is not understood', (_, fields, problem) => {
    expect(listFates([parseWindowsCef(aCef(4624, fields))])).toEqual([expect.stringContaining(problem)]);
  });

  test.each([
    'CEF:0|Security|threatmanager|1.0|100|worm successfully stopped|10|src=10.0.0.1',
    'CEF:0|Microsoft|Azure Sentinel|1|4624|x|1|a=b',
    'CEF:0|Microsoft|Microsoft Windows|',
    'CEF:',
  ])('other text: %j', (text) => {
    expect(parseWindowsCef(text)).toBeNull();
  });
});

describe('hostile text', () => {
  /** Texts of one format each. */
  const FORMATS = [
    [
      aWinEventLog(),
      aWinEventLog({ EventCode: '4625' }, FAILED_LOGON),
      aWinEventLog({ EventCode: '4778' }, RECONNECT),
    ],
    [aSnareEvent(), aSnareEvent({ id: 4625 }, FAILED_LOGON)],
    [aCef(4624), aCef(4625), aCef(4778)],
  ];
  const TEXTS = FORMATS.flat();
  const PARSERS = [parseWinEventLog, parseSnare, parseWindowsCef] as const;
  const HOSTS = new Set(['WS1.corp.example']);
  const USERS = new Set([undefined, 'CORP\\ana', 'ana', 'CORP\\ana maria', 'ana maria']);

  test('splices at the ends of values give no event with a part of a host or user', () => {
    const pieces = (text: string): readonly string[] =>
      text.split(text.startsWith('MSWinEventLog') ? /(?<=\t)/ : /(?<=\n)|(?= \w{1,20}=)/);
    const spliced = fc
      .constantFrom(...FORMATS)
      .chain((texts) => fc.tuple(fc.constantFrom(...texts), fc.constantFrom(...texts), fc.nat(), fc.nat()))
      .map(([one, other, a, b]) => {
        const [first, second] = [pieces(one), pieces(other)];
        return [...first.slice(0, a % first.length), ...second.slice(b % second.length)].join('');
      });
    fc.assert(
      fc.property(spliced, (text) => {
        for (const parse of PARSERS) {
          const record = parse(text);
          if (record === null) continue;
          for (const event of listEvents([record], UTC)) {
            const { hostname, user } = Object.values(event)[0] as Fields;
            if (!HOSTS.has(String(hostname))) throw new Error(`host ${String(hostname)} of ${text}`);
            if (!USERS.has(user as string)) throw new Error(`user ${String(user)} of ${text}`);
          }
        }
      }),
      samples(500),
    );
  });

  test('any cut is parsed or refused', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TEXTS), fc.nat(), fc.nat(), fc.string(), (text, a, b, added) => {
        const cut = text.slice(0, a % text.length) + added + text.slice(b % text.length);
        const records = PARSERS.flatMap((parse) => parse(cut) ?? []);
        expect(listFates(records, UTC)).toHaveLength(records.length);
      }),
      samples(300),
    );
  });
});
