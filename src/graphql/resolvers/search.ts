import { findFirstEvent, findLastEvent } from '../../domain/findEdges.ts';
import { listEvents } from '../../domain/listEvents.ts';
import { listSessions } from '../../domain/listSessions.ts';

import { selectHost } from '../../db/selectHosts.ts';
import { selectLoginIdTimes } from '../../db/selectLoginIdTimes.ts';

import { formatAccount } from '../../model/account.ts';
import { resolveAccount } from '../../model/domainAliases.ts';
import { ofAccount } from '../../model/filter/pivot.ts';
import type { Predicate } from '../../model/filter/predicate.ts';
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
  value: (match) => valueOf(match),
  firstSeenAt: (match, _, context) => findSeenAt(context, match, 'firstSeenAt'),
  lastSeenAt: (match, _, context) => findSeenAt(context, match, 'lastSeenAt'),
};

const valueOf = (match: SearchMatchModel): string => {
  switch (match.kind) {
    case 'HOST':
      return match.hostname;
    case 'ACCOUNT':
      return formatAccount(match.account);
    case 'UID':
      return match.uid;
    case 'ADDRESS':
      return match.address;
    case 'LOGIN_ID':
      return match.loginId;
  }
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
  return (await find(context, eventsOf(match)))?.time ?? null;
};

/** The events with the value. */
const eventsOf = (match: Exclude<SearchMatchModel, { readonly kind: 'HOST' }>): Predicate => {
  switch (match.kind) {
    case 'ACCOUNT':
      return ofAccount(match.account);
    case 'UID':
      return { kind: 'in', field: 'uid', values: [match.uid] };
    case 'ADDRESS':
      return { kind: 'in', field: 'srcIp', values: [match.address] };
    case 'LOGIN_ID':
      return withLoginId(match.loginId);
  }
};

/** The events or sessions with a login id. */
const withLoginId = (loginId: string): Predicate => ({ kind: 'in', field: 'loginId', values: [loginId] });

export const HostMatch: HostMatchResolvers = { host: ({ hostname }) => ({ hostname }) };

export const UidMatch: UidMatchResolvers = {
  lastAccount: async (match, _, context) => {
    const named: Predicate = { kind: 'not', of: { kind: 'isNull', field: 'user' } };
    const event = await findLastEvent(context, { kind: 'and', of: [eventsOf(match), named] });
    return event === null ? null : resolveAccount(context.db.aliases, event);
  },
  events: (match, request, context) => listEvents(context, request, [eventsOf(match)]),
};

export const AddressMatch: AddressMatchResolvers = {
  events: (match, request, context) => listEvents(context, request, [eventsOf(match)]),
};

export const LoginIdMatch: LoginIdMatchResolvers = {
  events: (match, request, context) => listEvents(context, request, [eventsOf(match)]),
  sessions: ({ loginId }, request, context) =>
    listSessions(context, request, { where: [withLoginId(loginId)] }),
};
