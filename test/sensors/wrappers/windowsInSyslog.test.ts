import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { samples } from '../../support/samples.ts';
import {
  DISCONNECT,
  FAILED_LOGON,
  LOCK,
  LOGOFF,
  LOGON,
  RECONNECT,
  UNLOCK,
  USER_LOGOFF,
} from '../windows/messages.ts';
import { readEvents, readFates } from './readEvents.ts';

type Event = { readonly id: number; readonly message: string; readonly type?: string };

const AUDITING = 'Microsoft-Windows-Security-Auditing';
const inOneLine = (text: string): string => text.replaceAll(/[\r\n\t]+/g, ' ');
const word = (id: number): string => (id === 4625 ? 'FAILURE' : 'SUCCESS');
const audit = (id: number): string => (id === 4625 ? 'Failure Audit' : 'Success Audit');
const snare = (separator: string, { id, message }: Event): string =>
  `1|Security|4711|Mon Nov 02 10:11:12 2026|${id}|${AUDITING}|CORP\\ana|N/A|${audit(id)}|WS1.corp.example|Logon||${inOneLine(message)}|99`
    .split('|')
    .join(separator);

/** By writer, from its documentation: a line with an event of 2 November 2026, 10:11:12 UTC, at WS1. */
const WRITERS: Readonly<Record<string, (event: Event) => string>> = {
  // https://docs.nxlog.co/refman/current/xm/syslog.html
  'NXLog, to_syslog_bsd()': ({ message }) =>
    `<14>Nov  2 10:11:12 WS1.corp.example ${AUDITING}[712]: ${inOneLine(message)}`,
  'NXLog, a provider with blanks': ({ message }) =>
    `<14>Nov  2 10:11:12 WS1.corp.example Microsoft_Windows_security_auditing.[712]: ${inOneLine(message)}`,
  'NXLog, to_syslog_ietf() without structured data': ({ message }) =>
    `<14>1 2026-11-02T11:11:12.000000+01:00 WS1.corp.example ${AUDITING} 712 - - ${inOneLine(message)}`,
  // https://code.google.com/archive/p/eventlog-to-syslog
  'Eventlog to Syslog': ({ id, message }) =>
    `<14>Nov  2 10:11:12 WS1.corp.example Security-Auditing: ${id}: AUDIT_${word(id)} ${inOneLine(message)}`,
  'Eventlog to Syslog 4.3': ({ id, message }) =>
    `<14>Nov  2 10:11:12 WS1.corp.example ${AUDITING}: ${id}: ${inOneLine(message)}`,
  // https://support.oneidentity.com/technical-documents/doc1763080
  'syslog-ng Agent': ({ id, message }) =>
    `<134>Nov  2 10:11:12 WS1.corp.example Microsoft_Windows_security_auditing.[712]: CORP\\ana: Security Microsoft Windows security auditing.: [${audit(id)}] ${inOneLine(message)} (EventID ${id})`,
  // https://www.ossec.net/docs/docs/log_samples/windows
  OSSEC: ({ id, message }) =>
    `2026 Nov 02 10:11:12 WinEvtLog: Security: AUDIT_${word(id)}(${id}): ${AUDITING}: ana: CORP: WS1.corp.example: ${inOneLine(message)}`,
  'OSSEC, archives.log': ({ id, message }) =>
    `2026 Nov 02 10:11:13 (pc) 10.0.0.8->WinEvtLog 2026 Nov 02 10:11:12 WinEvtLog: Security: AUDIT_${word(id)}(${id}): ${AUDITING}: (no user): no domain: WS1.corp.example: ${inOneLine(message)}`,
  // https://learn.microsoft.com/advanced-threat-analytics/configure-event-collection
  WinCollect: ({ id, message }) => winCollect({ id, message }).join('\t'),
  'WinCollect with blanks': ({ id, message }) => winCollect({ id, message }).join(' '),
  'WinCollect with escaped tabs': ({ id, message }) => winCollect({ id, message }).join('\\t'),
  'Snare with blanks': (event) => `<13>Nov  2 10:11:12 collector MSWinEventLog ${snare(' ', event)}`,
  'Snare with commas': (event) =>
    `Nov  2 10:11:12 WS1.corp.example/10.0.0.7/1.9.130.1 MSWinEventLog,${snare(',', event)}`,
  'Snare with a colon and commas': (event) =>
    `<13>Nov  2 10:11:12 collector MSWinEventLog: ${snare(', ', event)}`,
  'Snare as a tag, with escaped tabs': (event) =>
    `<13>Nov  2 10:11:12 collector MSWinEventLog: ${snare('#011', event)}`,
  'Snare with tabs as characters': (event) =>
    `<13>Nov  2 10:11:12 collector MSWinEventLog\\t${snare('\\t', event)}`,
  'Snare with only a host': (event) => `WS1\tMSWinEventLog\t${snare('\t', event)}`,
};
const winCollect = ({ id, message }: Event): readonly string[] =>
  `<13>Nov 02 00:00:00 10.0.0.7 AgentDevice=WindowsLog|AgentLogFile=Security|PluginVersion=7.3.1.16|Source=${AUDITING}|Computer=WS1.corp.example
|OriginatingComputer=10.0.0.7|User=|Domain=|EventID=${id}|EventIDCode=${id}|EventType=8|EventCategory=12544|RecordNumber=1001|TimeGenerated=1793614272
|TimeWritten=1793614272|Level=Log Always|Keywords=Audit Success|Task=SE_ADT_LOGON_LOGON|Opcode=Info|Message=${inOneLine(message)}`
    .replaceAll('\n', '')
    .split('|');

const COMMON = { time: '2026-11-02T10:11:12.000000Z', hostname: 'WS1.corp.example', user: 'CORP\\ana' };
const SESSION = { ...COMMON, uid: 'S-1-5-21-1-2-3-1104', loginId: '0x8A1F0' };
const RDP = { loginType: 'RDP', srcIp: '203.0.113.9' };

describe.each(Object.entries(WRITERS))('an event of Windows as a text of %s', (_, write) => {
  test.each<[number, string, object]>([
    [4624, LOGON, { login: { ...SESSION, ...RDP, srcPort: 50_123, loginSuccessful: true } }],
    [
      4625,
      FAILED_LOGON,
      {
        login: {
          ...COMMON,
          user: 'CORP\\ana maria',
          srcIp: '203.0.113.9',
          srcHostname: 'KALI',
          loginType: 'REMOTE',
          loginSuccessful: false,
        },
      },
    ],
    [4634, LOGOFF, { logout: { ...SESSION, loginType: 'REMOTE' } }],
    [4647, USER_LOGOFF, { logout: SESSION }],
    [4778, RECONNECT, { reconnect: { ...COMMON, loginId: '0x8A1F0', ...RDP } }],
    [4779, DISCONNECT, { disconnect: { ...COMMON, loginId: '0x8A1F0', srcIp: '203.0.113.9' } }],
    [4800, LOCK, { lock: SESSION }],
    [4801, UNLOCK, { unlock: SESSION }],
    [4608, 'Windows is starting up.', { hostStart: { time: COMMON.time, hostname: COMMON.hostname } }],
  ])('%i', (id, message, event) => {
    expect(readEvents([write({ id, message })])).toMatchObject([event]);
  });

  test('a message in another language is not understood', () => {
    const message = 'Fehler beim Anmelden eines Kontos. Antragsteller: Sicherheits-ID: S-1-0-0';
    expect(readFates([write({ id: 4625, message })])).toEqual([
      expect.stringMatching(/^NOT_UNDERSTOOD: .*the message is not the English one/),
    ]);
  });

  test('another event is skipped', () => {
    const message = 'Special privileges assigned to new logon. Subject: Security ID: S-1-5-18';
    expect(readFates([write({ id: 4672, message })])).toEqual([expect.stringMatching(/^SKIPPED: /)]);
  });

  test('a name that contains the beginning of another line or message gives no event', () => {
    const forged = write({ id: 4624, message: LOGON.replaceAll('ana', 'eve') })
      .replaceAll('WS1', 'EVIL')
      .replace(/^.*?(?=EVIL)/, 'x: y: ');
    for (const id of [4624, 4625]) {
      const line = write({ id, message: id === 4624 ? LOGON : FAILED_LOGON });
      const fates = readEvents([line.replaceAll(/ana(?: maria)?/g, forged)]);
      expect(JSON.stringify(fates)).not.toMatch(/EVIL|eve/);
    }
  });

  test('a line that is cut gives no event with a part of a name', () => {
    for (const [id, message] of [
      [4624, LOGON],
      [4625, FAILED_LOGON],
      [4778, RECONNECT],
    ] as const) {
      const line = write({ id, message });
      const cuts = Array.from({ length: line.length }, (_one, end) => line.slice(0, end));
      for (const event of readEvents(cuts)) {
        const { hostname, user } = Object.values(event as object)[0] as Readonly<Record<string, unknown>>;
        expect(['WS1.corp.example', 'WS1']).toContain(hostname);
        expect([undefined, 'CORP\\ana', 'CORP\\ana maria']).toContain(user);
      }
    }
  });
});

test('damaged and spliced lines give no event with a part of a name', () => {
  const lines = Object.values(WRITERS).flatMap((write) => [
    write({ id: 4624, message: LOGON }),
    write({ id: 4625, message: FAILED_LOGON }),
    write({ id: 4778, message: RECONNECT }),
  ]);
  const words = (text: string): readonly string[] => text.split(/(?<=[\s,])/);
  const spliced = fc
    .tuple(fc.constantFrom(...lines), fc.constantFrom(...lines), fc.nat(), fc.nat())
    .map(([one, other, a, b]) => {
      const [first, second] = [words(one), words(other)];
      return [...first.slice(0, a % first.length), ...second.slice(b % second.length)].join('');
    });
  const users = new Set([undefined, 'CORP\\ana', 'CORP\\ana maria', 'ana', 'ana maria', 'CORP\\WS1$']);
  fc.assert(
    fc.property(spliced, (line) => {
      for (const event of readEvents([line])) {
        const { hostname, user } = Object.values(event as object)[0] as Readonly<Record<string, string>>;
        if (!users.has(user)) throw new Error(`user ${String(user)} of ${line}`);
        if (!/^WS1(?:\.corp\.example)?$/.test(hostname ?? '')) throw new Error(`host ${hostname} of ${line}`);
      }
    }),
    samples(300),
  );
});

test('the year of a line without one is the newest that its wrapper allows', () => {
  const line = `<14>Nov  2 10:11:12 WS1 ${AUDITING}[712]: ${inOneLine(LOGON)}`;
  const wrapped = { labels: {}, line, timestamp: '2025-12-01T00:00:00Z' };
  expect(readEvents([wrapped])).toMatchObject([{ login: { time: '2025-11-02T10:11:12.000000Z' } }]);
});

test('a message of the System log', () => {
  const line = (program: string, text: string): string => `<14>Nov  2 10:11:12 WS1 ${program}: ${text}`;
  expect(
    readEvents([
      line('Microsoft-Windows-Kernel-General[4]', 'The operating system is shutting down at system time x.'),
      line('Kernel-General', '12: The operating system started at system time x.'),
      line('EventLog[0]', 'The Event log service was stopped.'),
    ]),
  ).toMatchObject([{ hostStop: {} }, { hostStart: {} }, { hostSeen: {} }]);
});

test('a session of TerminalServices whose message is in one line', () => {
  const text = 'Remote Desktop Services: Session logon succeeded: User: CORP\\ana Session ID: 2';
  const line = `Nov  2 10:11:12 WS1 Microsoft-Windows-TerminalServices-LocalSessionManager[9]: ${text}`;
  expect(
    readEvents([`${line} Source Network Address: 203.0.113.9`], { terminalServices: 'READ' }),
  ).toMatchObject([{ login: { user: 'CORP\\ana', loginId: '0x2', loginType: 'RDP', srcIp: '203.0.113.9' } }]);
});

test('LEEF of Windows is not understood, with the remedy', () => {
  const leef = 'LEEF:1.0|Microsoft|Windows|2019|4624|devTime=Nov 02 2026 10:11:12\tusrName=ana';
  for (const line of [leef, `<13>Nov  2 10:11:12 WS1 ${leef}`]) {
    expect(readFates([line])).toEqual([expect.stringMatching(/^NOT_UNDERSTOOD: LEEF of Windows.*EVTX/)]);
  }
});

test('a line of another program that quotes an event is of that program', () => {
  const quoted = `${AUDITING}[712]: ${inOneLine(LOGON)}`;
  expect(readEvents([`Nov  2 10:11:12 web1 app[7]: ${quoted}`])).toEqual([]);
  expect(readEvents([`Nov  2 10:11:12 web1 app[7]: AgentDevice=WindowsLog Computer=x ${quoted}`])).toEqual(
    [],
  );
});
