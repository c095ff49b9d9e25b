import { isNoise } from '../pivotOracle.ts';
import { foldFacts, sessionsOf } from '../sessionOracle.ts';
import type { OracleSession } from '../sessionOracle.ts';
import { huntEnd } from '../sessions/periods.ts';
import type { OracleHost, OracleSession as FoldedSession } from '../sessions/types.ts';

import type { HuntEvent } from './huntEvents.ts';
import type { Range } from './huntOracle.ts';

/** A session as computed by the session oracle, with its events in order. */
export type SessionOfLog = OracleSession & {
  readonly events: readonly HuntEvent[];
  readonly host: OracleHost;
  readonly folded: FoldedSession;
};

type Shown = { readonly loginTypes: readonly string[] | null; readonly excludeNoise: boolean };

/** The sessions of a log that a hunt considers. */
export const sessionsOfLog = (
  events: readonly HuntEvent[],
  { loginTypes, excludeNoise }: Shown,
): readonly SessionOfLog[] => {
  const byUuid = new Map(events.map((event) => [event.uuid, event]));
  const folding = events.map(({ loginSuccessful, ...event }) => ({
    ...event,
    loginSuccessful: loginSuccessful === true,
  }));
  const folded = foldFacts(folding, []).flatMap((host) =>
    host.sessions.map((session) => ({ host, session })),
  );
  return sessionsOf(folding, [])
    .map((session, index) => ({
      ...session,
      host: folded[index]!.host,
      folded: folded[index]!.session,
      events: session.members.map((uuid) => byUuid.get(uuid)!),
    }))
    .filter((session) => !(excludeNoise && isNoise(session)))
    .filter(({ loginType }) => loginTypes === null || loginTypes.includes(loginType ?? ''));
};

/** The ends of sessions for a hunt. */
export type Ends = { readonly range: Range; readonly includeUnknown: boolean };

/** When a hunt regards a session as over. */
export const endOf = ({ host, folded }: SessionOfLog, { range, includeUnknown }: Ends): string =>
  huntEnd(host, folded, range.until, includeUnknown);

/** Whether a session has started and not ended at a time within the range. */
export const isOpenAt = (session: SessionOfLog, ends: Ends, moment: string): boolean =>
  session.startedAt <= moment && endOf(session, ends) > moment;
