import { findFirstEvent, findLastEvent } from '../../domain/findEdges.ts';
import { listEvents } from '../../domain/listEvents.ts';
import { listSessions } from '../../domain/listSessions.ts';

import { selectHost } from '../../db/selectHosts.ts';
import { selectLoginIdTimes } from '../../db/selectLoginIdTimes.ts';

import { resolveAccount } from '../../model/domainAliases.ts';
import { BY_KNOWN_USERS } from '../../model/filter/logins.ts';
import { withLoginId } from '../../model/filter/pivot.ts';
import { eventsOfMatch, valueOfMatch } from '../../model/search/searchMatch.ts';
import type { SearchKind, SearchMatch as SearchMatchModel } from '../../model/search/searchMatch.ts';

import type { GraphqlContext } from '../context.ts';
import type {
  AddressMatchResolvers,
  HostMatchResolvers,
  LoginIdMatchResolvers,
  SearchMatchResolvers,
  UidMatchResolvers,
} from '../generated.ts';

/** GraphQL type of each kind. The compiler reports a kind without one. */
const TYPE_NAME = {
  HOST: 'HostMatch',
  ACCOUNT: 'AccountMatch',
  UID: 'UidMatch',
  ADDRESS: 'AddressMatch',
  LOGIN_ID: 'LoginIdMatch',
} as const satisfies Record<SearchKind, string>;

/** Fields of every match, inherited by the types of the kinds. */
export const SearchMatch: SearchMatchResolvers = {
  __resolveType: ({ kind }) => TYPE_NAME[kind],
  value: (match) => valueOfMatch(match),
  firstSeenAt: (match, _, context) => findSeenAt(context, match, 'firstSeenAt'),
  lastSeenAt: (match, _, context) => findSeenAt(context, match, 'lastSeenAt'),
};

/** The times of hosts are kept at ingest. Those of other values are read from the index that begins with the value. */
const findSeenAt = async (
  context: GraphqlContext,
  match: SearchMatchModel,
  which: 'firstSeenAt' | 'lastSeenAt',
): Promise<string | null> => {
  if (match.kind === 'HOST') return (await selectHost(context.db, match.hostname))?.[which] ?? null;
  if (match.kind === 'LOGIN_ID')
    return (await selectLoginIdTimes(context.db, match.loginId))?.[which] ?? null;
  const find = which === 'firstSeenAt' ? findFirstEvent : findLastEvent;
  return (await find(context, eventsOfMatch(match)))?.time ?? null;
};

export const HostMatch: HostMatchResolvers = { host: ({ hostname }) => ({ hostname }) };

export const UidMatch: UidMatchResolvers = {
  lastAccount: async (match, _, context) => {
    const event = await findLastEvent(context, { kind: 'and', of: [eventsOfMatch(match), BY_KNOWN_USERS] });
    return event === null ? null : resolveAccount(context.db.aliases, event);
  },
  events: (match, request, context) => listEvents(context, request, [eventsOfMatch(match)]),
};

export const AddressMatch: AddressMatchResolvers = {
  events: (match, request, context) => listEvents(context, request, [eventsOfMatch(match)]),
};

export const LoginIdMatch: LoginIdMatchResolvers = {
  events: (match, request, context) => listEvents(context, request, [eventsOfMatch(match)]),
  sessions: ({ loginId }, request, context) =>
    listSessions(context, request, { where: [withLoginId(loginId)] }),
};
