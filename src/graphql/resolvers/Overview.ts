import { countAllEvents } from '../../domain/listEvents.ts';
import { countAllSessions } from '../../domain/listSessions.ts';

import { countAccounts, countHosts, selectEventTime } from '../../db/selectOverview.ts';

import type { OverviewResolvers } from '../generated.ts';

/** Each number is read only when it is asked for. */
export const Overview: OverviewResolvers = {
  firstAt: (_, __, { reader }) => selectEventTime(reader, 'FIRST'),
  lastAt: (_, __, { reader }) => selectEventTime(reader, 'LAST'),
  events: (_, { mode }, { reader }) => countAllEvents(reader, mode),
  sessions: (_, { mode }, { reader }) => countAllSessions(reader, mode),
  hosts: (_, __, { reader }) => countHosts(reader),
  accounts: (_, __, { reader }) => countAccounts(reader),
};
