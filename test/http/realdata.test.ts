import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';

import { beforeAll, describe, expect, test } from '@jest/globals';

import { runImport } from '../../src/importer/runImport.ts';
import { useApi } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';
import { sessionsOf } from '../support/sessionOracle.ts';
import type { OracleEvent } from '../support/sessionOracle.ts';
import type { OracleContext } from '../support/sessions/types.ts';

// Real logs of third parties, which are not part of this project; the tests are skipped when the folder does not exist.
const FOLDER = join(process.cwd(), '../shared/realdata/windows-json');
const describeReal = existsSync(FOLDER) ? describe : describe.skip;

const STORY = 'five_actions_story.nxlog_flat.jsonl';
const DAYS = 'session_events.nxlog_flat.jsonl';

const importInto = async (url: string, name: string): Promise<{ code: number; counts: string }> => {
  const output = new PassThrough();
  const interrupt = new AbortController().signal;
  const errors = new PassThrough();
  const code = await runImport(['--url', url, join(FOLDER, name)], { output, errors, interrupt });
  const lines = String(output.read()).split('\n');
  return {
    code,
    counts: lines
      .slice(0, 9)
      .map((line) => line.trim().replaceAll(/ +/g, ' '))
      .join(', '),
  };
};

type StoredEvent = OracleEvent & { readonly sourceId: string };

const EVENT_COLUMNS = `id as uuid, to_char(time, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as time, hostname, login_id as "loginId", action,
  login_successful as "loginSuccessful", linked_login_id as "linkedLoginId", login_type as "loginType", host(src_ip) as "srcIp", "user", uid`;

const CONTEXT_COLUMNS = `kind, id as uuid, to_char(time, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as time, hostname, login_id as "loginId", "user",
  user_domain as "userDomain", user_name as "userName", host(src_ip) as "srcIp", source_id as "sourceId"`;

const SESSION_COLUMNS = `hostname, login_id as "loginId", start_id as "startUuid", start_reason as "startReason", end_reason as "endReason",
  to_char(started_at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "startedAt", to_char(ended_at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "endedAt",
  "user", uid, login_type as "loginType",
  (select coalesce(array_agg(host(ip) order by host(ip)), '{}') from unnest(src_ips) ip)::text[] as "srcIps",
  lock_count as locks, unlock_count as unlocks, reconnect_count as reconnects`;

const inOrder = (rows: readonly object[]): object[] =>
  rows
    .map((row) => Object.fromEntries(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1))))
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** A separate database and API for each file, with the file imported. */
const useImported = (name: string) => {
  const database = useDatabase();
  const api = useApi(database);
  let imported = { code: -1, counts: '' };
  beforeAll(async () => {
    imported = await importInto(api().url, name);
  });
  const select = async <Row extends object>(text: string): Promise<readonly Row[]> =>
    (await database().writePool.query<Row>(text)).rows;
  return { api, imported: () => imported, select };
};

// Without a session: of the 759, 57 REMOTE logouts whose login is not in the log, 18 logins of SYSTEM and the services, 7 failed ones.
describeReal.each([
  [STORY, 36, { events: 11, disconnects: 2 }, 0],
  [DAYS, 779, { events: 759, disconnects: 0 }, 82],
])('%s, imported', (name, records, { events, disconnects }, withoutSession) => {
  const read = `${records} records read, ${events} events, 0 host starts, 0 host stops, 0 host seen, ${disconnects} disconnects`;
  const items = events + disconnects;
  const { api, imported, select } = useImported(name);

  test('is stored once, even if it is imported several times', async () => {
    expect(imported()).toEqual({
      code: 0,
      counts: `${read}, ${items} accepted, 0 duplicates, 0 rejected`,
    });
    expect(await importInto(api().url, name)).toEqual({
      code: 0,
      counts: `${read}, 0 accepted, ${items} duplicates, 0 rejected`,
    });
  });

  test('has the sessions that follow from the rules', async () => {
    const stored = await select<OracleEvent>(`select ${EVENT_COLUMNS} from session_event`);
    expect(stored).toHaveLength(events);
    const contexts = await select<OracleContext>(`select ${CONTEXT_COLUMNS} from context_event`);
    const expected = sessionsOf(stored, contexts).map(({ members: _, ...session }) => session);
    expect(inOrder(await select(`select ${SESSION_COLUMNS} from session`))).toEqual(inOrder(expected));
  });

  test('returns the session of each event', async () => {
    const stored = await select<StoredEvent>(
      `select ${EVENT_COLUMNS}, source_id as "sourceId" from session_event`,
    );
    const sessions = sessionsOf(
      stored,
      await select<OracleContext>(`select ${CONTEXT_COLUMNS} from context_event`),
    );
    const sessionOf = ({ uuid }: OracleEvent) => sessions.find(({ members }) => members.includes(uuid));
    const expected = stored.map((event) => {
      const session = sessionOf(event);
      const found = session && { loginId: session.loginId, startedAt: session.startedAt };
      return { hostname: event.hostname, sourceId: event.sourceId, session: found ?? null };
    });
    const { data } = await api().query(
      `{ sessionEvents(first: 1000) { nodes { hostname sourceId session { loginId startedAt } } } }`,
    );
    expect(inOrder(data.sessionEvents.nodes)).toEqual(inOrder(expected));
    expect(expected.filter(({ session }) => session === null)).toHaveLength(withoutSession);
  });
});

describeReal('the five actions', () => {
  const { api } = useImported(STORY);

  test('list the user at 07:20 once, with the remote desktop and its network login', async () => {
    const { data } = await api().query(`{ host(hostname: "WORKSTATION5.theshire.local") {
      loggedOn(at: "2020-09-04T07:20:00Z") { coverage { status } accounts { account { user } state certainty since sessions { loginId loginType } } }
    } }`);
    expect(data.host.loggedOn).toEqual({
      coverage: { status: 'COVERED' },
      accounts: [
        {
          account: { user: 'THESHIRE\\pgustavo' },
          state: 'ACTIVE',
          certainty: 'PROVEN',
          since: '2020-09-04T07:08:20.000000Z',
          sessions: [
            { loginId: '0xa992d', loginType: 'RDP' },
            { loginId: '0xf4513', loginType: 'REMOTE' },
          ],
        },
      ],
    });
  });

  const listAt = async (activeAt: string) => {
    const { data } = await api().query(
      `query ($activeAt: DateTime!) {
        sessions(filter: { hostname: { eq: "workstation5" }, activeAt: $activeAt, excludeNoise: true }) {
          nodes {
            user loginId loginType srcIps startedAt startReason endedAt lockCount unlockCount reconnectCount
            lockedSeconds(asOf: "2020-09-04T07:30:28Z") unlockedSeconds(asOf: "2020-09-04T07:30:28Z")
            disconnectedSeconds(asOf: "2020-09-04T07:30:28Z") state(at: $activeAt)
            events { nodes { time action loginId } }
          }
        }
      }`,
      { activeAt },
    );
    return data.sessions.nodes;
  };

  test('are one remote desktop session from its login on, with the elevated twin', async () => {
    const [desktop, ...others] = await listAt('2020-09-04T07:08:30Z').then(onlyRdp);
    expect(others).toEqual([]);
    expect(desktop).toMatchObject({
      user: 'THESHIRE\\pgustavo',
      loginId: '0xa992d',
      srcIps: ['1.2.3.4'],
      startedAt: '2020-09-04T07:08:20.000000Z',
      startReason: 'LOGIN',
      endedAt: null,
      lockCount: 2,
      unlockCount: 1,
      reconnectCount: 1,
      // Disconnected from 07:08:34 to the RECONNECT in the second of the LOCK, and from 07:30:27 on. The UNLOCK belongs to the RECONNECT.
      lockedSeconds: 0,
      unlockedSeconds: 14 + 21 * 60 + 52,
      disconnectedSeconds: 1 + 1,
    });
    const actions = desktop.events.nodes.map(
      ({ time, action, loginId }: any) => `${time.slice(11, 19)} ${action} ${loginId}`,
    );
    expect(actions).toEqual([
      '07:08:20 LOGIN 0xa96e8',
      '07:08:20 LOGIN 0xa992d',
      '07:08:35 LOCK 0xa992d',
      '07:08:35 RECONNECT 0xa992d',
      '07:08:38 UNLOCK 0xa992d',
      '07:30:28 LOCK 0xa992d',
    ]);
  });

  test.each([
    ['07:08:19', undefined],
    ['07:08:20', 'ACTIVE'],
    ['07:08:33', 'ACTIVE'],
    ['07:08:34', 'DISCONNECTED'],
    ['07:08:36', 'ACTIVE'],
    ['07:08:38', 'ACTIVE'],
    ['07:20:00', 'ACTIVE'],
    ['07:30:26', 'ACTIVE'],
    ['07:30:27', 'DISCONNECTED'],
    ['07:30:28', 'DISCONNECTED'],
    ['23:59:59', 'DISCONNECTED'],
  ])('at %s its state is %s', async (clock, state) => {
    const [desktop] = await listAt(`2020-09-04T${clock}Z`).then(onlyRdp);
    expect(desktop?.state).toBe(state);
  });

  test('at 07:20 the user has two sessions: the desktop, and the logon of its network level authentication', async () => {
    const sessions = await listAt('2020-09-04T07:20:00Z');
    expect(sessions).toMatchObject([
      { user: 'THESHIRE\\pgustavo', loginId: '0xf4513', loginType: 'REMOTE', state: 'ACTIVE' },
      { user: 'THESHIRE\\pgustavo', loginId: '0xa992d', loginType: 'RDP', state: 'ACTIVE' },
    ]);
  });
});

const onlyRdp = (sessions: readonly any[]) => sessions.filter(({ loginType }) => loginType === 'RDP');

describeReal('security.evtx', () => {
  const { select } = useImported('../windows-evtx/security.evtx');

  test('has no session across a restart, not even under the old name of the host', async () => {
    const open = await select<{ hostname: string; count: number; first: string }>(
      `select hostname, count(*)::int, to_char(min(started_at), 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as first
       from session where ended_at is null group by hostname`,
    );
    const [{ last } = { last: '' }] = await select<{ last: string }>(
      `select to_char(max(time), 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as last from context_event where kind = 'HOST_START'`,
    );
    expect(open.map(({ hostname }) => hostname)).not.toContain('37L4247F27-25');
    expect(last).toMatch(/^2017-/);
    for (const { first } of open) expect(first >= last).toBe(true);
  });
});
