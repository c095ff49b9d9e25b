import type { Join, NoteValues } from '../../model/joins/join.ts';

import { definedOf, KEPT_MS } from '../notes.ts';

/** A terminal line of a host, at the time of a record of a request. */
type Place = { readonly hostname: string; readonly timeMs: number; readonly line: string };

/** Leaves the session of a terminal line for the record of its end. */
export const tellSession = (
  { hostname, timeMs, line }: Place,
  session: Readonly<Record<string, string | null | undefined>>,
): Join => leave({ hostname, timeMs, line }, { ...definedOf(session), isOpen: true });

/** The join of the end of a session: it has what the login on its terminal line states. */
export const joinEnd = (place: Place): Join => {
  const ofLine = { key: keyOf(place), withinMs: KEPT_MS.SESSION, latest: true } as const;
  return {
    ...leave(place, { isOpen: false }),
    asks: [
      { ...ofLine, same: { isOpen: true }, effect: { kind: 'REQUIRE' } },
      { ...ofLine, effect: { kind: 'FILL', fields: ['user', 'loginId', 'loginType'] } },
    ],
  };
};

const leave = (place: Place, values: NoteValues): Join => ({
  hostname: place.hostname,
  timeMs: place.timeMs,
  asks: [],
  tells: [{ key: keyOf(place), values, keepMs: KEPT_MS.SESSION }],
});

const keyOf = ({ line }: Place): string => `terminal ${line}`;
