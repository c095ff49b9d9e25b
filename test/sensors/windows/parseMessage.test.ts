import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { samples } from '../../support/samples.ts';
import {
  DISCONNECT,
  FAILED_LOGON,
  LOCK,
  LOGOFF,
  LOGON,
  OLD_LOGON,
  RECONNECT,
  UNLOCK,
  USER_LOGOFF,
} from './messages.ts';
import { listEvents, listFates } from './records.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A record of `Get-WinEvent | Select-Object TimeCreated, Id, Message, MachineName | ConvertTo-Json`. */
const record = (Id: number, Message: unknown, fields: Fields = {}): Fields => ({
  TimeCreated: '2026-11-16T10:00:00.1234567+01:00',
  Id,
  MachineName: 'WS1.corp.example',
  Message,
  ...fields,
});

const COMMON = {
  time: '2026-11-16T09:00:00.123456Z',
  hostname: 'WS1.corp.example',
  user: 'CORP\\ana',
  uid: 'S-1-5-21-1-2-3-1104',
  loginId: '0x8A1F0',
};
const { uid: _uid, ...WITHOUT_UID } = COMMON;
const RDP = { srcIp: '203.0.113.9', srcPort: 50_123, loginType: 'RDP' } as const;
const LOGIN = { ...COMMON, ...RDP, loginSuccessful: true, linkedLoginId: '0x8A1FF' };

test('properties that ConvertTo-Json wrote as the name of their type are not values', () => {
  for (const Properties of [Array(27).fill('System.Diagnostics.Eventing.Reader.EventProperty'), [{}, {}]]) {
    expect(listEvents([record(4624, LOGON, { Properties })])).toEqual([{ login: LOGIN }]);
    expect(listFates([record(4624, 'Ein Konto wurde angemeldet.', { Properties })])).toEqual([
      expect.stringContaining('NOT_UNDERSTOOD: 4624: the message is not the English one'),
    ]);
  }
});

describe('an English message has the fields of its event', () => {
  test.each([
    [4624, LOGON, { login: LOGIN }],
    [4624, OLD_LOGON, { login: { ...LOGIN, linkedLoginId: undefined } }],
    [
      4625,
      FAILED_LOGON,
      {
        login: {
          time: COMMON.time,
          hostname: COMMON.hostname,
          user: 'CORP\\ana maria',
          ...RDP,
          loginType: 'REMOTE',
          srcHostname: 'KALI',
          loginSuccessful: false,
        },
      },
    ],
    [4634, LOGOFF, { logout: { ...COMMON, loginType: 'REMOTE' } }],
    [4647, USER_LOGOFF, { logout: COMMON }],
    [
      4778,
      RECONNECT,
      {
        reconnect: { ...WITHOUT_UID, loginType: 'RDP', srcIp: RDP.srcIp, srcHostname: 'LAPTOP' },
      },
    ],
    [4779, DISCONNECT, { disconnect: { ...WITHOUT_UID, srcIp: RDP.srcIp } }],
    [4800, LOCK, { lock: COMMON }],
    [4801, UNLOCK, { unlock: COMMON }],
    [4608, 'Windows is starting up.\r\n\r\nThis event is logged when LSASS.EXE starts.', { hostStart: {} }],
    [1100, 'The event logging service has shut down.', { hostSeen: {} }],
    [12, 'The operating system started at system time 2026-11-16T08:59:57.500000000Z.', { hostStart: {} }],
    [13, 'The operating system is shutting down at system time 2026-11-16T08:59:57Z.', { hostStop: {} }],
    [6006, 'The Event log service was stopped.', { hostSeen: {} }],
    [6013, 'The system uptime is 4711 seconds.', { hostSeen: {} }],
  ])('%i', (id, message, event) => {
    expect(listEvents([record(id, message)])).toMatchObject([event]);
  });

  test.each([
    ['in one line, as Snare writes it', (text: string) => text.replaceAll(/[\r\n\t]/g, ' ')],
    ['in one line with single spaces', (text: string) => text.replaceAll(/\s+/g, ' ')],
    ['with LF', (text: string) => text.replaceAll('\r', '')],
  ])('%s', (_, change) => {
    expect(listEvents([record(4624, change(LOGON))])).toMatchObject([{ login: LOGIN }]);
    expect(listEvents([record(4625, change(FAILED_LOGON))])).toMatchObject([
      { login: { user: 'CORP\\ana maria', srcHostname: 'KALI' } },
    ]);
    expect(listEvents([record(4778, change(RECONNECT))])).toMatchObject([
      { reconnect: { srcIp: '203.0.113.9' } },
    ]);
  });

  test('an account that the Event Viewer names in place of its SID has no uid, except the well-known ones', () => {
    const withSid = (sid: string): string => LOGON.replace('S-1-5-21-1-2-3-1104', sid);
    for (const [sid, uid] of [
      ['CORP\\ana', undefined],
      ['CORP\\SYSTEM', undefined],
      ['SYSTEM', 'S-1-5-18'],
      ['NT AUTHORITY\\LOCAL SERVICE', 'S-1-5-19'],
      ['ANONYMOUS LOGON', 'S-1-5-7'],
    ]) {
      const [event] = listEvents([record(4624, withSid(sid ?? ''))]) as readonly { login: Fields }[];
      expect(event?.login['uid']).toBe(uid);
    }
  });
});

const NOT_ENGLISH =
  'the message is not the English one, and the record has nothing else; export the log as EVTX or event XML';

describe('a message that is not certain is not understood', () => {
  test.each([
    ['German', 4624, 'Ein Konto wurde erfolgreich angemeldet.\r\n\r\nAntragsteller:', NOT_ENGLISH],
    ['of another event', 4624, LOGOFF, NOT_ENGLISH],
    ['missing', 4625, null, NOT_ENGLISH],
    ['without a section', 4624, LOGON.replace(/New Logon:[\s\S]*/, ''), 'TargetUserName is missing'],
    [
      'with a label in a name',
      4625,
      FAILED_LOGON.replace('ana maria', 'ana Source Network Address: 10.0.0.1'),
      '"Account Domain" is not where its message has it',
    ],
    [
      'with a section in a name',
      4625,
      FAILED_LOGON.replace('ana maria', 'ana\r\n\r\nFailure Information:'),
      '"Account Domain" is not where its message has it',
    ],
    [
      'with a line break in a name',
      4625,
      FAILED_LOGON.replace('ana maria', 'ana\r\nmaria'),
      '"Account Name" extends over lines',
    ],
    [
      'cut in a name',
      4625,
      FAILED_LOGON.slice(0, FAILED_LOGON.indexOf('ana maria') + 'ana m'.length),
      'it may be cut in "Account Name"',
    ],
    [
      'with a line break in an address',
      4625,
      FAILED_LOGON.replace('203.0.113.9', '2001:db8:abcd:12::7a12:9c3e:4d2\r\n1'),
      '"Source Network Address" extends over lines',
    ],
  ])('%s', (_, id, message, problem) => {
    expect(listFates([record(id, message)])).toEqual([expect.stringContaining(problem)]);
    expect(listFates([record(id, message)])).toEqual([expect.stringMatching(/NOT_UNDERSTOOD/)]);
  });

  test('a message of an event that is not a session event is skipped, in any language', () => {
    expect(listFates([record(4672, 'Einer neuen Anmeldung …')])).toEqual([
      'SKIPPED: not a session event (a log without a name)',
    ]);
  });

  test.each([
    ['12 of another provider', 12, 'Microsoft-Windows-UserModePowerService', 'SKIPPED'],
    [
      '4624 of a provider in another language',
      4624,
      'Microsoft-Windows-Sicherheitsüberwachung.',
      'NOT_UNDERSTOOD',
    ],
    ['13 of the kernel in another language', 13, 'Microsoft-Windows-Kernel-General', 'NOT_UNDERSTOOD'],
  ])('%s', (_, id, ProviderName, kind) => {
    expect(listFates([record(id, 'Text.', { ProviderName })])).toEqual([expect.stringContaining(kind)]);
  });
});

describe('hostile messages', () => {
  const MESSAGES = [LOGON, OLD_LOGON, FAILED_LOGON, LOGOFF, RECONNECT, LOCK];
  const piecesOf = (text: string): readonly string[] => text.split(/(?<=\n)/);
  const PIECES = [...new Set(MESSAGES.flatMap(piecesOf))];

  test('messages with missing, added and moved parts give no event with a part of a name', () => {
    const text = fc
      .tuple(
        fc.constantFrom(...MESSAGES),
        fc.nat(),
        fc.nat(),
        fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }),
      )
      .map(([message, a, b, added]) => {
        const pieces = piecesOf(message);
        const [from = 0, to = 0] = [a % pieces.length, b % pieces.length].toSorted((x, y) => x - y);
        return [...pieces.slice(0, from), ...added, ...pieces.slice(to)].join('');
      });
    const known = new Set([
      'CORP\\ana',
      'CORP\\ana maria',
      'CORP\\WS1$',
      'ana',
      'ana maria',
      'WS1$',
      'CORP\\-',
    ]);
    fc.assert(
      fc.property(text, fc.constantFrom(4624, 4625, 4634, 4778, 4800), (message, id) => {
        for (const event of listEvents([record(id, message)])) {
          const { user, hostname } = Object.values(event)[0] as Fields;
          expect(hostname).toBe('WS1.corp.example');
          if (user !== undefined && !known.has(String(user)))
            throw new Error(`a part of a name: ${String(user)}`);
        }
      }),
      samples(500),
    );
  });
});
