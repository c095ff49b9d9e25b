import type { Join } from '../../model/joins/join.ts';

import { definedOf, joinState, tellState } from '../notes.ts';

/** A record of a request about a terminal line of a host. */
type Place = {
  readonly hostname: string;
  readonly timeMs: number;
  readonly line: string;
  readonly sourceId: string;
};

/** Leaves the session of a terminal line for the record of its end. */
export const tellSession = (
  { hostname, timeMs, line, sourceId }: Place,
  session: Readonly<Record<string, string | null | undefined>>,
): Join => ({
  hostname,
  timeMs,
  source: 'utmp',
  asks: [],
  tells: [tellState(keyOf(line), sourceId, { ...definedOf(session), isOpen: true })],
});

/** The join of the end of a session: it has what the login on its terminal line states. */
export const joinEnd = ({ hostname, timeMs, line, sourceId }: Place): Join => ({
  hostname,
  timeMs,
  source: 'utmp',
  ...joinState(keyOf(line), sourceId, ['user', 'loginId', 'loginType']),
});

const keyOf = (line: string): string => `terminal ${line}`;
