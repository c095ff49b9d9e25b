import type { Bar, DrawnState, Lane, PlacedBar } from './lanes.ts';
import { findFirst } from './project.ts';

/** A lane that has a session at a time. */
export type Present = {
  /** Of the lane. */
  readonly key: string;
  /** Of the lane. */
  readonly name: string | null;
  readonly state: DrawnState;
  /** PROVEN up to the last proof of one of its sessions, otherwise POSSIBLE. */
  readonly certainty: 'PROVEN' | 'POSSIBLE';
  /** Start of the earliest session that is proven at the time; of the earliest session if none is. */
  readonly since: number;
  readonly sessionIds: readonly string[];
};

/** The liveliest first; one of several states may be active. */
export const LIVELINESS = [
  'ACTIVE',
  'SEVERAL',
  'LOCKED',
  'DISCONNECTED',
  'UNKNOWN',
] as const satisfies readonly DrawnState[];

/**
 * Lists who had a session at a time, from the bars alone, so that it follows the cursor while it is dragged. The rules are those of the API's
 * `loggedOn`, which is asked when the cursor stands still.
 */
export const listPresent = (lanes: readonly Lane[], at: number): readonly Present[] =>
  lanes.flatMap(({ key, name, rows }) => {
    const bars = rows.flatMap((row) => listOpen(row, at));
    if (bars.length === 0) return [];
    const states = new Set(
      bars.map(({ periods }) => periods.find(({ from, until }) => from <= at && at < until)?.state),
    );
    const proven = bars.filter(({ fadesFrom }) => fadesFrom === null || at <= fadesFrom);
    return [
      {
        key,
        name,
        state: LIVELINESS.find((state) => states.has(state)) ?? 'UNKNOWN',
        certainty: proven.length > 0 ? 'PROVEN' : 'POSSIBLE',
        since: Math.min(...(proven.length > 0 ? proven : bars).map(({ from }) => from)),
        sessionIds: bars.map(({ session }) => session.id),
      } as const,
    ];
  });

/** The bars of a row at a time. */
const listOpen = (row: readonly PlacedBar[], at: number): readonly Bar[] => {
  const open: Bar[] = [];
  for (let index = findFirst(row, at); index < row.length; index += 1) {
    const bar = row[index];
    if (bar === undefined || bar.from > at) break;
    if (at < bar.until) open.push(bar);
  }
  return open;
};
