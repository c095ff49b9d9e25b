import type { Ask, NoteQuery, NoteValues, Tell } from '../model/joins/join.ts';

const DAY_MS = 86_400_000;

/**
 * How long notes are kept after their record was received, in milliseconds. An attack leaves many notes about failed logins, which matter for
 * seconds. Those of logins also survive an outage in which a shipper waits, and those of sessions matter until the logout.
 */
export const KEPT_MS = { FAILED: 600_000, LOGIN: DAY_MS, SESSION: 30 * DAY_MS } as const;

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

/** The values of a note that are known. */
export const definedOf = (values: Readonly<Record<string, string | number | null | undefined>>): NoteValues =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined || value === null ? [] : [[name, value]],
    ),
  );
