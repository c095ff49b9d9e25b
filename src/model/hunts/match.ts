import { onHost } from '../filter/pivot.ts';
import type { Predicate } from '../filter/predicate.ts';
import type { StoredSession } from '../session/session.ts';
import type { EventKey, Position } from '../sessionEvent.ts';

/**
 * The events that prove a match: those that all conditions hold for, or (SESSIONS) the first events of the sessions that they hold for.
 * Conditions rather than ids, so that a match of a million events takes as little memory as one of two.
 */
export type Evidence = { readonly of: 'EVENTS' | 'SESSIONS'; readonly where: readonly Predicate[] };

/** What every match has. No two matches of an answer have the same first event, so its position is the match's position in the list. */
export type Match = { readonly first: Position; readonly evidence: Evidence };

/** Makes the match that consists of one event. */
export const matchOfEvent = ({ hostname, time, uuid }: EventKey): Match => {
  const first = { time, uuid };
  return { first, evidence: eventsAt(hostname, [first]) };
};

/** Makes the match that consists of one session. The session's first event and the event that ended it prove it. */
export const matchOfSession = ({
  hostname,
  startedAt,
  startUuid,
  endedAt,
  endUuid,
}: StoredSession): Match => {
  const first: Position = { time: startedAt, uuid: startUuid };
  const last = endedAt === null || endUuid === null ? [] : [{ time: endedAt, uuid: endUuid }];
  return { first, evidence: eventsAt(hostname, [first, ...last]) };
};

/** The events of a host at these positions, oldest first. The outer bounds let Postgres skip other partitions. */
export const eventsAt = (hostname: string, positions: readonly [Position, ...Position[]]): Evidence => {
  const [first, ...rest] = positions;
  const last = rest.at(-1) ?? first;
  const each = positions.map((position): Predicate => ({ kind: 'between', first: position, last: position }));
  const where: readonly Predicate[] = [{ kind: 'between', first, last }, onHost(hostname)];
  return { of: 'EVENTS', where: rest.length === 0 ? where : [...where, { kind: 'or', of: each }] };
};
