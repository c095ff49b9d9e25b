import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { useApi } from '../../support/api.ts';
import type { Api } from '../../support/api.ts';
import { ask, uuidOf } from '../../support/companyLog.ts';
import { useDatabase } from '../../support/database.ts';
import type { Input } from '../../support/events.ts';
import { checkAgainstOracle } from '../../support/hunts/checkAgainstOracle.ts';
import { logs, minute, replace } from '../../support/hunts/huntEvents.ts';
import type { Sent } from '../../support/hunts/huntEvents.ts';
import { describeHop, lateralOracle } from '../../support/hunts/lateralOracle.ts';
import type { LateralParameters } from '../../support/hunts/lateralOracle.ts';
import { describeReal, LAB, useRealLog } from '../../support/hunts/realLog.ts';

const database = useDatabase();
const api = useApi(database);

const QUERY = `query ($range: TimeRange!, $from: LateralEnd, $to: LateralEnd, $maxDepth: Int!, $maxGap: Duration!, $sameUser: Boolean!,
  $containment: LateralContainment!, $addressLookback: Duration!, $addressOverlap: Duration!, $maxPaths: Int! = 1000, $includeUnknown: Boolean!,
  $excludeNoise: Boolean!) { hunts { lateralPaths(
  range: $range, from: $from, to: $to, maxDepth: $maxDepth, maxGap: $maxGap, sameUser: $sameUser, containment: $containment,
  addressLookback: $addressLookback, addressOverlap: $addressOverlap, maxPaths: $maxPaths, includeUnknown: $includeUnknown,
  excludeNoise: $excludeNoise, first: 1000) { totalCount { value } truncated
    graph { nodes { name host { hostname } ip hopsIn hopsOut } nodeTotalCount { value } edges { from to count ambiguousCount failures firstAt lastAt } edgeTotalCount { value } }
    nodes { depth firstAt lastAt hops { time action srcIp srcHostname sourceHost { hostname } evidence isAmbiguous
        candidates { hostname host { hostname } evidence } host { hostname } account { user } event { id time action } }
      evidence(first: 20) { nodes { id } } } } } }`;

const MOST = 1000;

const answerOf = async (server: Api, given: LateralParameters) => {
  const {
    totalCount: { value: total },
    truncated,
    graph,
    nodes,
  } = (await ask(server, QUERY, given)).hunts.lateralPaths;
  const paths = nodes.map(({ depth, firstAt, lastAt, hops, evidence }: any) => {
    expect(hops.map(({ event }: any) => event.id)).toEqual(evidence.nodes.map(({ id }: any) => id));
    expect([depth, firstAt, lastAt]).toEqual([hops.length, hops[0].time, hops.at(-1).time]);
    return hops.map((hop: any) => {
      const { sourceHost, isAmbiguous, host, event } = hop;
      const candidates = hop.candidates.map(({ host: stored, ...candidate }: any) => {
        if (stored !== null) expect(stored.hostname).toBe(candidate.hostname);
        return { ...candidate, isStored: stored !== null };
      });
      expect(isAmbiguous).toBe(candidates.length > 1);
      const source = sourceHost === null ? undefined : { ...hop, ...sourceHost, isStored: true };
      return describeHop({ ...hop, candidates, source, hostname: host.hostname, uuid: uuidOf(event) });
    });
  });
  expect(graph.nodeTotalCount.value).toBe(graph.nodes.length);
  expect(graph.edgeTotalCount.value).toBe(graph.edges.length);
  return {
    total,
    truncated,
    paths,
    nodes: graph.nodes.map(({ host, ip, ...node }: any) => {
      if (host !== null || ip !== null) expect(host?.hostname ?? ip).toBe(node.name);
      return node;
    }),
    edges: graph.edges.toSorted((a: any, b: any) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  };
};

const oracle = (...[events, given]: Parameters<typeof lateralOracle>) => {
  const { paths, ...graph } = lateralOracle(events, given);
  return { total: paths.length, truncated: paths.length > MOST, paths: paths.slice(0, MOST), ...graph };
};

const ENDS = [
  null,
  null,
  null,
  null,
  { hostname: 'A' },
  { hostname: 'B' },
  { ip: '10.0.0.1' },
  { ip: '203.0.113.5' },
  { user: 'CORP\\ana' },
  { user: 'ana' },
];

const MOVEMENT = logs({
  kinds: [
    'OK',
    'OK',
    'OK',
    'OK',
    'OK',
    'OK',
    'OK',
    'RECONNECT',
    'TWIN',
    'TWIN',
    'TWIN',
    'BAD',
    'LOGOUT',
    'LOGOUT',
  ],
  // The last two have the same NetBIOS name.
  hosts: ['A', 'A', 'B', 'B', 'CONFERENCE-DESK-1', 'CONFERENCE-DESK-2'],
  users: [
    'CORP\\ana',
    'corp.example\\ANA',
    'CORP\\ana',
    'CORP\\ben',
    null,
    // Machine accounts; a local account that looks like one; one without a host.
    'CORP\\A$',
    'corp.example\\B$',
    'A\\B$',
    'CORP\\GHOST$',
    'CORP\\CONFERENCE-DESK$',
    'CONFERENCE-DESK\\B$',
  ],
  sources: [
    '10.0.0.1',
    '10.0.0.2',
    '10.0.0.1',
    '10.0.0.2',
    '10.0.0.1',
    '203.0.113.5',
    '127.0.0.1',
    '169.254.0.9',
    null,
  ],
  clients: [null, null, null, null, 'A', 'b.corp.example', 'conference-desk', 'KALI', '-'],
  loginTypes: ['RDP', 'REMOTE', 'RDP', 'REMOTE', null],
  minLength: 40,
  maxLength: 90,
});

/** What the comparison must include: each kind of evidence as the link of a hop, agreement, conflicts, and unknown names. */
const CASES = [
  /, \S+ by DEST_IP >/,
  /, \S+ by MACHINE_LOGON >/,
  /, \S+ by CLIENT_NAME >/,
  /, \S+ by DEST_IP\+MACHINE_LOGON >/,
  /, \S+ by MACHINE_LOGON\+CLIENT_NAME >/,
  /\([^ ?]+:DEST_IP [^ ?]+:MACHINE_LOGON\)/,
  /\([^ ?]+:MACHINE_LOGON [^ ?]+:CLIENT_NAME\)/,
  /\(CONFERENCE-DESK-1:MACHINE_LOGON CONFERENCE-DESK-2:MACHINE_LOGON\)/,
  /CONFERENCE-DESK-1:CLIENT_NAME CONFERENCE-DESK-2:CLIENT_NAME\)/,
  /KALI\?:CLIENT_NAME\)/,
];

test('lateralPaths finds and counts the same paths as building every chain', async () => {
  await checkAgainstOracle(database(), {
    log: MOVEMENT,
    parameters: fc.record({
      range: fc.constantFrom(
        { from: minute(0, -1), until: minute(215) },
        { from: minute(60), until: minute(180, 1) },
      ),
      from: fc.constantFrom(...ENDS),
      to: fc.constantFrom(...ENDS),
      maxDepth: fc.constantFrom(1, 2, 3, 4),
      maxGap: fc.constantFrom('PT20M', 'PT1H'),
      sameUser: fc.boolean(),
      containment: fc.constantFrom('SESSION', 'GAP'),
      addressLookback: fc.constantFrom('PT30M', 'P30D'),
      addressOverlap: fc.constantFrom('PT10M', 'PT1H'),
      includeUnknown: fc.boolean(),
      excludeNoise: fc.boolean(),
    }),
    asked: async (given) => [await answerOf(api(), given)],
    oracle: (events, given) => [oracle(events, given)],
    covers: (found) =>
      found.some(({ paths }) => paths.some((path: object[]) => path.length > 2)) &&
      CASES.every((pattern) =>
        found.some(({ paths }) => paths.flat().some((hop: string) => pattern.test(hop))),
      ),
  });
});

test('an elevated twin belongs to the session of its login, even when it was written first', async () => {
  const login = (fields: Input): Sent => ({
    action: 'LOGIN',
    input: { user: 'CORP\\ana', loginType: 'RDP', loginSuccessful: true, ...fields } as Sent['input'],
  });
  const toA = { time: minute(0), hostname: 'A', srcIp: '203.0.113.5', destIp: '10.0.0.1' };
  await replace(database(), [
    login({ ...toA, loginId: '0x2', sourceId: 'w/10' }),
    login({ ...toA, loginId: '0x1', linkedLoginId: '0x2', sourceId: 'w/9' }),
    login({ time: minute(200), hostname: 'B', loginId: '0x1', srcIp: '10.0.0.1' }),
    { action: 'LOGOUT', input: { time: minute(210), hostname: 'A', loginId: '0x2' } },
  ]);
  const { hunts } = await ask(
    api(),
    `query ($range: TimeRange!) { hunts { lateralPaths(range: $range, maxGap: "PT1H", from: { ip: "203.0.113.5" }) { nodes { hops {
      host { hostname } event { ... on LoginEvent { loginId } } } } } } }`,
    { range: { from: minute(0), until: minute(215) } },
  );
  const ways = hunts.lateralPaths.nodes.map(({ hops }: any) => hops.map(({ event }: any) => event.loginId));
  expect(ways).toEqual([
    ['0x1', '0x1'],
    ['0x2', '0x1'],
  ]);
});

test('lateralPaths has pages of its paths, and reports when there are more', async () => {
  const [log = []] = fc.sample(MOVEMENT, { seed: 7, numRuns: 1 });
  await replace(database(), log);
  const PAGE = `query ($range: TimeRange!, $maxPaths: Int!, $first: Int, $after: String, $last: Int, $before: String) { hunts { lateralPaths(range: $range,
    containment: GAP, maxDepth: 4, maxPaths: $maxPaths, first: $first, after: $after, last: $last, before: $before) { totalCount { value } truncated nodes { hops { event { id } } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`;
  const pageOf = async (variables: object) => {
    const range = { from: minute(0, -1), until: minute(215) };
    const { lateralPaths } = (await ask(api(), PAGE, { range, maxPaths: 15, ...variables })).hunts;
    const paths = lateralPaths.nodes.map(({ hops }: any) => hops.map(({ event }: any) => event.id).join(' '));
    return { ...lateralPaths, paths };
  };
  const all = await pageOf({ first: 1000 });
  expect(all.totalCount.value).toBeGreaterThan(0);
  expect([all.truncated, new Set(all.paths).size]).toEqual([true, 15]);
  const walked: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const page: any = await pageOf({ first: 4, after });
    expect([page.totalCount.value, page.truncated]).toEqual([all.totalCount.value, true]);
    walked.push(...page.paths);
    ({ endCursor: after, hasNextPage: more } = page.pageInfo);
  }
  expect(walked).toEqual(all.paths);
  expect((await pageOf({ last: 3 })).paths).toEqual(all.paths.slice(-3));
  const { endCursor } = all.pageInfo;
  expect((await pageOf({ last: 3, before: endCursor })).paths).toEqual(all.paths.slice(-4, -1));
  const { errors } = await api().query(PAGE, {
    range: { from: minute(0), until: minute(215) },
    maxPaths: 15,
    after: endCursor,
  });
  expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_CURSOR', field: 'after' });
});

describeReal('lateralPaths on a real log', () => {
  const real = useRealLog(...LAB);

  test.each(['SESSION', 'GAP'])('with containment %s, finds the same as the oracle', async (containment) => {
    const given = {
      range: { from: '2016-01-01T00:00:00.000000Z', until: '2021-01-01T00:00:00.000000Z' },
      from: { user: 'pgustavo' },
      to: null,
      maxDepth: 3,
      maxGap: 'P1D',
      sameUser: false,
      containment,
      addressLookback: 'P30D',
      addressOverlap: 'PT1H',
      includeUnknown: false,
      excludeNoise: true,
    };
    expect(await answerOf(real().api, given)).toEqual(oracle(real().events, given));
  });
});
