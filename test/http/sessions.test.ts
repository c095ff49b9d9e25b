import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { INGEST, INGEST_CONTEXT, useApi } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';
import { aLogin, aLogout } from '../support/events.ts';
import { at, events, HOSTS, starts, STARTS } from '../support/fewDays.ts';
import { foldFacts, sessionsOf } from '../support/sessionOracle.ts';
import { stateAt } from '../support/sessions/periods.ts';
import { samples } from '../support/samples.ts';

const api = useApi(useDatabase());

const SESSION = `id hostname loginId user userDomain userName uid loginType srcIp srcIps startedAt startReason endedAt endedAfter endReason state
  durationSeconds duration lockedSeconds unlockedSeconds lockCount unlockCount reconnectCount startEvent { id } endEvent { id }`;

const list = async (variables: object): Promise<any> => {
  const { data, errors } = await api().query(
    `query ($filter: SessionFilter, $order: SessionOrder! = { field: STARTED }, $first: Int, $after: String, $last: Int, $before: String) {
      sessions(filter: $filter, order: $order, first: $first, after: $after, last: $last, before: $before) {
        totalCount(mode: EXACT) { value } nodes { ${SESSION} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
    variables,
  );
  expect(errors).toBeUndefined();
  return data.sessions;
};

let allEvents: any[] = [];
let all: any[] = [];
let oracle: ReturnType<typeof sessionsOf> = [];
const uuidOf = (id: string): string => Buffer.from(id, 'base64url').toString('utf8').split(' ')[2] ?? '';

beforeAll(async () => {
  const half = events.length / 2;
  await api().query(INGEST, { events: events.slice(half) });
  const { data } = await api().query(INGEST_CONTEXT, {
    events: [...starts, starts[0]].map((hostStart) => ({ hostStart })),
  });
  expect(data.ingestContextEvents).toMatchObject({ accepted: 2, duplicates: 1 });
  await api().query(INGEST, { events: events.slice(0, half) });
  const answer = await api()
    .query(`{ sessionEvents(first: 1000, order: OLDEST_FIRST) { nodes { __typename id time action hostname user uid loginId
    session { id } ... on RemoteCapableEvent { loginType srcIp } ... on LoginEvent { loginSuccessful linkedLoginId } } } }`);
  allEvents = answer.data.sessionEvents.nodes.map((event: any) => ({ ...event, uuid: uuidOf(event.id) }));
  all = (await list({ first: 1000, order: { field: 'STARTED', direction: 'ASCENDING' } })).nodes;
  oracle = sessionsOf(allEvents, STARTS);
});

describe('Session', () => {
  test('has the field values of the oracle', () => {
    expect(all.length).toBeGreaterThan(60);
    const expected = oracle.map((session) => ({
      hostname: session.hostname,
      loginId: session.loginId,
      startedAt: session.startedAt,
      startReason: session.startReason,
      endedAt: session.endedAt,
      endReason: session.endReason,
      user: session.user,
      loginType: session.loginType,
      srcIps: session.srcIps,
      lockCount: session.locks,
      unlockCount: session.unlocks,
      reconnectCount: session.reconnects,
      durationSeconds:
        session.endedAt === null
          ? null
          : (Date.parse(session.endedAt) - Date.parse(session.startedAt)) / 1000,
    }));
    const fields = Object.keys(expected[0] ?? {});
    const answered = all.map((session) => Object.fromEntries(fields.map((field) => [field, session[field]])));
    const inOrder = (rows: object[]): string[] => rows.map((row) => JSON.stringify(row)).toSorted();
    expect(inOrder(answered)).toEqual(inOrder(expected));
    expect(new Set(expected.map(({ endReason }) => endReason))).toEqual(
      new Set([null, 'LOGOUT', 'SUPERSEDED', 'HOST_RESTART']),
    );
  });

  test('each event has its session, and each session its events', async () => {
    const sessionOf = new Map(
      oracle.flatMap((session) => session.members.map((uuid) => [uuid, session.startUuid])),
    );
    for (const event of allEvents) {
      const answered = event.session === null ? undefined : uuidOf(event.session.id);
      expect([event.uuid, answered]).toEqual([event.uuid, sessionOf.get(event.uuid)]);
    }
    for (const { startUuid, members } of oracle.slice(0, 25)) {
      const session = all.find(({ id }) => uuidOf(id) === startUuid);
      const { data } = await api().query(
        'query ($id: ID!) { node(id: $id) { ... on Session { startEvent { id } events(first: 1000) { totalCount { value } nodes { id } } } } }',
        { id: session.id },
      );
      expect(data.node.events.nodes.map(({ id }: any) => uuidOf(id))).toEqual(members);
      expect(data.node.events.totalCount.value).toBe(members.length);
      expect(uuidOf(data.node.startEvent.id)).toBe(startUuid);
    }
  });

  test('has a state at any time', async () => {
    const hosts = foldFacts(allEvents, STARTS);
    for (const { startUuid, members, startedAt } of oracle.filter(({ locks }) => locks > 0).slice(0, 12)) {
      const { id } = all.find((session) => uuidOf(session.id) === startUuid);
      const host = hosts.find(({ sessions }) => sessions.some((session) => session.startUuid === startUuid))!;
      const session = host.sessions.find((other) => other.startUuid === startUuid)!;
      const moments = [
        startedAt,
        ...members.map((uuid) => allEvents.find((event) => event.uuid === uuid).time),
      ];
      for (const moment of new Set(moments)) {
        const { data } = await api().query(
          'query ($id: ID!, $at: DateTime!) { node(id: $id) { ... on Session { state(at: $at) before: state(at: "2020-01-01T00:00:00Z") } } }',
          { id, at: moment },
        );
        expect(data.node).toEqual({ state: stateAt(host, session, moment), before: null });
      }
    }
  });

  test('measures an open session up to the requested time', async () => {
    const { id, startedAt } = all.find(({ endedAt }) => endedAt === null);
    const asOf = new Date(Date.parse(startedAt) + 93_784_500).toISOString();
    const { data } = await api().query(
      'query ($id: ID!, $asOf: DateTime!) { node(id: $id) { ... on Session { durationSeconds(asOf: $asOf) duration(asOf: $asOf) open: duration } } }',
      { id, asOf },
    );
    expect(data.node).toEqual({ durationSeconds: 93_784.5, duration: 'PT26H3M4.5S', open: null });
  });

  test('has no proof before its start', async () => {
    const { id, startedAt } = all[0];
    const asOf = startedAt.replace(/\d{4}/, (year: string) => String(Number(year) - 1));
    const { data } = await api().query(
      'query ($id: ID!, $asOf: DateTime!, $startedAt: DateTime!) { node(id: $id) { ... on Session { before: endedAfter(asOf: $asOf) at: endedAfter(asOf: $startedAt) } } }',
      { id, asOf, startedAt },
    );
    expect(data.node).toEqual({ before: null, at: startedAt });
  });

  test('an elevated twin opens no session and belongs to the session of its linked login', async () => {
    const common = { hostname: 'TWINS', time: at(0), loginType: 'RDP' };
    const twins = [
      aLogin({ ...common, loginId: '0xe1', linkedLoginId: '0xe2', sourceId: 'w/1' }),
      aLogin({ ...common, loginId: '0xe2', sourceId: 'w/2' }),
      aLogout({ ...common, time: at(60), loginId: '0xe2', sourceId: 'w/3' }),
    ];
    await api().query(INGEST, { events: twins });
    const { nodes } = await list({ filter: { hostname: { eq: 'twins' } } });
    expect(nodes).toMatchObject([
      { loginId: '0xe2', endReason: 'LOGOUT', durationSeconds: 60, duration: 'PT1M' },
    ]);
    const { data } = await api().query(
      'query ($id: ID!) { node(id: $id) { ... on Session { events { nodes { loginId session { id } } } } } }',
      { id: nodes[0].id },
    );
    const ids = data.node.events.nodes.map(({ loginId, session }: any) => [loginId, session.id]);
    expect(ids).toEqual(['0xe1', '0xe2', '0xe2'].map((loginId) => [loginId, nodes[0].id]));
  });
});

describe('sessions', () => {
  const seconds = (time: string): number => Date.parse(time) / 1000;
  const isActive = (session: any, moment: string): boolean =>
    session.startedAt <= moment && (session.endedAt === null || session.endedAt > moment);
  const moment = at(120 * 977).replace('Z', '000Z');
  /** After the last event. */
  const later = at(1000 * 977).replace('Z', '000Z');
  const range = { from: at(100 * 977), until: at(110 * 977) };

  test.each<[string, object, (session: any) => boolean]>([
    ['activeAt', { activeAt: moment }, (session) => isActive(session, moment)],
    [
      'provenAt',
      { provenAt: moment },
      (session) => isActive(session, moment) && session.endedAfter >= moment,
    ],
    [
      'activeAt and not provenAt',
      { activeAt: later, not: { provenAt: later } },
      (session) => isActive(session, later) && session.endedAfter < later,
    ],
    ['open', { open: true }, ({ endedAt }) => endedAt === null],
    ['not open', { open: false }, ({ endedAt }) => endedAt !== null],
    ['not of open', { not: { open: true } }, ({ endedAt }) => endedAt !== null],
    ['everLocked', { everLocked: true }, ({ lockCount, unlockCount }) => lockCount + unlockCount > 0],
    ['never locked', { everLocked: false }, ({ lockCount, unlockCount }) => lockCount + unlockCount === 0],
    [
      'overlaps',
      { overlaps: range },
      ({ startedAt, endedAt }) =>
        startedAt !== endedAt &&
        seconds(startedAt) < seconds(range.until) &&
        (endedAt === null || seconds(endedAt) > seconds(range.from)),
    ],
    [
      'duration',
      { duration: { gte: 'PT1H', lt: 'PT6H' } },
      ({ durationSeconds }) =>
        durationSeconds !== null && durationSeconds >= 3600 && durationSeconds < 21_600,
    ],
    ['any source', { srcIp: { eq: '10.0.0.1' } }, ({ srcIps }) => srcIps.includes('10.0.0.1')],
    [
      'any source in a network',
      { srcIp: { inCidr: ['203.0.113.0/24'] } },
      ({ srcIps }) => srcIps.includes('203.0.113.9'),
    ],
    ...(
      [
        [{ notInCidr: ['10.0.0.0/8'] }, ['203.0.113.9']],
        [{ notInCidr: ['203.0.113.0/24', '192.0.2.0/24'] }, ['10.0.0.1']],
        [{ isPrivate: false }, ['203.0.113.9']],
      ] as const
    ).flatMap(([srcIp, outside]): [string, object, (session: any) => boolean][] => {
      const isWanted = ({ srcIps }: any): boolean =>
        srcIps.length === 0 || outside.some((source) => srcIps.includes(source));
      return [
        [`any source or none with ${JSON.stringify(srcIp)}`, { srcIp }, isWanted],
        [`not of ${JSON.stringify(srcIp)}`, { not: { srcIp } }, (session) => !isWanted(session)],
      ];
    }),
    ['a private source', { srcIp: { isPrivate: true } }, ({ srcIps }) => srcIps.includes('10.0.0.1')],
    ['no source', { srcIp: { isNull: true } }, ({ srcIps }) => srcIps.length === 0],
    [
      'host and user',
      { hostname: { eq: 'b' }, user: { in: ['u1', 'corp\\U2'] } },
      ({ hostname, userName }) => hostname === 'B' && ['u1', 'u2'].includes(userName),
    ],
    [
      'reasons',
      { or: [{ startReason: { eq: 'FIRST_SEEN' } }, { endReason: { in: ['HOST_RESTART'] } }] },
      ({ startReason, endReason }) => startReason === 'FIRST_SEEN' || endReason === 'HOST_RESTART',
    ],
    ['ended since', { endedAt: { from: moment } }, ({ endedAt }) => endedAt !== null && endedAt >= moment],
  ])('%s', async (_, filter, isWanted) => {
    const wanted = all.filter(isWanted).map(({ id }) => id);
    const { nodes, totalCount } = await list({
      filter: { and: [filter, { hostname: { in: HOSTS } }] },
      first: 1000,
    });
    expect(nodes.map(({ id }: any) => id).toSorted()).toEqual(wanted.toSorted());
    expect(totalCount.value).toBe(wanted.length);
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.length).toBeLessThan(all.length);
  });

  test('in each order and direction pages concatenate to the whole', async () => {
    const rank = {
      STARTED: ({ startedAt }: any) => seconds(startedAt),
      ENDED: ({ endedAt }: any) => (endedAt === null ? Infinity : seconds(endedAt)),
      DURATION: ({ durationSeconds, startedAt }: any) => durationSeconds ?? 1e12 - seconds(startedAt),
    };
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('STARTED', 'ENDED', 'DURATION'),
        fc.constantFrom('ASCENDING', 'DESCENDING'),
        fc.boolean(),
        fc.integer({ min: 5, max: 60 }),
        async (field, direction, isForward, size) => {
          const walked: any[] = [];
          for (let cursor: string | undefined; ;) {
            const paging = isForward ? { first: size, after: cursor } : { last: size, before: cursor };
            const { nodes, pageInfo } = await list({
              filter: { hostname: { in: HOSTS } },
              order: { field, direction },
              ...paging,
            });
            if (isForward) walked.push(...nodes);
            else walked.unshift(...nodes);
            if (!(isForward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) break;
            cursor = isForward ? pageInfo.endCursor : pageInfo.startCursor;
          }
          expect(walked.map(({ id }) => id).toSorted()).toEqual(all.map(({ id }) => id).toSorted());
          const ranks = walked.map(rank[field]);
          const sorted = ranks.toSorted((a, b) => a - b);
          expect(ranks).toEqual(direction === 'ASCENDING' ? sorted : sorted.toReversed());
        },
      ),
      samples(20),
    );
  });
});
