/** A simple and slow oracle: finds the beginnings of time buckets by reading the local time every 15 minutes. */
const STEP_MS = 15 * 60_000;
const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

/** Returns a function that computes the local time of a zone, as the instant at which UTC shows the same time. */
const wallOf = (zone: string): ((utcMs: number) => number) => {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return (utcMs) => Date.parse(`${format.format(utcMs).replace(' ', 'T')}Z`);
};

/** Local times at intervals of 15 minutes. */
export type Readings = { readonly fromMs: number; readonly walls: readonly number[] };

export const readClock = (zone: string, from: string, until: string): Readings => {
  const wallAt = wallOf(zone);
  const fromMs = Date.parse(from);
  const count = (Date.parse(until) - fromMs) / STEP_MS;
  return { fromMs, walls: Array.from({ length: count }, (_, n) => wallAt(fromMs + n * STEP_MS)) };
};

/** The instants at which the offset of the zone changed. */
export const changesOf = ({ fromMs, walls }: Readings): number[] =>
  walls.flatMap((wall, n) =>
    wall - (walls[n - 1] ?? wall - STEP_MS) === STEP_MS ? [] : [fromMs + n * STEP_MS],
  );

/** Names of buckets of days or longer. They sort by time. */
const DAYS: Readonly<Record<string, (wallMs: number) => string>> = {
  P1D: (wallMs) => new Date(wallMs).toISOString().slice(0, 10),
  P1W: (wallMs) => {
    const sinceMonday = (new Date(wallMs).getUTCDay() + 6) % 7;
    return new Date(wallMs - sinceMonday * DAY_MS).toISOString().slice(0, 10);
  },
  P1M: (wallMs) => new Date(wallMs).toISOString().slice(0, 7),
  P3M: (wallMs) => `${new Date(wallMs).getUTCFullYear()} ${Math.floor(new Date(wallMs).getUTCMonth() / 3)}`,
};

const LENGTHS: Readonly<Record<string, number>> = {
  PT15M: HOUR_MS / 4,
  PT45M: 0.75 * HOUR_MS,
  PT30M: HOUR_MS / 2,
  PT1H: HOUR_MS,
  PT90M: 1.5 * HOUR_MS,
  PT2H: 2 * HOUR_MS,
  PT3H: 3 * HOUR_MS,
  PT6H: 6 * HOUR_MS,
  PT12H: 12 * HOUR_MS,
};

export const EVERY = [...Object.keys(LENGTHS), ...Object.keys(DAYS)];

/** The instants at which buckets begin. */
export const beginningsOf = ({ fromMs, walls }: Readings, every: string): number[] => {
  const nameOf = DAYS[every];
  const lengthMs = LENGTHS[every] ?? DAY_MS;
  let latest = nameOf?.(walls[0] ?? 0) ?? '';
  return walls.flatMap((wall, n) => {
    const before = walls[n - 1] ?? wall;
    if (nameOf === undefined) {
      const isSkipped = Math.floor(wall / lengthMs) > Math.floor(before / lengthMs);
      return wall % lengthMs === 0 || isSkipped ? [fromMs + n * STEP_MS] : [];
    }
    if (nameOf(wall) <= latest) return [];
    latest = nameOf(wall);
    return [fromMs + n * STEP_MS];
  });
};

/** The beginnings of the buckets that cover a range, and the end of the last one. */
export const coveringEdges = (beginnings: readonly number[], fromMs: number, untilMs: number): string[] => {
  if (fromMs >= untilMs) return [];
  const start = beginnings.filter((edge) => edge <= fromMs).length - 1;
  const end = beginnings.findIndex((edge) => edge >= untilMs);
  return beginnings.slice(start, end + 1).map((edge) => new Date(edge).toISOString().replace('Z', '000Z'));
};
