import {
  durationFields,
  lastingConditions,
  parseLastingSessions,
} from '../../model/hunts/lastingSessions.ts';
import { matchOfSession } from '../../model/hunts/match.ts';
import { silenceFor } from '../../model/hunts/presence.ts';
import { durationOf } from '../../model/session/sessionDuration.ts';

import { findHuntEnd } from '../sessionStates.ts';

import { defineHunt } from './run/defineHunt.ts';
import { listSessionMatches } from './run/listSessionMatches.ts';

/** Finds long sessions: a foothold of an intruder, or a desktop that nobody logged off. */
export const longSessions = defineHunt({
  title: 'Sessions That Last Long',
  techniques: ['T1078', 'T1078.002', 'T1078.003', 'T1021.001'],
  finds: 'sessions that last at least a given time',
  parse: parseLastingSessions,
  search: async ({ db, parameters, ...run }) => {
    const { range, includeUnknown } = parameters;
    return listSessionMatches(
      { ...run, db, parameters },
      {
        where: lastingConditions(parameters, silenceFor(parameters, db.silenceUs)),
        makeMatch: async (session) => {
          const end = await findHuntEnd(db, session, { until: range.until, includeUnknown });
          return { ...matchOfSession(session), ...durationFields(durationOf(session, end) ?? 0), session };
        },
      },
    );
  },
});
