import type { HostKey } from '../../host.ts';
import { eachInSlices } from '../../mapInSlices.ts';

import { sourcesOf } from './linkHops.ts';
import type { Hop } from './linkHops.ts';

/** The machines and connections of all hops that are on a path. */
export type LateralGraph = {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
};

/** A host, an address of an unknown host, or a name that a client claimed and no stored host has. */
export type GraphNode = {
  readonly name: string;
  readonly host: HostKey | null;
  readonly ip: string | null;
  readonly hopsIn: number;
  readonly hopsOut: number;
};

/** All hops from one node to another, and the number of failed logins between them. A hop counts for each of its candidates. */
export type GraphEdge = {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** How many of them have other candidates too. */
  readonly ambiguousCount: number;
  readonly failures: number;
  readonly firstAt: string;
  readonly lastAt: string;
};

/** The source and destination of a hop or a failed login. */
export type EdgeEnds = Pick<Hop, 'candidates' | 'srcIp' | 'hostname'>;

/** The keys of the edges of a hop, each unique for its edge: one for each host that it can have come from. */
export const edgeKeys = (ends: EdgeEnds): readonly string[] =>
  originsOf(ends).map((name) => edgeKey(name, ends.hostname));

const edgeKey = (origin: string, hostname: string): string => `${origin}\n${hostname}`;

/** Stored hosts; otherwise the address, because a client can claim any name; without an address, the claimed name. */
const originsOf = (ends: EdgeEnds): readonly string[] => {
  const names = sourcesOf(ends);
  const stored = names.filter((name) => isStored(ends, name));
  if (stored.length > 0) return stored;
  return ends.srcIp === null ? names : [ends.srcIp];
};

const isStored = ({ candidates }: EdgeEnds, name: string): boolean =>
  candidates.some((candidate) => candidate.hostname === name && candidate.isStored);

/** Makes the graph of hops, which are ordered by time. `failures` has edge keys. Nodes are ordered by name, edges by their first hops. */
export const makeGraph = async (
  hops: readonly Hop[],
  failures: ReadonlyMap<string, number>,
): Promise<LateralGraph> => {
  const nodes = new Map<string, Mutable<GraphNode>>();
  const edges = new Map<string, Mutable<GraphEdge>>();
  const nodeOf = (name: string, isHost: boolean, isAddress: boolean): Mutable<GraphNode> => {
    const node = nodes.get(name) ?? { name, host: null, ip: null, hopsIn: 0, hopsOut: 0 };
    if (isHost) node.host = { hostname: name };
    node.ip = node.host === null && isAddress ? name : null;
    nodes.set(name, node);
    return node;
  };
  const addHop = (hop: Hop): void => {
    nodeOf(hop.hostname, true, false).hopsIn += 1;
    const origins = originsOf(hop);
    for (const origin of origins) {
      nodeOf(origin, isStored(hop, origin), origin === hop.srcIp).hopsOut += 1;
      const key = edgeKey(origin, hop.hostname);
      const edge = edges.get(key) ?? {
        from: origin,
        to: hop.hostname,
        count: 0,
        ambiguousCount: 0,
        failures: failures.get(key) ?? 0,
        firstAt: hop.time,
        lastAt: hop.time,
      };
      edge.count += 1;
      edge.ambiguousCount += hop.candidates.length > 1 ? 1 : 0;
      edge.lastAt = hop.time;
      edges.set(key, edge);
    }
  };
  await eachInSlices(hops, addHop, () => HOP_WEIGHT);
  const byName = (a: GraphNode, b: GraphNode): number => (a.name < b.name ? -1 : 1);
  return { nodes: [...nodes.values()].toSorted(byName), edges: [...edges.values()] };
};

/** A hop takes about a microsecond. */
const HOP_WEIGHT = 0.05;

type Mutable<T> = { -readonly [Field in keyof T]: T[Field] };
