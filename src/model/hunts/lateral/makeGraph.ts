import { eachInSlices } from '../../mapInSlices.ts';

import type { Hop } from './linkHops.ts';

/** Machines and the ways between them, of all hops that are on a path. */
export type LateralGraph = {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
};

/** A host, or an address that no host is known by. */
export type GraphNode = {
  readonly name: string;
  readonly hostname: string | null;
  readonly ip: string | null;
  readonly hopsIn: number;
  readonly hopsOut: number;
};

/** All hops from one node to another, and the attempts that failed meanwhile. */
export type GraphEdge = {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly failures: number;
  readonly firstAt: string;
  readonly lastAt: string;
};

/** Where something comes from and goes to. */
export type Way = Pick<Hop, 'source' | 'srcIp' | 'hostname'>;

/** A text that tells ways apart. */
export const wayOf = ({ source, srcIp, hostname }: Way): string => `${source ?? srcIp}\n${hostname}`;

/** Makes the graph of hops, ordered by time; `failures` by way. Nodes are ordered by name, edges by their first hops. */
export const makeGraph = async (
  hops: readonly Hop[],
  failures: ReadonlyMap<string, number>,
): Promise<LateralGraph> => {
  const nodes = new Map<string, Mutable<GraphNode>>();
  const edges = new Map<string, Mutable<GraphEdge>>();
  const nodeOf = (hostname: string | null, ip: string): Mutable<GraphNode> => {
    const name = hostname ?? ip;
    const node = nodes.get(name) ?? {
      name,
      hostname,
      ip: hostname === null ? ip : null,
      hopsIn: 0,
      hopsOut: 0,
    };
    nodes.set(name, node);
    return node;
  };
  const addHop = (hop: Hop): void => {
    const from = nodeOf(hop.source, hop.srcIp);
    const to = nodeOf(hop.hostname, '');
    from.hopsOut += 1;
    to.hopsIn += 1;
    const way = wayOf(hop);
    const edge = edges.get(way) ?? {
      from: from.name,
      to: to.name,
      count: 0,
      failures: failures.get(way) ?? 0,
      firstAt: hop.time,
      lastAt: hop.time,
    };
    edge.count += 1;
    edge.lastAt = hop.time;
    edges.set(way, edge);
  };
  await eachInSlices(hops, addHop, () => HOP_WEIGHT);
  const byName = (a: GraphNode, b: GraphNode): number => (a.name < b.name ? -1 : 1);
  return { nodes: [...nodes.values()].toSorted(byName), edges: [...edges.values()] };
};

/** A hop takes about a microsecond. */
const HOP_WEIGHT = 0.05;

type Mutable<T> = { -readonly [Field in keyof T]: T[Field] };
