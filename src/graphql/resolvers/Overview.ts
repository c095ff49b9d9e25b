import { findFirstEvent, findLastEvent } from '../../domain/findEdges.ts';
import { countAllEvents } from '../../domain/listEvents.ts';
import { countAllSessions } from '../../domain/listSessions.ts';

import { countAccounts } from '../../db/selectAccounts.ts';
import { countHosts } from '../../db/selectHosts.ts';

import { EVERYTHING } from '../../model/filter/predicate.ts';

import type { OverviewResolvers } from '../generated.ts';

/** Each number is read only when it is asked for. */
export const Overview: OverviewResolvers = {
  firstAt: async (_, __, context) => (await findFirstEvent(context, EVERYTHING))?.time ?? null,
  lastAt: async (_, __, context) => (await findLastEvent(context, EVERYTHING))?.time ?? null,
  events: (_, { mode }, context) => countAllEvents(context, mode),
  sessions: (_, { mode }, context) => countAllSessions(context, mode),
  hosts: (_, __, { reader }) => countHosts(reader, EVERYTHING, null),
  accounts: (_, __, { reader }) => countAccounts(reader, EVERYTHING, null),
};
