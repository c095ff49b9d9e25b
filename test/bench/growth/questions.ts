import type { HuntName } from '../../../src/domain/hunts/registry.ts';
import { PLAYGROUND_TABS } from '../../../src/http/playground/tabs/playgroundTabs.ts';

import { HUNTS, VARIANTS } from '../hunts.ts';
import type { Period } from '../measureQuestions.ts';

/** A question, its variables, and how long it may take. */
export type GrowthQuestion = {
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly mostMs: number;
};

const DAY_MS = 86_400_000;
const MOST_MS = 2000;
/** A hunt over a month of a large company reads millions of events; it has the deadline of the server. */
const DEADLINE_MS = 10_000;

/** Every question of the playground and its documentation, and what it has no tab for, about the middle of the period. */
export const listQuestions = ({ fromMs, untilMs }: Period): readonly GrowthQuestion[] => {
  const middleMs = Math.floor((fromMs + untilMs) / 2 / DAY_MS) * DAY_MS;
  const at = (days: number, hours = 0): string =>
    new Date(middleMs + days * DAY_MS + hours * 3_600_000).toISOString();
  const day = { from: at(0), until: at(1) };
  const month = { from: at(-30), until: at(0) };
  const facts: Readonly<Record<string, unknown>> = {
    hostname: 'SRV4',
    startedHost: 'SRV4',
    user: String.raw`CORP\user7`,
    seenAt: at(0, 12),
    lastAt: at(0, 12),
    seenOn: day,
    startOfSeenDay: day.from,
    range: day,
    lastDay: day,
    failureDay: day,
    startOfLastDay: day.from,
    endOfLastDay: day.until,
    bootTime: null,
    srcNetwork: '10.20.7.0/24',
    timeZone: 'Europe/Berlin',
  };
  const tabs = PLAYGROUND_TABS.filter(({ topic }) => topic !== 'Administration' && topic !== 'Ingest').map(
    ({ name, query, variables = {} }) => ({
      name: `tab ${name}`,
      query,
      variables: Object.fromEntries(
        Object.entries(variables).map(([variable, { own }]) => [
          variable,
          typeof own === 'string' ? facts[own] : own.value,
        ]),
      ),
      mostMs: MOST_MS,
    }),
  );
  const others = Object.entries(OTHERS).map(([name, query]) => ({
    name,
    query: `{ ${query.replaceAll('$from', day.from).replaceAll('$until', day.until).replaceAll('$at', at(0, 12))} }`,
    variables: {},
    mostMs: MOST_MS,
  }));
  const ofRange = (
    length: string,
    mostMs: number,
    range: typeof day,
    hunts: Readonly<Record<HuntName, string> | Record<string, string>>,
  ) =>
    Object.entries(hunts).map(([name, query]) => ({
      name: `${name} of ${length}`,
      query: `{ ${query.replaceAll('$from', range.from).replaceAll('$until', range.until)} }`,
      variables: {},
      mostMs,
    }));
  return [
    ...others,
    ...tabs,
    ...ofRange('a day', MOST_MS, day, VARIANTS),
    ...ofRange('thirty days', DEADLINE_MS, month, { ...HUNTS, ...VARIANTS }),
  ];
};

const EVENT = 'time action hostname user loginId';
const SESSION = 'hostname user loginId loginType srcIps startedAt endedAt endReason';
const events = (filter: string, more = ''): string =>
  `sessionEvents(filter: { ${filter} }${more}) { nodes { ${EVENT} } pageInfo { hasNextPage } }`;
const sessions = (filter: string, more = ''): string =>
  `sessions(filter: { ${filter} }${more}) { nodes { ${SESSION} } pageInfo { hasNextPage } }`;

const OTHERS: Readonly<Record<string, string>> = {
  'overview with exact counts':
    'overview { firstAt lastAt events(mode: EXACT) { value } sessions(mode: EXACT) { value } hosts(mode: EXACT) { value } accounts(mode: EXACT) { value } }',
  'the newest events': 'sessionEvents { nodes { time action hostname user } pageInfo { hasNextPage } }',
  'the newest events, counted': 'sessionEvents { totalCount { value relation } nodes { time } }',
  'events from the middle of the year': events('time: { until: "$from" }'),
  'events of a workstation': events('hostname: { eq: "WS5" }'),
  'events of a domain controller, counted':
    'sessionEvents(filter: { hostname: { eq: "DC02" } }) { totalCount { value relation } nodes { time } }',
  'events of a user': events('user: { eq: "user7" }'),
  'events of a uid': events('uid: { eq: "S-1-5-21-1407437180-2914830171-1108432377-5007" }'),
  'events of a source': events('srcIp: { eq: "10.20.7.15" }'),
  'events of a source without match': events('srcIp: { eq: "192.0.2.1" }'),
  'events of a network without match': events('srcIp: { inCidr: ["192.0.2.0/24"] }'),
  'events of a login id without match': events('loginId: { eq: "0x123456789abcdef" }'),
  'failures from a network': events('loginSuccessful: { eq: false }, srcIp: { inCidr: ["10.20.0.0/16"] }'),
  'remote desktop events': events('loginType: { eq: RDP }'),
  'public sources without match': events('srcIp: { isPrivate: false }'),
  'user contains': events('user: { contains: "ser149" }'),
  'user contains without match': events('user: { contains: "zzz" }'),
  'host contains': events('hostname: { contains: "S23" }'),
  'host contains without match': events('hostname: { contains: "ZZZ" }'),
  'uid contains without match': events('uid: { contains: "zzz" }'),
  'host and user contain without match': events('hostname: { contains: "ZZZ" }, user: { contains: "zzz" }'),
  'sessions, host contains without match': sessions('hostname: { contains: "ZZZ" }'),
  'sessions, user contains without match': sessions('user: { contains: "zzz" }'),
  'sessions of a source': sessions('srcIp: { eq: "10.20.7.15" }'),
  'sessions of a source without match': sessions('srcIp: { eq: "192.0.2.1" }'),
  'sessions of a network without match': sessions('srcIp: { inCidr: ["192.0.2.0/24"] }'),
  'sessions of a host': sessions('hostname: { eq: "WS5" }'),
  'sessions of a user with events': `account(user: "CORP\\\\user7") { sessions(first: 50) { nodes { ${SESSION} events { nodes { time action } } } } }`,
  'the longest sessions that ended': sessions('open: false', ', order: { field: DURATION }'),
  'sessions active at a time': sessions('activeAt: "$at"'),
  'sessions active at a time, counted':
    'sessions(filter: { activeAt: "$at" }) { totalCount { value relation } nodes { hostname } }',
  'sessions that overlap a day, interactive': sessions(
    'overlaps: { from: "$from", until: "$until" }, loginType: { eq: INTERACTIVE }',
  ),
  'who was on a domain controller':
    'host(hostname: "DC02") { loggedOn(at: "$at") { coverage { status } accounts { account { user } state certainty since } } }',
  'hosts with their last events':
    'hosts { totalCount { value } nodes { hostname lastLogin { time user } sessions(first: 1) { nodes { startedAt } } events(first: 1) { nodes { time } } } }',
  'accounts with their last events':
    'accounts { totalCount { value } nodes { user firstSeenAt lastSeenAt lastLogin { time hostname } sessions(first: 1) { nodes { startedAt } } events(first: 1) { nodes { time } } } }',
  'hosts, name contains':
    'hosts(filter: { hostname: { contains: "S23" } }) { nodes { hostname lastSeenAt } }',
  'events by user':
    'eventStats(groupBy: [USER]) { totalCount { value } groups { key { account { user } } count } }',
  'events by user of a day':
    'eventStats(filter: { time: { from: "$from", until: "$until" } }, groupBy: [USER]) { totalCount { value } groups { key { account { user } } count distinctHosts } }',
  'sessions by login type':
    'sessionStats(groupBy: [LOGIN_TYPE]) { groups { key { loginType } count open boundedCount durationSeconds { p50 p90 p99 } } }',
  'sessions by end': 'sessionStats(groupBy: [END_REASON]) { groups { key { endReason } count } }',
  'search for a part':
    'search(text: "user14") { nodes { kind value firstSeenAt lastSeenAt } truncatedKinds }',
};
