import { PassThrough } from 'node:stream';

import { describe, expect, test } from '@jest/globals';

import { runImport } from '../../src/importer/runImport.ts';
import { writeFile } from '../importer/importing.ts';
import { aRecord } from '../sensors/windows/records.ts';
import { useApi } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();
const api = useApi(database);

const CHANNEL = 'Microsoft-Windows-TerminalServices-LocalSessionManager/Operational';

type Told = readonly [eventId: number, user: string, session: number, address?: string];

/** Makes the session manager's log of a host, with one record per minute from 9:00 on. */
const logOf = (Hostname: string, told: readonly Told[]) =>
  told.map(([EventID, User, SessionID, Address], minute) => ({
    EventID,
    Channel: CHANNEL,
    Hostname,
    TimeCreated: `2026-11-16T09:${String(minute).padStart(2, '0')}:00Z`,
    EventRecordID: minute + 1,
    User,
    SessionID,
    ...(Address === undefined ? {} : { Address }),
  }));

const send = async (
  records: readonly unknown[],
  query: string,
): Promise<{ readonly status: number; readonly answer: any }> => {
  const body = records.map((record) => JSON.stringify(record)).join('\n');
  const response = await fetch(new URL(`/ingest${query}`, api().url), { method: 'POST', body });
  return { status: response.status, answer: await response.json() };
};

const listSessions = async (hostname: string) => {
  const { data } = await api().query(
    `query ($hostname: String!) { sessions(filter: { hostname: { eq: $hostname } }, order: { field: STARTED, direction: ASCENDING }) {
      nodes { user loginId loginType srcIps startReason startedAt endedAt endReason reconnectCount } } }`,
    { hostname },
  );
  return data.sessions.nodes.map(({ startedAt, endedAt, ...others }: any) => ({
    ...others,
    from: startedAt.slice(11, 16),
    until: endedAt?.slice(11, 16) ?? null,
  }));
};

const OPTION = '?terminalServices=true';
const LOGGED = { startReason: 'LOGIN', endReason: 'LOGOUT', reconnectCount: 0 };

describe('the session manager of TerminalServices, when the Security log is overwritten', () => {
  test('a session is disconnected and reconnected, and its number is reused', async () => {
    const log = logOf('TS1', [
      [21, 'CORP\\ana', 3, '10.0.0.9'],
      [24, 'CORP\\ana', 3, '10.0.0.9'],
      [25, 'CORP\\ana', 3, '10.0.0.10'],
      [21, 'CORP\\ben', 1, 'LOCAL'],
      [23, 'CORP\\ana', 3],
      [21, 'CORP\\carol', 3, '10.0.0.11'],
    ]);
    const { answer } = await send(log, OPTION);
    expect(answer).toEqual({
      accepted: 6,
      duplicates: 0,
      rejected: 0,
      skipped: 0,
      unrelated: 0,
      notUnderstood: 0,
      errors: [],
    });
    const { data } = await api().query(
      '{ host(hostname: "TS1") { contextEvents { nodes { __typename ... on Disconnect { loginId user srcIp } } } } }',
    );
    expect(data.host.contextEvents.nodes).toEqual([
      { __typename: 'Disconnect', loginId: '0x3', user: 'CORP\\ana', srcIp: '10.0.0.9' },
    ]);
    expect(await listSessions('TS1')).toEqual([
      {
        ...LOGGED,
        user: 'CORP\\ana',
        loginId: '0x3',
        loginType: 'RDP',
        srcIps: ['10.0.0.10', '10.0.0.9'],
        reconnectCount: 1,
        from: '09:00',
        until: '09:04',
      },
      {
        ...LOGGED,
        endReason: null,
        user: 'CORP\\ben',
        loginId: '0x1',
        loginType: 'INTERACTIVE',
        srcIps: [],
        from: '09:03',
        until: null,
      },
      {
        ...LOGGED,
        endReason: null,
        user: 'CORP\\carol',
        loginId: '0x3',
        loginType: 'RDP',
        srcIps: ['10.0.0.11'],
        from: '09:05',
        until: null,
      },
    ]);
  });

  test('a session from before the log is first seen when it is reconnected', async () => {
    await send(
      logOf('TS2', [
        [25, 'CORP\\ana', 3, '10.0.0.9'],
        [23, 'CORP\\ana', 3],
        [23, 'CORP\\ben', 4],
      ]),
      OPTION,
    );
    expect(await listSessions('TS2')).toMatchObject([
      { user: 'CORP\\ana', startReason: 'FIRST_SEEN', loginType: 'RDP', from: '09:00', until: '09:01' },
      { user: 'CORP\\ben', startReason: 'FIRST_SEEN', loginType: null, from: '09:02', until: '09:02' },
    ]);
  });

  test('together with the Security log the user is listed once, with a session from each', async () => {
    const security = aRecord({
      Hostname: 'TS3',
      LogonType: '10',
      IpAddress: '10.0.0.9',
      TimeCreated: '2026-11-16T09:00:00Z',
    });
    await send([security, ...logOf('TS3', [[21, 'CORP\\ana', 3, '10.0.0.9']])], OPTION);
    const { data } = await api().query(`{ host(hostname: "TS3") { loggedOn(at: "2026-11-16T09:00:00Z") {
      accounts { account { user } sessions { loginId loginType } } } } }`);
    expect(data.host.loggedOn.accounts).toEqual([
      {
        account: { user: 'CORP\\ana' },
        sessions: [
          { loginId: '0x3', loginType: 'RDP' },
          { loginId: '0x8a1f0', loginType: 'RDP' },
        ],
      },
    ]);
  });

  test.each([
    ['?terminalServices=false'],
    ['?terminalServices'],
    ['?terminalServices=true&terminalServices=true'],
  ])('%s is refused', async (query) => {
    const { status, answer } = await send([], query);
    expect([status, answer.errors[0].message]).toEqual([400, 'terminalServices must be true or omitted.']);
  });

  test.each([
    [[], 0, '1  TerminalServices session manager 21 logon: repeats 4624'],
    [['--terminal-services'], 1, '0  skipped'],
  ])('the importer with %j', async (options, accepted, line) => {
    const output = new PassThrough();
    const words = ['--url', api().url, ...options, writeFile(logOf('TS4', [[21, 'CORP\\ana', 3, 'LOCAL']]))];
    const interrupt = new AbortController().signal;
    expect(await runImport(words, { output, errors: new PassThrough(), interrupt })).toBe(0);
    expect(String(output.read())).toContain(line);
    expect(await listSessions('TS4')).toHaveLength(accepted);
  });
});
