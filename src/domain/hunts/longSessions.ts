import {
  lastingConditions,
  measureSession,
  parseLastingSessions,
} from '../../model/hunts/lastingSessions.ts';
import { matchOfSession } from '../../model/hunts/match.ts';

import { defineHunt } from './run/defineHunt.ts';
import { listSessionMatches } from './run/listSessionMatches.ts';

/** Finds long sessions: a foothold of an intruder, or a desktop that nobody logged off. */
export const longSessions = defineHunt({
  title: 'Sessions That Last Long',
  techniques: ['T1078', 'T1078.002', 'T1078.003', 'T1021.001'],
  finds: 'sessions that last at least a given time',
  parse: parseLastingSessions,
  search: async (run) =>
    listSessionMatches(run, {
      where: lastingConditions(run.parameters),
      makeMatch: (session) => ({
        ...matchOfSession(session),
        ...measureSession(session, run.parameters.range.until),
        session,
      }),
    }),
});
