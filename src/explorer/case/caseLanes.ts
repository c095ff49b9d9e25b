import { formatPin, namePin } from '../state/case.ts';
import type { Pin } from '../state/case.ts';
import type { Range } from '../state/times.ts';
import { countRows, makeLanes } from '../timeline/lanes.ts';
import type { Lane } from '../timeline/lanes.ts';
import type { Arrow } from '../timeline/paintArrows.ts';
import type { LaneAnswer } from './caseQuestion.ts';
import type { Hop } from './hops.ts';

/** A pinned lane with what the API answered about it. */
export type AnsweredPin = { readonly pin: Pin; readonly answer: LaneAnswer };

/** A lane of the case. A session may be in several: in that of its host and in that of its account. */
export type CaseLane = Lane & {
  /** With the names as the API writes them, which differ from those that somebody typed. */
  readonly pin: Pin;
  /** As they are in the address: the same lane may be pinned in several spellings. */
  readonly pinned: readonly Pin[];
};

/** Arranges the lanes of a case: the one with the earliest session or mark first, and those without any last. */
export const makeCaseLanes = (answered: readonly AnsweredPin[], range: Range): readonly CaseLane[] => {
  let firstRow = 0;
  return mergeSpellings(answered)
    .map(({ pin, pinned, answer }) => {
      const [key, name] = [formatPin(pin), namePin(pin)];
      const items = { sessions: answer?.sessions.nodes ?? [], marks: answer?.events.nodes ?? [] };
      const [lane] = makeLanes(items, { range, laneOf: () => ({ key, name }) });
      const firstAt = Math.min(
        ...[items.sessions[0]?.startedAt, items.marks[0]?.time].flatMap((time) =>
          time === undefined ? [] : [Date.parse(time)],
        ),
      );
      return {
        ...(lane ?? { key, name, rows: [], isFolded: false, marks: [] }),
        pin,
        pinned,
        firstAt,
      };
    })
    .toSorted((a, b) => (a.firstAt === b.firstAt ? 0 : a.firstAt - b.firstAt))
    .map(({ firstAt: _, ...lane }) => {
      const placed = { ...lane, firstRow };
      firstRow += countRows(lane);
      return placed;
    });
};

type MergedPin = AnsweredPin & Pick<CaseLane, 'pinned'>;

/** The lanes by their names as the API writes them, each once. */
const mergeSpellings = (answered: readonly AnsweredPin[]): readonly MergedPin[] => {
  const merged = new Map<string, MergedPin>();
  for (const { pin: typed, answer } of answered) {
    const pin = asAnswered(typed, answer);
    const key = formatPin(pin);
    const known = merged.get(key);
    merged.set(key, {
      pin,
      pinned: [...(known?.pinned ?? []), typed],
      answer: known?.answer ?? answer,
    });
  }
  return [...merged.values()];
};

const asAnswered = ({ host, account }: Pin, answer: LaneAnswer): Pin => {
  const named = answer?.sessions.nodes[0] ?? answer?.events.nodes[0];
  return {
    host: host === null ? null : (answer?.hostname ?? named?.hostname ?? host),
    account: account === null ? null : (answer?.user ?? account),
  };
};

/** The hops into the lanes of a case. */
export const keepHopsInto = (lanes: readonly CaseLane[], hops: readonly Hop[]): readonly Hop[] =>
  hops.filter(({ host, account }) =>
    lanes.some(({ pin }) => isOf(pin, host.hostname, account?.user ?? null)),
  );

/** Draws a hop as an arrow from the row of each session that it may have started from to the row of its own session. */
export const makeArrows = (hops: readonly Hop[], lanes: readonly CaseLane[]): readonly Arrow[] => {
  const rows = new Map<string, number>();
  for (const lane of lanes.toReversed())
    for (const [index, row] of lane.rows.entries())
      for (const { session } of row) rows.set(session.id, lane.firstRow + index);
  const rowOfLane = (host: string | undefined, account: string | null): number | null =>
    host === undefined ? null : (lanes.find(({ pin }) => isOf(pin, host, account))?.firstRow ?? null);
  return hops.flatMap(({ time, host, account, sourceHost, event, origins }) => {
    const user = account?.user ?? null;
    const toRow = rows.get(event?.session?.id ?? '') ?? rowOfLane(host.hostname, user);
    if (toRow === null) return [];
    const known = new Set(origins.flatMap(({ session }) => rows.get(session) ?? []));
    const fromRows = known.size > 0 ? [...known] : [rowOfLane(sourceHost?.hostname, user)];
    return fromRows.map((fromRow) => ({ at: Date.parse(time), fromRow, toRow }));
  });
};

/** Whether something of an account on a host belongs to a lane. */
export const isOf = (pin: Pin, host: string, account: string | null): boolean =>
  (pin.host === null || pin.host.toUpperCase() === host.toUpperCase()) &&
  (pin.account === null || pin.account.toLowerCase() === account?.toLowerCase());
