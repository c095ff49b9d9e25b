import { beforeAll, describe, expect, test } from '@jest/globals';
import { graphql } from 'graphql';

import { HUNT_NAMES } from '../../../src/domain/hunts/registry.ts';
import type { HuntName } from '../../../src/domain/hunts/registry.ts';
import { makeContext } from '../../../src/graphql/context.ts';
import { makeSchema } from '../../../src/graphql/schema.ts';
import { ANYONE } from '../../../src/model/access/caller.ts';
import { useApi } from '../../support/api.ts';
import { ask, uuidOf } from '../../support/companyLog.ts';
import { RULES, useDatabase } from '../../support/database.ts';
import { minute, replace } from '../../support/hunts/huntEvents.ts';
import type { Sent } from '../../support/hunts/huntEvents.ts';
import { LONG_LOG } from '../../support/hunts/longLog.ts';
import { rootOf } from '../../support/hunts/rootOf.ts';
import { withEventsLocked } from '../../support/lockedEvents.ts';
import { withDeadline } from '../../support/withDeadline.ts';

const database = useDatabase();
const api = useApi(database);
/** Three desktops that are left unlocked. */
const DESKTOPS = [1, 2, 3].map((n): Sent => ({
  action: 'LOGIN',
  input: {
    time: minute(140 + n),
    hostname: 'A',
    user: `CORP\\desk${n}`,
    loginId: `0xf${n}`,
    loginType: 'INTERACTIVE',
    loginSuccessful: true,
  },
}));
beforeAll(async () => replace(database(), [...LONG_LOG, ...DESKTOPS]));

const RANGE = { from: minute(0), until: minute(215) };
const QUERY = `query ($range: TimeRange!, $minUsers: Int! = 2, $mode: SimultaneityMode! = WINDOW, $first: Int, $after: String, $last: Int,
  $before: String) { car { simultaneousLogins(range: $range, minUsers: $minUsers, mode: $mode, first: $first, after: $after, last: $last,
    before: $before, window: "PT5M", excludeNoise: false) { totalCount { value } edges { cursor node { firstAt host { hostname } } } nodes { firstAt }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`;

const pageOf = async (variables: object): Promise<any> =>
  (await ask(api(), QUERY, { range: RANGE, ...variables })).car.simultaneousLogins;

const nodesOf = ({ edges }: any): object[] => edges.map(({ node }: any) => node);

describe.each(['WINDOW', 'OVERLAP'])('pages of simultaneousLogins, %s', (mode) => {
  let all: any;
  beforeAll(async () => {
    all = await pageOf({ mode, first: 1000 });
    expect(all.edges.length).toBeGreaterThan(5);
    expect(all.totalCount.value).toBe(all.edges.length);
  });

  test('paging forward and backward lists every match once', async () => {
    const onward: object[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page: any = await pageOf({ mode, first: 2, after });
      expect(page.totalCount.value).toBe(all.totalCount.value);
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
      onward.push(...nodesOf(page));
      ({ endCursor: after, hasNextPage: more } = page.pageInfo);
    }
    expect(onward).toEqual(nodesOf(all));
    const back: object[] = [];
    for (let before: string | null = null, more = true; more;) {
      const page: any = await pageOf({ mode, last: 2, before });
      back.unshift(...nodesOf(page));
      ({ startCursor: before, hasPreviousPage: more } = page.pageInfo);
    }
    expect(back).toEqual(nodesOf(all));
  });

  test('a page between two cursors has the matches between them', async () => {
    const { edges } = all;
    const page = await pageOf({ mode, first: 1000, after: edges[0].cursor, before: edges[4].cursor });
    expect(nodesOf(page)).toEqual(nodesOf(all).slice(1, 4));
  });

  test.each([
    ['minUsers', { minUsers: 3 }],
    ['range', { range: { ...RANGE, until: minute(214) } }],
    ['mode', { mode: mode === 'WINDOW' ? 'OVERLAP' : 'WINDOW' }],
  ])('a cursor with another %s is refused', async (_, other) => {
    const after = all.pageInfo.endCursor;
    const { errors } = await api().query(QUERY, { range: RANGE, mode, after, ...other });
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_CURSOR', field: 'after' });
  });

  test('the evidence of a match has its own pages', async () => {
    const EVIDENCE = `query ($range: TimeRange!, $mode: SimultaneityMode!, $first: Int, $after: String) { car { simultaneousLogins(
      range: $range, mode: $mode, window: "PT5M", excludeNoise: false, first: 1) { nodes { eventCount evidence(first: $first, after: $after) {
        totalCount { value } nodes { id } pageInfo { endCursor hasNextPage } } } } } }`;
    const evidenceOf = async (variables: object): Promise<any> => {
      const { car } = await ask(api(), EVIDENCE, { range: RANGE, mode, ...variables });
      return car.simultaneousLogins.nodes[0];
    };
    const whole = await evidenceOf({ first: 1000 });
    expect(whole.eventCount).toBeGreaterThan(1);
    expect(whole.evidence.totalCount.value).toBe(whole.eventCount);
    const walked: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { evidence }: any = await evidenceOf({ first: 1, after });
      walked.push(...evidence.nodes.map(uuidOf));
      ({ endCursor: after, hasNextPage: more } = evidence.pageInfo);
    }
    expect(walked).toEqual(whole.evidence.nodes.map(uuidOf));
    expect(walked).toHaveLength(whole.eventCount);
  });
});

test('evidence skips events that retention has deleted, and still fills the page', async () => {
  const EVIDENCE = `{ car { simultaneousLogins(range: { from: "${minute(0)}", until: "${minute(215)}" }, mode: OVERLAP, excludeNoise: false,
    first: 1) { nodes { eventCount evidence(first: 2) { nodes { id time } pageInfo { hasNextPage } } } } } }`;
  const before = (await ask(api(), EVIDENCE)).car.simultaneousLogins.nodes[0];
  expect(before.eventCount).toBeGreaterThan(2);
  const [first, second] = before.evidence.nodes;
  await database().writePool.query('delete from session_event where id = $1', [uuidOf(first)]);
  const after = (await ask(api(), EVIDENCE)).car.simultaneousLogins.nodes[0];
  expect(after.evidence.nodes).toHaveLength(2);
  expect(after.evidence.nodes[0]).toEqual(second);
});

test('a search that exceeds the deadline is refused with advice on what to narrow', async () => {
  await withDeadline(database(), async (impatient) =>
    withEventsLocked(database(), async () => {
      const { errors } = await graphql({
        schema: makeSchema(),
        source: QUERY,
        variableValues: { range: RANGE },
        contextValue: makeContext({ database: impatient, makeRules: () => RULES }, { caller: ANYONE }),
      });
      expect(errors?.[0]?.originalError).toMatchObject({
        code: 'DEADLINE_EXCEEDED',
        field: 'range',
        message: expect.stringMatching(/narrow range/),
      });
    }),
  );
});

const DURING = `range: { from: "${RANGE.from}", until: "${RANGE.until}" }`;

const MONDAYS = 'openHours: [{ days: [MONDAY], from: "00:00", until: "24:00" }]';

/** Parameters that find several matches in LONG_LOG, and other parameters, whose cursors are refused. */
const PARAMETERS: Readonly<Record<HuntName, { readonly given: string; readonly others: string }>> = {
  simultaneousLogins: { given: `${DURING}, window: "PT5M"`, others: `${DURING}, window: "PT6M"` },
  multiHostLogins: { given: `${DURING}, minHosts: 2, window: "PT10M"`, others: `${DURING}, minHosts: 2` },
  loginActivity: { given: `${DURING}, excludeTopUsers: 2`, others: `${DURING}, excludeTopUsers: 3` },
  loginsSince: {
    given: `hostname: "A", bootTime: "${minute(0)}", at: "${minute(215)}"`,
    others: `hostname: "A", bootTime: "${minute(0)}", at: "${minute(214)}"`,
  },
  localAccountLogins: { given: `${DURING}, excludeNoise: false`, others: DURING },
  remoteDesktopLogins: { given: DURING, others: `${DURING}, approvedSources: ["10.0.0.0/24"]` },
  bruteForceThenSuccess: {
    given: `${DURING}, key: USER_HOST, minFailures: 1`,
    others: `${DURING}, key: USER, minFailures: 1`,
  },
  passwordSpray: {
    given: `${DURING}, key: HOST, minUsers: 2, window: "PT1M", excludeNoise: false`,
    others: `${DURING}, key: SRC_IP, minUsers: 2, window: "PT1M", excludeNoise: false`,
  },
  firstSeen: { given: DURING, others: `${DURING}, tuple: [USER]` },
  unusualRdpSource: { given: DURING, others: `${DURING}, lookback: "P1D"` },
  lateralPaths: {
    given: `${DURING}, containment: GAP, maxDepth: 2`,
    others: `${DURING}, containment: GAP, maxDepth: 3`,
  },
  concurrentSessions: {
    given: `${DURING}, loginTypes: null, includeUnknown: true`,
    others: `${DURING}, loginTypes: null, includeUnknown: true, key: HOST`,
  },
  longSessions: { given: `${DURING}, minDuration: "PT1M"`, others: `${DURING}, minDuration: "PT2M"` },
  neverLocked: {
    given: `${DURING}, minDuration: "PT1M", loginTypes: null`,
    others: `${DURING}, minDuration: "PT1M"`,
  },
  unlockedAt: {
    given: `at: "${minute(150)}", minUnlocked: "PT1M", loginTypes: null`,
    others: `at: "${minute(150)}", minUnlocked: "PT2M"`,
  },
  reconnectFromNewSource: { given: `${DURING}, excludeNoise: false`, others: DURING },
  reconnectWithoutLogin: { given: DURING, others: `${DURING}, window: "PT1S"` },
  offHours: {
    given: `${DURING}, ${MONDAYS}, timeZone: "UTC"`,
    others: `${DURING}, ${MONDAYS}, timeZone: "Etc/GMT-1"`,
  },
  orphans: { given: DURING, others: `${DURING}, actions: [LOGOUT]` },
};

type Page = {
  readonly totalCount: { readonly value: number };
  readonly edges: readonly { readonly cursor: string; readonly node: object }[];
  readonly pageInfo: Readonly<Record<string, any>>;
};

describe.each(HUNT_NAMES)('pages of %s', (name) => {
  const { given, others } = PARAMETERS[name];
  const root = rootOf(name);
  const queryOf = (
    parameters: string,
  ): string => `query ($first: Int, $after: String, $last: Int, $before: String) { ${root} {
    ${name}(${parameters}, first: $first, after: $after, last: $last, before: $before) { totalCount { value }
      edges { cursor node { evidence { totalCount { value } nodes { id } } } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`;
  const matchesOf = async (variables: object): Promise<Page> =>
    (await ask(api(), queryOf(given), variables))[root][name];
  let all: Page = { totalCount: { value: 0 }, edges: [], pageInfo: {} };
  beforeAll(async () => {
    all = await matchesOf({ first: 1000 });
  });

  test('paging forward and backward lists every match once', async () => {
    expect(all.totalCount.value).toBeGreaterThan(2);
    expect(all.edges).toHaveLength(all.totalCount.value);
    const nodes = all.edges.map(({ node }) => node);
    const onward: object[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page: Page = await matchesOf({ first: 2, after });
      onward.push(...page.edges.map(({ node }) => node));
      expect(page.totalCount.value).toBe(all.totalCount.value);
      ({ endCursor: after, hasNextPage: more } = page.pageInfo as any);
    }
    expect(onward).toEqual(nodes);
    const back: object[] = [];
    for (let before: string | null = null, more = true; more;) {
      const page: Page = await matchesOf({ last: 3, before });
      back.unshift(...page.edges.map(({ node }) => node));
      ({ startCursor: before, hasPreviousPage: more } = page.pageInfo as any);
    }
    expect(back).toEqual(nodes);
  });

  test('a cursor of other parameters is refused', async () => {
    const { errors } = await api().query(queryOf(others), { after: all.edges[0]?.cursor });
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_CURSOR', field: 'after' });
  });
});
