import { selectEvent } from '../../db/selectEvents.ts';

import { findPaths } from '../../model/hunts/lateral/findPaths.ts';
import { linkHops, sourcesOf } from '../../model/hunts/lateral/linkHops.ts';
import type { Hop, LinkRule } from '../../model/hunts/lateral/linkHops.ts';
import { makeEndTest, parseEnd } from '../../model/hunts/lateral/parseEnd.ts';
import type { LateralEnd, LateralEndInput } from '../../model/hunts/lateral/parseEnd.ts';
import { makeGraph } from '../../model/hunts/lateral/makeGraph.ts';
import type { GraphEdge, GraphNode, LateralGraph } from '../../model/hunts/lateral/makeGraph.ts';
import { MANY } from '../../model/hunts/lateral/measureChains.ts';
import { lengthUs, parseCount, parseLength, parseRange } from '../../model/hunts/parameters.ts';
import type { RangeInput, TimeRange } from '../../model/hunts/parameters.ts';
import { compareTexts } from '../../model/compare.ts';
import type { SessionEvent } from '../../model/sessionEvent.ts';

import { makeTotalCount } from '../listPage.ts';
import type { CountMode, TotalCount } from '../listPage.ts';
import type { ListContext } from '../listContext.ts';

import { PATH_POSITIONS, makePath } from './lateral/makePath.ts';
import type { LateralPath } from './lateral/makePath.ts';
import { countFailures, readHops } from './lateral/readHops.ts';
import { defineHunt } from './run/defineHunt.ts';
import { listInOrder } from './run/listMatches.ts';
import type { MatchOrder } from './run/listMatches.ts';
import { refuseSlow } from './run/runHunt.ts';

type Input = {
  readonly range: RangeInput;
  readonly from?: LateralEndInput | null | undefined;
  readonly to?: LateralEndInput | null | undefined;
  readonly maxDepth: number;
  readonly maxGap: unknown;
  readonly sameUser: boolean;
  readonly containment: LinkRule['containment'];
  readonly addressLookback: unknown;
  readonly addressOverlap: unknown;
  readonly maxPaths: number;
  readonly includeUnknown: boolean;
  readonly excludeNoise: boolean;
};

type Parameters = {
  readonly range: TimeRange;
  readonly from: LateralEnd | null;
  readonly to: LateralEnd | null;
  readonly maxDepth: number;
  readonly maxGap: string;
  readonly sameUser: boolean;
  readonly containment: LinkRule['containment'];
  readonly addressLookback: string;
  readonly addressOverlap: string;
  readonly maxPaths: number;
  /** Null with containment GAP. */
  readonly includeUnknown: boolean | null;
  readonly excludeNoise: boolean;
};

/** Longer than any known intrusion path. */
const MAX_DEPTH = 10;
const MAX_PATHS = 1000;
const MAX_SHOWN = 1000;

/** Finds paths over several machines: a user came to a host, and later somebody went from that host to another. */
export const lateralPaths = defineHunt({
  title: 'Lateral Movement',
  techniques: ['T1021', 'T1021.001', 'T1563.002', 'T1078'],
  finds: 'paths over several machines, hop by hop, and their graph',
  parse: (input: Input, { hostnames }): Parameters => ({
    range: parseRange(input.range),
    from: parseEnd(input.from, 'from', hostnames),
    to: parseEnd(input.to, 'to', hostnames),
    maxDepth: parseCount(input.maxDepth, 'maxDepth', { least: 1, most: MAX_DEPTH }),
    maxGap: parseLength(input.maxGap, 'maxGap'),
    sameUser: input.sameUser,
    containment: input.containment,
    addressLookback: parseLength(input.addressLookback, 'addressLookback'),
    addressOverlap: parseLength(input.addressOverlap, 'addressOverlap'),
    maxPaths: parseCount(input.maxPaths, 'maxPaths', { least: 1, most: MAX_PATHS }),
    includeUnknown: input.containment === 'SESSION' ? input.includeUnknown : null,
    excludeNoise: input.excludeNoise,
  }),
  search: async (run) => {
    const { from, to, maxDepth, maxGap, maxPaths, sameUser, containment } = run.parameters;
    const { aliases } = run.db;
    let total = 0;
    let graph = async (): Promise<LateralGraph> => ({ nodes: [], edges: [] });
    const page = await listInOrder(run, BY_POSITION, async () => {
      const { hops, addressBook, findCandidates } = await readHops(run);
      const links = await linkHops(hops, { containment, sameUser, maxGapUs: lengthUs(maxGap) });
      const isFrom =
        from &&
        makeEndTest({ ...from, aliases }, (hop) => ({
          hosts: sourcesOf(hop),
          isAt: (ip) => hop.srcIp === ip,
        }));
      const isTo =
        to &&
        makeEndTest({ ...to, aliases }, (hop) => ({
          hosts: [hop.hostname],
          isAt: (ip) =>
            hop.destIp === ip || addressBook(ip, hop).some(({ hostname }) => hostname === hop.hostname),
        }));
      const { paths, onPath, ...found } = await findPaths(links, { isFrom, isTo, maxDepth }, maxPaths);
      ({ total } = found);
      graph = async () =>
        makeGraph(onPath, await countFailures(run, onPath, findCandidates).catch(refuseSlow));
      return { matches: paths.map(makePath), total, truncated: total > paths.length };
    });
    return Object.assign(page, {
      count: async (mode: CountMode): Promise<TotalCount> => {
        const counted = makeTotalCount(total, mode);
        return total < MANY ? counted : { ...counted, relation: 'AT_LEAST' };
      },
      /** Of all paths, not only those of the page. */
      makeGraph: async () => graph(),
    });
  },
  computed: {
    LateralPathsConnection: {
      graph: async (page: { readonly makeGraph: () => Promise<LateralGraph> }): Promise<LateralGraph> =>
        page.makeGraph(),
    },
    LateralHop: {
      event: async (
        { hostname, time, uuid }: Hop,
        _: unknown,
        { db }: ListContext,
      ): Promise<SessionEvent | null> => selectEvent(db, { hostname, time, uuid }),
    },
    LateralGraph: {
      nodes: ({ nodes }: LateralGraph): readonly GraphNode[] => nodes.slice(0, MAX_SHOWN),
      nodeTotalCount: ({ nodes }: LateralGraph, { mode }: { readonly mode: CountMode }): TotalCount =>
        makeTotalCount(nodes.length, mode),
      edges: ({ edges }: LateralGraph): readonly GraphEdge[] => edges.slice(0, MAX_SHOWN),
      edgeTotalCount: ({ edges }: LateralGraph, { mode }: { readonly mode: CountMode }): TotalCount =>
        makeTotalCount(edges.length, mode),
    },
  },
});

const BY_POSITION: MatchOrder<LateralPath, string> = {
  positions: PATH_POSITIONS,
  positionOf: ({ position }) => position,
  compare: compareTexts,
};
