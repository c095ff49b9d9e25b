import { Agent } from 'node:http';

import { median } from './measurement.ts';
import type { Measurement } from './measurement.ts';
import type { Period } from './measureQuestions.ts';
import { postQuery } from './postQuery.ts';
import type { Child } from './spawnChild.ts';

const DAY_MS = 86_400_000;
const DAYS = 5;
const MONTHS = 2;
const SECOND_MS = 1000;
/** What the server gives a statement. */
const DEADLINE_MS = 10_000;

const RANGE = 'range: { from: "$from", until: "$until" }';
const PROOF = 'evidence(first: 3) { nodes { id } }';

/** Each analytic and hunt with a page of its matches and what proves them; $from and $until are replaced. */
const HUNTS: Readonly<Record<string, string>> = {
  simultaneousLogins: `car { simultaneousLogins(${RANGE}) { total nodes { host { hostname } userCount users { user } ${PROOF} } } }`,
  'simultaneousLogins, OVERLAP': `car { simultaneousLogins(${RANGE}, mode: OVERLAP) { total nodes { host { hostname } userCount ${PROOF} } } }`,
  multiHostLogins: `car { multiHostLogins(${RANGE}, minHosts: 2) { total nodes { account { user } hosts { host { hostname } loginIds } ${PROOF} } } }`,
  loginActivity: `car { loginActivity(${RANGE}) { total excludedUserCount nodes { login { time user } ${PROOF} } } }`,
  loginsSince: `car { loginsSince(hostname: "DC01", bootTime: "$from", at: "$until") { total nodes { account { user } stillLoggedOn ${PROOF} } } }`,
  localAccountLogins: `car { localAccountLogins(${RANGE}) { total nodes { login { time user } ${PROOF} } } }`,
  remoteDesktopLogins: `car { remoteDesktopLogins(${RANGE}) { total nodes { login { time user } seenBefore ${PROOF} } } }`,
  bruteForceThenSuccess: `hunts { bruteForceThenSuccess(${RANGE}, key: USER_HOST, minFailures: 1) { total nodes { failureCount success { session { id } } ${PROOF} } } }`,
  passwordSpray: `hunts { passwordSpray(${RANGE}, key: HOST, minUsers: 3) { total nodes { userCount compromisedUsers { user } ${PROOF} } } }`,
  firstSeen: `hunts { firstSeen(${RANGE}, tuple: [USER, HOST, SRC_IP]) { total nodes { account { user } baseline ${PROOF} } } }`,
  unusualRdpSource: `hunts { unusualRdpSource(${RANGE}) { total nodes { login { time user } reasons ${PROOF} } } }`,
  concurrentSessions: `hunts { concurrentSessions(${RANGE}) { total nodes { account { user } peak ${PROOF} } } }`,
  longSessions: `hunts { longSessions(${RANGE}) { total nodes { duration session { hostname user } ${PROOF} } } }`,
  neverLocked: `hunts { neverLocked(${RANGE}) { total nodes { duration hostLocks session { hostname user } ${PROOF} } } }`,
  unlockedAt: `hunts { unlockedAt(at: "$until") { total nodes { unlockedFor hostLocks session { hostname user } ${PROOF} } } }`,
  reconnectFromNewSource: `hunts { reconnectFromNewSource(${RANGE}) { total nodes { reconnect { time user } sourcesBefore ${PROOF} } } }`,
  reconnectWithoutLogin: `hunts { reconnectWithoutLogin(${RANGE}) { total nodes { reconnect { time user } ${PROOF} } } }`,
  offHours: `hunts { offHours(${RANGE}, timeZone: "Europe/Berlin") { total nodes { login { time user } localTime ${PROOF} } } }`,
  orphans: `hunts { orphans(${RANGE}) { total nodes { event { time } reason ${PROOF} } rates { host { hostname } day rate } } }`,
  lateralPaths: `hunts { lateralPaths(${RANGE}, containment: GAP) { total graph { nodeTotal edgeTotal } nodes { hops { event { id } } } } }`,
};

/**
 * Measures each analytic and hunt over a day against a second, and over thirty days against the deadline: the median of a few, from all over
 * the period.
 */
export const measureHunts = async (
  api: Child,
  { fromMs, untilMs }: Period,
  stored: string,
): Promise<readonly Measurement[]> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const measurements: Measurement[] = [];
  const timesOf = async (query: string, lengthMs: number, count: number): Promise<readonly number[]> => {
    const times: number[] = [];
    for (let n = 0; n < count; n += 1) {
      const startMs = fromMs + ((untilMs - lengthMs - fromMs) * (n + 1)) / (count + 1);
      const [from = '', until = ''] = [startMs, startMs + lengthMs].map((ms) => new Date(ms).toISOString());
      const body = JSON.stringify({
        query: `{ ${query.replace('$from', from).replace('$until', until)} }`,
      });
      const beganMs = performance.now();
      await postQuery(agent, api, body);
      times.push(performance.now() - beganMs);
    }
    return times;
  };
  for (const [name, query] of Object.entries(HUNTS)) {
    const day = median(await timesOf(query, DAY_MS, DAYS));
    measurements.push(compare(`${name} of a day, of ${stored} / one second`, day, SECOND_MS));
    const month = median(await timesOf(query, 30 * DAY_MS, MONTHS));
    measurements.push(compare(`${name} of thirty days, of ${stored} / the deadline`, month, DEADLINE_MS));
  }
  agent.destroy();
  return measurements;
};

const compare = (name: string, tookMs: number, mostMs: number): Measurement => ({
  name,
  ratio: tookMs / mostMs,
  target: { most: 1 },
  detail: `${tookMs.toFixed(0)} / ${mostMs} ms`,
});
