import type { SearchQuery } from '../api/documents.ts';
import { rangeAt } from '../state/openAt.ts';
import { toView } from '../state/pageState.ts';
import type { PageState } from '../state/pageState.ts';
import { formatText } from '../state/times.ts';
import type { Range } from '../state/times.ts';

/** A line below the search box. */
export type Suggestion = {
  readonly key: string;
  readonly name: string;
  /** What the name is, and what opens. */
  readonly about: string;
  /** What opens; null: nothing. */
  readonly to: Partial<PageState> | null;
};

type Match = NonNullable<SearchQuery['search']>['nodes'][number];
type Shown = { readonly range: Range; readonly zone: string };

/** Suggests what to open for the matches of a search. Hosts, accounts and login ids have views; addresses and user ids open their events. */
export const suggest = (matches: readonly Match[], shown: Shown): readonly Suggestion[] =>
  matches.flatMap((match): readonly Suggestion[] => {
    const { value } = match;
    switch (match.__typename) {
      case 'HostMatch':
        return [{ key: `host ${value}`, name: value, about: 'host', to: toView('host', value) }];
      case 'AccountMatch':
        return [{ key: `account ${value}`, name: value, about: 'account', to: toView('account', value) }];
      case 'UidMatch':
        return [suggestEvents({ kind: 'user id', field: 'uid' }, match, shown)];
      case 'AddressMatch':
        return [suggestEvents({ kind: 'address', field: 'srcIp' }, match, shown)];
      case 'LoginIdMatch':
        return match.sessions.nodes.length === 0
          ? [{ key: `login id ${value}`, name: value, about: 'login id without a session', to: null }]
          : match.sessions.nodes.map((session) => suggestSession(value, session, shown));
    }
  });

type Seen = {
  readonly value: string;
  readonly events: { readonly nodes: readonly { readonly hostname: string; readonly time: string }[] };
};

type Found = { readonly kind: string; readonly field: string };

const suggestEvents = (
  { kind, field }: Found,
  { value, events }: Seen,
  { range, zone }: Shown,
): Suggestion => {
  const [event] = events.nodes;
  const found = { key: `${kind} ${value}`, name: value };
  if (event === undefined) return { ...found, about: `${kind} without events`, to: null };
  const { hostname, time } = event;
  return {
    ...found,
    about: `${kind}, opens its events; last seen on ${hostname}: ${formatText(time, zone)}`,
    to: { ...toView('events', null), ...rangeAt(time, range), form: { [field]: value } },
  };
};

type FoundSession = Extract<Match, { __typename: 'LoginIdMatch' }>['sessions']['nodes'][number];

const suggestSession = (
  loginId: string,
  { id, hostname, user, startedAt }: FoundSession,
  { zone }: Shown,
): Suggestion => ({
  key: id,
  name: loginId,
  about: `login id, opens the session of ${user ?? 'an unknown user'} on ${hostname} since ${formatText(startedAt, zone)}`,
  to: toView('session', id),
});
