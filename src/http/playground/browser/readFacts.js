import { DEMO_STARTED_AT } from './tabs.js';

/** Queries pages of events, newest first, by indexes; the cost does not depend on the size of the database. */
const QUERY = `query PlaygroundValues {
  overview { firstAt lastAt }
  newest: sessionEvents(first: 200, filter: { excludeNoise: true }) {
    nodes {
      time
      action
      hostname
      user
      ... on LoginEvent { loginSuccessful }
      ... on RemoteCapableEvent { srcIp }
    }
  }
  withNoise: sessionEvents(first: 50) {
    nodes { time action hostname user ... on LoginEvent { loginSuccessful } ... on RemoteCapableEvent { srcIp } }
  }
  failures: sessionEvents(first: 100, filter: { loginSuccessful: { eq: false } }) {
    nodes { time ... on RemoteCapableEvent { srcIp } }
  }
  contextEvents(first: 1, filter: { kind: { eq: HOST_START } }) { nodes { time hostname } }
}`;

/**
 * Reads facts about the newest events from the API.
 *
 * @param {import('./types.d.ts').Ask} ask
 * @returns {Promise<import('./types.d.ts').Facts>}
 */
export const readFacts = async (ask) => {
  const { data, errors } = await ask({ query: QUERY });
  if (errors !== undefined) throw new Error(errors[0]?.message);
  const { firstAt, lastAt } = data.overview;
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (firstAt === null) return { kind: 'EMPTY', ...describe(NOTHING), timeZone };
  return {
    kind: firstAt === DEMO_STARTED_AT ? 'DEMO' : 'OWN',
    ...describe({
      // For a log that has only machine accounts.
      newest: data.newest.nodes.length > 0 ? data.newest.nodes : data.withNoise.nodes,
      failures: data.failures.nodes,
      hostStart: data.contextEvents.nodes[0] ?? null,
      lastAt,
    }),
    timeZone,
  };
};

const NOW = new Date().toISOString();
const DAY_MS = 86_400_000;
/** Values for an unknown host, account or address: addresses for documentation (RFC 5737). */
const NOBODY = { hostname: 'HOST1', user: 'nobody', srcIp: '192.0.2.1' };

/** @type {Found} */
const NOTHING = { newest: [], failures: [], hostStart: null, lastAt: NOW };

/**
 * @typedef {{ time: string, action: string, hostname: string, user: string | null, loginSuccessful?: boolean, srcIp?: string | null }} Event
 * @typedef {{
 *   newest: readonly Event[],
 *   failures: readonly { time: string, srcIp: string | null }[],
 *   hostStart: { time: string, hostname: string } | null,
 *   lastAt: string,
 * }} Found
 * @param {Found} found
 */
const describe = ({ newest, failures, hostStart, ...found }) => {
  const hostname = findMostFrequent(newest.map((event) => event.hostname)) ?? NOBODY.hostname;
  // Not the newest event: a single event of another host, years later, would move all ranges away from the data.
  const lastAt = newest.find((event) => event.hostname === hostname)?.time ?? found.lastAt;
  const present =
    newest.find((event) => event.hostname === hostname && isPresent(event)) ?? newest.find(isPresent);
  const srcIp =
    findMostFrequent(failures.map((event) => event.srcIp)) ??
    findMostFrequent(newest.map((event) => event.srcIp)) ??
    NOBODY.srcIp;
  const seenAt = present?.time ?? lastAt;
  return {
    hostname,
    user: present?.user ?? NOBODY.user,
    lastAt,
    // A time when that account was logged on to that host.
    seenAt,
    seenOn: dayOf(seenAt),
    startOfSeenDay: dayOf(seenAt).from,
    srcIp,
    srcNetwork: networkOf(srcIp),
    range: areDense(newest) ? dayOf(lastAt) : { from: addDays(lastAt, -29), until: addDays(lastAt, 1) },
    lastDay: dayOf(lastAt),
    failureDay: dayOf(failures[0]?.time ?? lastAt),
    now: NOW,
    startOfLastDay: dayOf(lastAt).from,
    endOfLastDay: dayOf(lastAt).until,
    startedHost: hostStart?.hostname ?? hostname,
    // null: the last stored start. Without a stored start its time is required.
    bootTime: hostStart === null ? addDays(lastAt, -29) : null,
  };
};

/** Whether the event shows that a user was logged on. @param {Event} event */
const isPresent = ({ action, user, loginSuccessful }) =>
  user !== null && action !== 'LOGOUT' && loginSuccessful !== false;

/** Whether hunts over 30 days would read too much: 200 events in half an hour. @param {readonly Event[]} newest */
const areDense = (newest) => {
  const last = newest[199];
  return last !== undefined && Date.parse(newest[0]?.time ?? '') - Date.parse(last.time) < DAY_MS / 48;
};

/**
 * Midnight in UTC, some days after the time.
 *
 * @param {string} time
 * @param {number} days
 */
const addDays = (time, days) =>
  new Date(Math.floor(Date.parse(time) / DAY_MS + days) * DAY_MS).toISOString().replace('.000Z', 'Z');

/** The day in UTC. @param {string} time */
const dayOf = (time) => ({ from: addDays(time, 0), until: addDays(time, 1) });

/** @param {string} address */
const networkOf = (address) => (address.includes(':') ? address : address.replace(/\d+$/, '0/24'));

/**
 * @template T
 * @param {readonly (T | null | undefined)[]} values
 * @returns {T | null} the first of the most frequent ones
 */
const findMostFrequent = (values) => {
  /** @type {Map<T, number>} */
  const counts = new Map();
  for (const value of values) {
    if (value !== null && value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].reduce(
    (best, [value, count]) => (count > best.count ? { value, count } : best),
    /** @type {{ value: T | null, count: number }} */ ({ value: null, count: 0 }),
  ).value;
};
