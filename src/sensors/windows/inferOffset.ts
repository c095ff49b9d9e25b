import { readWallClock } from './readWallClock.ts';

/** The times at which an NXLog record was received and forwarded. */
export type NxlogClock = { readonly receivedLocal: unknown; readonly arrivedUtc: unknown };

/**
 * Infers the offset from UTC of an NXLog record: EventReceivedTime (local) minus @timestamp (UTC), to the quarter hour.
 *
 * Null if the result would be a guess: a time is missing; the difference is not a plausible offset (a file that was shipped again has a
 * new @timestamp); or the event was received before it happened or more than a day after it. The clock may have been set in between, and
 * NXLog writes old events with the offset of their own time.
 *
 * @param wallMs The local time of the event, as if it were UTC.
 */
export const inferOffset = ({ receivedLocal, arrivedUtc }: NxlogClock, wallMs: number): number | null => {
  const arrived = textOf(arrivedUtc);
  const receivedMs = readWallClock(textOf(receivedLocal));
  const arrivedMs = arrived.endsWith('Z') ? readWallClock(arrived.slice(0, -1)) : null;
  if (receivedMs === null || arrivedMs === null) return null;
  const waitMs = receivedMs - wallMs;
  if (waitMs < -MAX_SKEW_MS || waitMs > MAX_WAIT_MS) return null;
  const offsetMs = Math.round((receivedMs - arrivedMs) / QUARTER_MS) * QUARTER_MS;
  const restMs = Math.abs(receivedMs - arrivedMs - offsetMs);
  return restMs <= MAX_REST_MS && isInUse(offsetMs / MINUTE_MS) ? offsetMs : null;
};

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;
const MAX_SKEW_MS = MINUTE_MS;
const MAX_WAIT_MS = 24 * 60 * MINUTE_MS;
/** The time from NXLog to the next hop; up to 10 s in real logs. */
const MAX_REST_MS = 2 * MINUTE_MS;

/** Nepal, Eucla, and the Chatham Islands in winter and summer; all other offsets are multiples of half an hour. */
const ODD_OFFSETS = new Set([345, 525, 765, 825]);

const isInUse = (minutes: number): boolean =>
  minutes >= -720 && minutes <= 840 && (minutes % 30 === 0 || ODD_OFFSETS.has(minutes));

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
