import { onHost } from '../../../model/filter/pivot.ts';
import { CANONICAL_TIME } from '../../../model/values/time.ts';
import { UUID } from '../../../model/globalId.ts';
import type { Predicate } from '../../../model/filter/predicate.ts';
import type { HostKey } from '../../../model/host.ts';
import type { Candidate, LateralEvidence } from '../../../model/hunts/lateral/findCandidates.ts';
import type { Hop } from '../../../model/hunts/lateral/linkHops.ts';
import type { Match } from '../../../model/hunts/match.ts';
import type { PositionCodec } from '../../../model/cursor.ts';

/** A hop as an answer shows it. */
export type ShownHop = Omit<Hop, 'candidates'> & {
  readonly sourceHost: HostKey | null;
  readonly evidence: readonly LateralEvidence[];
  readonly candidates: readonly ShownCandidate[];
  readonly isAmbiguous: boolean;
  readonly host: HostKey;
};

type ShownCandidate = Candidate & { readonly host: HostKey | null };

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
    hops: hops.map((hop, index) => showHop(hop, hops[index - 1]?.hostname ?? null)),
    depth: hops.length,
    firstAt: start.time,
    lastAt: end.time,
    evidence: { of: 'EVENTS', where: [between, { kind: 'or', of: own }] },
  };
};

/** Shows a hop of a path and what links it with the host before. The first hop has a source host only if there is one candidate. */
const showHop = ({ candidates, ...hop }: Hop, before: string | null): ShownHop => {
  const [only, ...others] = candidates;
  const source =
    before === null
      ? others.length === 0
        ? only
        : undefined
      : candidates.find(({ hostname }) => hostname === before);
  const link = source?.isStored === true ? source : null;
  return {
    ...hop,
    sourceHost: link && { hostname: link.hostname },
    evidence: link?.evidence ?? [],
    candidates: candidates.map((candidate) => ({
      ...candidate,
      host: candidate.isStored ? { hostname: candidate.hostname } : null,
    })),
    isAmbiguous: others.length > 0,
    host: { hostname: hop.hostname },
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
