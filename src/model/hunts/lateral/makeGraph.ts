import type { HostKey } from '../../host.ts';
import { eachInSlices } from '../../mapInSlices.ts';

import type { Hop } from './linkHops.ts';

/** The machines and connections of all hops that are on a path. */
export type LateralGraph = {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
};

/** A host, or an address of an unknown host. */
export type GraphNode = {
  readonly name: string;
  readonly host: HostKey | null;
  readonly ip: string | null;
  readonly hopsIn: number;
  readonly hopsOut: number;
};

/** All hops from one node to another, and the number of failed logins between them. */
export type GraphEdge = {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly failures: number;
  readonly firstAt: string;
  readonly lastAt: string;
};

/** The source and destination of a hop or a failed login. */
export type EdgeEnds = Pick<Hop, 'source' | 'srcIp' | 'hostname'>;

/** A key that is unique for each edge. */
export const edgeKey = ({ source, srcIp, hostname }: EdgeEnds): string => `${source ?? srcIp}\n${hostname}`;

/** Makes the graph of hops, which are ordered by time. `failures` has edge keys. Nodes are ordered by name, edges by their first hops. */
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
      host: hostname === null ? null : { hostname },
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
    const key = edgeKey(hop);
    const edge = edges.get(key) ?? {
      from: from.name,
      to: to.name,
      count: 0,
      failures: failures.get(key) ?? 0,
      firstAt: hop.time,
      lastAt: hop.time,
    };
    edge.count += 1;
    edge.lastAt = hop.time;
    edges.set(key, edge);
  };
  await eachInSlices(hops, addHop, () => HOP_WEIGHT);
  const byName = (a: GraphNode, b: GraphNode): number => (a.name < b.name ? -1 : 1);
  return { nodes: [...nodes.values()].toSorted(byName), edges: [...edges.values()] };
};

/** A hop takes about a microsecond. */
const HOP_WEIGHT = 0.05;

type Mutable<T> = { -readonly [Field in keyof T]: T[Field] };
