import { beforeAll, expect, test } from '@jest/globals';

import { HUNT_NAMES } from '../../../src/domain/hunts/registry.ts';
import type { HuntName } from '../../../src/domain/hunts/registry.ts';
import { useApi } from '../../support/api.ts';
import { ask } from '../../support/companyLog.ts';
import { useDatabase } from '../../support/database.ts';
import { build, minute, replace } from '../../support/hunts/huntEvents.ts';
import type { Sent } from '../../support/hunts/huntEvents.ts';
import { LONG_LOG } from '../../support/hunts/longLog.ts';
import { clear, store } from '../../support/sessionItems.ts';

const database = useDatabase();
const api = useApi(database);

const RANGE = `range: { from: "${minute(30)}", until: "${minute(180)}" }`;
const EVIDENCE = 'evidence(first: 1000) { nodes { time hostname action user } }';

/** A query for each hunt, with every field that a shift of time or a new host name can change. */
const QUERIES: Readonly<Record<HuntName | 'simultaneousSessions', string>> = {
  simultaneousLogins: `{ car { simultaneousLogins(${RANGE}, window: "PT30M") { totalCount { value } parameters { window minUsers }
    nodes { host { hostname } firstAt lastAt users { user } userCount eventCount peak ${EVIDENCE} } } } }`,
  simultaneousSessions: `{ car { simultaneousLogins(${RANGE}, mode: OVERLAP) { totalCount { value } parameters { window minUsers }
    nodes { host { hostname } firstAt lastAt users { user } userCount eventCount peak ${EVIDENCE} } } } }`,
  multiHostLogins: `{ car { multiHostLogins(${RANGE}, minHosts: 2, excludeUsers: ["ben"]) { totalCount { value } parameters { window excludeUsers }
    nodes { account { user } hostCount firstAt lastAt hosts { host { hostname } firstAt lastAt loginCount loginTypes loginIds srcIps }
      eventCount peak ${EVIDENCE} } } } }`,
  loginActivity: `{ car { loginActivity(${RANGE}, excludeTopUsers: 2) { totalCount { value } excludedUserTotalCount { value } excludedUsers { account { user } loginCount }
    nodes { login { time hostname user } ${EVIDENCE} } } } }`,
  loginsSince: `{ car { loginsSince(hostname: "A", bootTime: "${minute(30)}", at: "${minute(180)}") { totalCount { value } parameters { hostname bootTime at }
    nodes { account { user } firstAt lastAt loginCount loginTypes stillLoggedOn ${EVIDENCE} } } } }`,
  localAccountLogins: `{ car { localAccountLogins(range: { from: "${minute(0)}", until: "${minute(215)}" }) { totalCount { value }
    nodes { login { time hostname user loginType } ${EVIDENCE} } } } }`,
  remoteDesktopLogins: `{ car { remoteDesktopLogins(${RANGE}, approvedSources: ["10.0.0.0/24"]) { totalCount { value } parameters { approvedSources }
    nodes { login { time hostname user loginType } seenBefore ${EVIDENCE} } } } }`,
  bruteForceThenSuccess: `{ hunts { bruteForceThenSuccess(${RANGE}, key: USER_HOST, minFailures: 1) { totalCount { value } parameters { key minFailures window }
    nodes { srcIp host { hostname } account { user } failureCount distinctUsersTried firstFailureAt success { time hostname } ${EVIDENCE} } } } }`,
  passwordSpray: `{ hunts { passwordSpray(${RANGE}, key: HOST, minUsers: 4, window: "PT30M") { totalCount { value } parameters { key minUsers window }
    nodes { srcIp srcNetwork host { hostname } firstAt lastAt users { user } userCount failureCount peak compromisedUsers { user }
      successes(first: 1000) { nodes { time hostname user } } ${EVIDENCE} } } } }`,
  firstSeen: `{ hunts { firstSeen(range: { from: "${minute(90)}", until: "${minute(180)}" }, tuple: [USER, HOST, SRC_IP]) { totalCount { value }
    parameters { tuple lookback } nodes { account { user } host { hostname } srcIp loginType firstAt lastAt loginCount baseline { status coverage } ${EVIDENCE} } } } }`,
  unusualRdpSource: `{ hunts { unusualRdpSource(${RANGE}, approvedSources: ["10.0.0.0/24"]) { totalCount { value } parameters { lookback approvedSources }
    nodes { login { time hostname user srcIp } reasons baseline { status coverage } ${EVIDENCE} } } } }`,
  lateralPaths: `{ hunts { lateralPaths(${RANGE}, to: { hostname: "SRV1" }, maxDepth: 3, maxGap: "PT30M", containment: GAP, maxPaths: 1000) {
    totalCount { value } parameters { maxGap to { hostname } } nodes { depth firstAt lastAt ${EVIDENCE}
      hops { time action srcIp sourceHost { hostname } evidence candidates { hostname evidence } host { hostname } account { user } event { time hostname } } }
    graph { nodes { host { hostname } ip hopsIn hopsOut } nodeTotalCount { value } edges { count failures firstAt lastAt } edgeTotalCount { value } } } } }`,
  reconnectFromNewSource: `{ hunts { reconnectFromNewSource(${RANGE}) { totalCount { value } parameters { excludeNoise }
    nodes { reconnect { time hostname user srcIp } sourcesBefore ${EVIDENCE} } } } }`,
  reconnectWithoutLogin: `{ hunts { reconnectWithoutLogin(${RANGE}) { totalCount { value } parameters { window }
    nodes { reconnect { time hostname user srcIp } ${EVIDENCE} } } } }`,
  longSessions: `{ hunts { longSessions(${RANGE}, minDuration: "PT20M", loginTypes: null) { totalCount { value } parameters { minDuration loginTypes }
    nodes { session { hostname user startedAt startReason endedAt endReason } duration durationSeconds ${EVIDENCE} } } } }`,
  neverLocked: `{ hunts { neverLocked(${RANGE}, minDuration: "PT5M", loginTypes: null) { totalCount { value } parameters { minDuration loginTypes }
    nodes { session { hostname user startedAt endedAt } duration hostLocks ${EVIDENCE} } } } }`,
  unlockedAt: `{ hunts { unlockedAt(at: "${minute(150)}", minUnlocked: "PT5M", loginTypes: null) { totalCount { value } parameters { at minUnlocked }
    nodes { session { hostname user startedAt } unlockedSince unlockedFor hostLocks ${EVIDENCE} } } } }`,
  offHours: `{ hunts { offHours(${RANGE}, timeZone: "Asia/Kathmandu", openHours: [{ days: [TUESDAY], from: "15:00", until: "16:00" }]) { totalCount { value }
    parameters { timeZone } nodes { event { time hostname user } localTime weekday ${EVIDENCE} } } } }`,
  orphans: `{ hunts { orphans(${RANGE}) { totalCount { value } parameters { actions } rateTotalCount { value } rates { host { hostname } day orphans events rate }
    nodes { event { time hostname user } reason ${EVIDENCE} } } } }`,
  concurrentSessions: `{ hunts { concurrentSessions(${RANGE}, distinct: SRC_IP, loginTypes: null, includeUnknown: true) { totalCount { value } parameters { key minPeak }
    nodes { account { user } from until peak peakAt sessionCount distinctCount sessions { nodes { user hostname } } ${EVIDENCE} } } } }`,
};

const ALL = [...HUNT_NAMES, 'simultaneousSessions'] as const;

const NEW_NAMES: Readonly<Record<string, string>> = { A: 'NORTH', B: 'SOUTH', SRV1: 'WEST' };
const rename = (name: string): string => NEW_NAMES[name] ?? name;

/** Five weeks, across the end of summer time in many zones. */
const SHIFT_MS = 35 * 86_400_000;
const shift = (text: string, byMs: number): string =>
  text
    .replaceAll(
      /"day":"([^"]*)"/g,
      (_, day) => `"day":"${new Date(Date.parse(day) + byMs).toISOString().slice(0, 10)}"`,
    )
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?=\.\d{6}[Z+])/g, (second) =>
      new Date(Date.parse(`${second}Z`) + byMs).toISOString().slice(0, 19),
    );

/** Events with equal times are ordered by their ids, which depend on their hosts and times. */
const inAnyOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    return value.map(inAnyOrder).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, inAnyOrder(member)]));
};

type Answers = Readonly<Record<string, unknown>>;

const askAll = async (changeQuery: (query: string) => string): Promise<Answers> => {
  const answers: [string, unknown][] = [];
  for (const name of ALL) answers.push([name, await ask(api(), changeQuery(QUERIES[name]))]);
  return Object.fromEntries(answers);
};

const answersOn = async (log: readonly Sent[], changeQuery = (query: string) => query): Promise<Answers> => {
  await replace(database(), log);
  return askAll(changeQuery);
};

let answers: Answers = {};
beforeAll(async () => {
  answers = await answersOn(LONG_LOG);
});

test.each(ALL)('%s finds something to compare', (name) => {
  expect(JSON.stringify(answers[name])).toMatch(/"totalCount":\{"value":[1-9]/);
});

test('shifting the times of the log shifts all answers', async () => {
  const later = LONG_LOG.map((sent) => JSON.parse(shift(JSON.stringify(sent), SHIFT_MS)) as Sent);
  const shifted = await answersOn(later, (query) => shift(query, SHIFT_MS));
  expect(inAnyOrder(JSON.parse(shift(JSON.stringify(shifted), -SHIFT_MS)))).toEqual(inAnyOrder(answers));
});

test('renaming the hosts of the log renames them in all answers', async () => {
  const renamed = LONG_LOG.map(({ action, input }): Sent => {
    const [domain = '', name] = String(input.user).split('\\');
    const machine = name?.endsWith('$') === true ? `${rename(name.slice(0, -1))}$` : name;
    const user = name === undefined ? input.user : `${rename(domain)}\\${machine}`;
    return { action, input: { ...input, hostname: rename(String(input.hostname)), user } };
  });
  const found = await answersOn(renamed, (query) =>
    query.replaceAll(/(host|hostname): "(\w+)"/g, (_, field, name) => `${field}: "${rename(name)}"`),
  );
  const expected = JSON.stringify(answers)
    .replaceAll(
      /"(host|hostname|user)":"(A|B|SRV1)(?=["\\])/g,
      (_, field, name) => `"${field}":"${rename(name)}`,
    )
    .replaceAll(/\\(A|B|SRV1)\$"/g, (_, name) => `\\${rename(name)}$"`)
    .replaceAll(/\\(a|b|srv1)\$"/g, (_, name) => `\\${rename(name.toUpperCase()).toLowerCase()}$"`);
  expect(inAnyOrder(found)).toEqual(inAnyOrder(JSON.parse(expected)));
});

test('the answers do not depend on how the log is split and ordered at ingest', async () => {
  await clear(database());
  for (const part of [LONG_LOG.slice(150), LONG_LOG.slice(100, 200), LONG_LOG.slice(0, 150)]) {
    await store(
      database(),
      build(part).map((event) => ({ event })),
    );
  }
  expect(await askAll((query) => query)).toEqual(answers);
});
