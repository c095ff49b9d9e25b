import {
  AccountPresenceFragmentDoc,
  HostPresenceFragmentDoc,
  TypedDocumentString,
} from '../api/documents.ts';
import type {
  AccountPresenceFragment,
  HostPresenceFragment,
  TimelineSessionFragment,
} from '../api/documents.ts';
import type { Pin } from '../state/case.ts';
import { toIso } from '../state/times.ts';
import type { Range } from '../state/times.ts';
import { makeLanes } from '../timeline/lanes.ts';
import type { Lane } from '../timeline/lanes.ts';
import { LIVELINESS } from '../timeline/listPresent.ts';
import type { Present } from '../timeline/listPresent.ts';
import { isOf } from './caseLanes.ts';
import type { CaseLane } from './caseLanes.ts';

/** What the API answers about each host and account of a case; null: no event names it. */
export type PresenceAnswer = Readonly<Record<string, HostPresenceFragment | AccountPresenceFragment | null>>;

export type PresenceVariables = Readonly<Record<string, unknown>>;

/** Where somebody was on. */
export type Place = { readonly host: string; readonly account: string | null };

/** Whom the question is about: the hosts of lanes, and the accounts of lanes without a host, each once. */
const listAsked = (
  pins: readonly Pin[],
): { readonly hosts: readonly string[]; readonly users: readonly string[] } => {
  const distinct = (names: readonly (string | null)[]): readonly string[] => [
    ...new Map(
      names.flatMap((name) => (name === null ? [] : [[name.toUpperCase(), name] as const])),
    ).values(),
  ];
  return {
    hosts: distinct(pins.map(({ host }) => host)),
    users: distinct(pins.map(({ host, account }) => (host === null ? account : null))),
  };
};

/** Makes the question who was on at a time: one for all lanes of the case. */
export const makePresenceQuestion = (
  pins: readonly Pin[],
): TypedDocumentString<PresenceAnswer, PresenceVariables> => {
  const { hosts, users } = listAsked(pins);
  const declare = (kind: string, names: readonly string[]): string =>
    names.map((_, index) => ` $${kind}${index}: String!`).join('');
  const ask = (kind: string, names: readonly string[], field: string): string =>
    names.map((_, index) => `  ${kind}${index}: ${field.replace('$', `$${kind}${index}`)}\n`).join('');
  return new TypedDocumentString(`
query CasePresence($at: DateTime! $noNoise: Boolean!${declare('host', hosts)}${declare('user', users)}) {
${ask('host', hosts, 'host(hostname: $) { ...HostPresence }')}${ask('user', users, 'account(user: $) { ...AccountPresence }')}}
${hosts.length > 0 ? HostPresenceFragmentDoc.toString() : ''}
${users.length > 0 ? AccountPresenceFragmentDoc.toString() : ''}`);
};

/** The variables of the question. */
export const makePresenceVariables = (
  pins: readonly Pin[],
  { at, noNoise }: { readonly at: number; readonly noNoise: boolean },
): PresenceVariables => {
  const { hosts, users } = listAsked(pins);
  return {
    at: toIso(at),
    noNoise,
    ...Object.fromEntries(hosts.map((name, index) => [`host${index}`, name])),
    ...Object.fromEntries(users.map((name, index) => [`user${index}`, name])),
  };
};

/** The accounts that were on, of those that the lanes are about, each once on each host. */
export const listAnswered = (
  answer: PresenceAnswer,
  lanes: readonly CaseLane[],
  at: number,
): readonly Present[] => {
  const found = new Map<string, Present>();
  for (const one of Object.values(answer)) {
    if (one === null) continue;
    for (const present of 'loggedOn' in one ? listOnHost(one) : listOfAccount(one, at)) {
      const { host, account } = readPlace(present.key);
      const isPinned = lanes.some(({ pin }) => isOf(pin, host, account));
      if (isPinned && !found.has(present.key)) found.set(present.key, present);
    }
  }
  return [...found.values()];
};

const listOnHost = ({ hostname, loggedOn }: HostPresenceFragment): readonly Present[] =>
  loggedOn.accounts.map(({ account, state, certainty, since, sessions }) => ({
    key: placeKey({ host: hostname, account: account?.user ?? null }),
    name: account?.user ?? null,
    state: state === 'ENDED' ? 'UNKNOWN' : state,
    certainty,
    since: Date.parse(since),
    sessionIds: sessions.map(({ id }) => id),
  }));

/** By the rules of the API's `loggedOn`, which is a field of hosts only. */
const listOfAccount = ({ user, sessions }: AccountPresenceFragment, at: number): readonly Present[] =>
  [...new Set(sessions.nodes.map(({ hostname }) => hostname))].map((hostname) => {
    const own = sessions.nodes.filter((session) => session.hostname === hostname);
    const proven = own.filter(({ endedAfter }) => endedAfter !== null && at <= Date.parse(endedAfter));
    const states = new Set<string | null>(own.map(({ state }) => state));
    return {
      key: placeKey({ host: hostname, account: user }),
      name: user,
      state: LIVELINESS.find((state) => states.has(state)) ?? 'UNKNOWN',
      certainty: proven.length > 0 ? 'PROVEN' : 'POSSIBLE',
      since: Math.min(...(proven.length > 0 ? proven : own).map(({ startedAt }) => Date.parse(startedAt))),
      sessionIds: own.map(({ id }) => id),
    };
  });

/** The drawn sessions in lanes of their accounts on their hosts. While the cursor moves, they say who was on. */
export const makePlaces = (sessions: readonly TimelineSessionFragment[], range: Range): readonly Lane[] =>
  makeLanes(
    { sessions, marks: [] },
    {
      range,
      laneOf: ({ hostname, account }) => ({
        key: placeKey({ host: hostname, account: account?.user ?? null }),
        name: account?.user ?? null,
      }),
    },
  );

const placeKey = ({ host, account }: Place): string => JSON.stringify([host, account]);

/** The place of what is present. */
export const readPlace = (key: string): Place => {
  const [host, account] = JSON.parse(key) as readonly [string, string | null];
  return { host, account };
};
