import { onHost } from '../../../model/filter/pivot.ts';
import { CANONICAL_TIME } from '../../../model/values/time.ts';
import { UUID } from '../../../model/globalId.ts';
import type { Predicate } from '../../../model/filter/predicate.ts';
import type { Hop } from '../../../model/hunts/lateral/linkHops.ts';
import type { Match } from '../../../model/hunts/match.ts';
import type { PositionCodec } from '../../../model/cursor.ts';

/** A hop as an answer shows it. */
export type ShownHop = Hop & {
  readonly sourceHost: { readonly hostname: string } | null;
  readonly host: { readonly hostname: string };
};

/** A path, and its position in the list of paths. */
export type LateralPath = Match & {
  readonly position: string;
  readonly hops: readonly ShownHop[];
  readonly depth: number;
  readonly firstAt: string;
  readonly lastAt: string;
};

/** Makes the match of one or more hops. Their events prove it. */
export const makePath = (hops: readonly Hop[]): LateralPath => {
  const [start] = hops;
  const end = hops.at(-1);
  if (start === undefined || end === undefined) throw new Error('A path without hops.');
  const first = { time: start.time, uuid: start.uuid };
  const own = hops.map(({ time, uuid, hostname }): Predicate => {
    const position = { time, uuid };
    return { kind: 'and', of: [{ kind: 'between', first: position, last: position }, onHost(hostname)] };
  });
  const between: Predicate = { kind: 'between', first, last: { time: end.time, uuid: end.uuid } };
  return {
    first,
    position: positionOfPath(hops),
    hops: hops.map((hop) => ({
      ...hop,
      sourceHost: hop.source === null ? null : { hostname: hop.source },
      host: { hostname: hop.hostname },
    })),
    depth: hops.length,
    firstAt: start.time,
    lastAt: end.time,
    evidence: { of: 'EVENTS', where: [between, { kind: 'or', of: own }] },
  };
};

/** A path's position in the list: the positions of its hops, joined. As texts they sort like the paths. */
const positionOfPath = (hops: readonly Hop[]): string =>
  hops.map(({ time, uuid }) => `${time} ${uuid}`).join(' ');

/** The form of positions of paths in cursors. */
export const PATH_POSITIONS: PositionCodec<string> = {
  write: (position) => position,
  read: (text) => (POSITION.test(text) ? text : null),
};

const POSITION = new RegExp(`^${CANONICAL_TIME} ${UUID}(?: ${CANONICAL_TIME} ${UUID}){0,9}$`);
