import { onHost } from '../filter/pivot.ts';
import type { Predicate } from '../filter/predicate.ts';
import type { Position } from '../sessionEvent.ts';

/**
 * What proves a match: the events that all conditions hold for, or the first events of such sessions. A condition and no list of ids, so
 * that a match of a million events is as small as one of two.
 */
export type Evidence = { readonly of: 'EVENTS' | 'SESSIONS'; readonly where: readonly Predicate[] };

/** These events of a host, one or more, oldest first. The bounds of all together leave the other partitions out. */
export const eventsAt = (hostname: string, positions: readonly [Position, ...Position[]]): Evidence => {
  const [first, ...rest] = positions;
  const last = rest.at(-1) ?? first;
  const each = positions.map((position): Predicate => ({ kind: 'between', first: position, last: position }));
  const where: readonly Predicate[] = [{ kind: 'between', first, last }, onHost(hostname)];
  return { of: 'EVENTS', where: rest.length === 0 ? where : [...where, { kind: 'or', of: each }] };
};
