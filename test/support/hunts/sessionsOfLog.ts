import { isNoise } from '../pivotOracle.ts';
import { sessionsOf } from '../sessionOracle.ts';
import type { OracleSession } from '../sessionOracle.ts';

import type { HuntEvent } from './huntEvents.ts';

/** A session as computed by the session oracle, with its events in order. */
export type SessionOfLog = OracleSession & { readonly events: readonly HuntEvent[] };

type Shown = { readonly loginTypes: readonly string[] | null; readonly excludeNoise: boolean };

/** The sessions of a log that a hunt considers. */
export const sessionsOfLog = (
  events: readonly HuntEvent[],
  { loginTypes, excludeNoise }: Shown,
): readonly SessionOfLog[] => {
  const byUuid = new Map(events.map((event) => [event.uuid, event]));
  return sessionsOf(
    events.map(({ loginSuccessful, ...event }) => ({ ...event, loginSuccessful: loginSuccessful === true })),
    [],
  )
    .filter((session) => !(excludeNoise && isNoise(session)))
    .filter(({ loginType }) => loginTypes === null || loginTypes.includes(loginType ?? ''))
    .map((session) => ({ ...session, events: session.members.map((uuid) => byUuid.get(uuid)!) }));
};

/** Whether a session has started and not ended at a time. */
export const isOpenAt = ({ startedAt, endedAt }: SessionOfLog, moment: string): boolean =>
  startedAt <= moment && (endedAt === null || endedAt > moment);
