import type { Ask, Join, NoteQuery, NoteValues, Tell } from '../model/joins/join.ts';

const DAY_MS = 86_400_000;

/**
 * How long notes are kept after their record was received, in milliseconds. Most matter for seconds, and again if a shipper sends old records once more
 * after an outage. Those of sessions matter until the logout.
 */
export const KEPT_MS = { LOGIN: DAY_MS, SESSION: 30 * DAY_MS } as const;

/** Skips the record if there is a note with the key. */
export const skipIf = (key: string, withinMs: number): Ask => ({ key, withinMs, effect: { kind: 'SKIP' } });

/** A note without values. */
export const tell = (key: string, keepMs: number): Tell => ({ key, values: {}, keepMs });

/** A note without values that says something of a host, and is left once a day. */
export const tellDaily = (key: string, timeMs: number): Tell => ({
  ...tell(key, KEPT_MS.SESSION + DAY_MS),
  timeMs: timeMs - (timeMs % DAY_MS),
  unlessNoted: { key, withinMs: DAY_MS },
});

/** Asks whether there was a note of `tellDaily` in the last 30 days. */
export const ofLastMonth = (key: string): NoteQuery => ({ key, withinMs: KEPT_MS.SESSION });

/**
 * A note about the start or end of what a key names, such as a session on a terminal line. Both may have the same time, so a record changes the
 * note once, also if it is sent again.
 */
export const tellState = (key: string, sourceId: string, values: NoteValues): Tell => ({
  key,
  values: { ...values, [sourceId]: true },
  keepMs: KEPT_MS.SESSION,
  unlessNoted: { key, withinMs: 0, same: { [sourceId]: true } },
});

/** The join of the end of what a key names: it has what the start states, and is skipped without a start. */
export const joinState = (
  key: string,
  sourceId: string,
  fields: readonly string[],
): Pick<Join, 'asks' | 'tells'> => {
  const latest = { key, withinMs: KEPT_MS.SESSION, latest: true } as const;
  const ended = tellState(key, sourceId, { isOpen: false });
  return {
    asks: [
      // It was sent before, and what has started at the same time is not its start.
      { ...skipIf(key, 0), same: { [sourceId]: true } },
      { ...latest, same: { isOpen: true }, effect: { kind: 'REQUIRE', tells: [ended] } },
      { ...latest, effect: { kind: 'FILL', fields } },
    ],
    tells: [{ ...ended, ifKept: true }],
  };
};

/** The values of a note that are known. */
export const definedOf = (
  values: Readonly<Record<string, string | number | null | undefined>>,
): NoteValues => {
  const known: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values))
    if (value !== undefined && value !== null) known[name] = value;
  return known;
};
