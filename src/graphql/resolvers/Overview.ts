import { findFirstEvent, findLastEvent } from '../../domain/findEdges.ts';
import { countAllAccounts } from '../../domain/listAccounts.ts';
import { countAllEvents } from '../../domain/listEvents.ts';
import { countAllHosts } from '../../domain/listHosts.ts';
import { countAllSessions } from '../../domain/listSessions.ts';

import { MATCH_ALL } from '../../model/filter/predicate.ts';
import { VERSION } from '../../model/version.ts';

import type { OverviewResolvers } from '../generated.ts';

/** Each field is read only when selected. */
export const Overview: OverviewResolvers = {
  version: () => VERSION,
  firstAt: async (_, __, context) => (await findFirstEvent(context, MATCH_ALL))?.time ?? null,
  lastAt: async (_, __, context) => (await findLastEvent(context, MATCH_ALL))?.time ?? null,
  events: (_, { mode }, context) => countAllEvents(context, mode),
  sessions: (_, { mode }, context) => countAllSessions(context, mode),
  hosts: (_, { mode }, context) => countAllHosts(context, mode),
  accounts: (_, { mode }, context) => countAllAccounts(context, mode),
};
