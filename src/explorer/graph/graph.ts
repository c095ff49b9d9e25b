import type { LogonHopFragment, LogonNodeKind, LogonsQuery } from '../api/documents.ts';

type Answer = NonNullable<LogonsQuery['logonGraph']>;
type AnsweredNode = Answer['nodes'][number];

/** A source, an account or a host. Those that only a path names have no numbers. */
export type GraphNode = Pick<
  AnsweredNode,
  'key' | 'kind' | 'name' | 'srcIp' | 'srcHostname' | 'account' | 'host'
> & {
  readonly edgeCount: number | null;
};
export type GraphEdge = Answer['edges'][number];

export type Graph = { readonly nodes: readonly GraphNode[]; readonly edges: readonly GraphEdge[] };

/** What is drawn of an answer: the ends of the first edges, at most `mostNodes`, with all edges between them; the other edges are listed. */
export const limitGraph = (
  { nodes, edges }: Graph,
  mostNodes: number,
): { readonly drawn: Graph; readonly rest: readonly GraphEdge[] } => {
  const keys = new Set<string>();
  for (const { from, to } of edges) {
    const added = Number(!keys.has(from)) + Number(!keys.has(to));
    if (keys.size + added > mostNodes) break;
    keys.add(from).add(to);
  }
  const isDrawn = ({ from, to }: GraphEdge): boolean => keys.has(from) && keys.has(to);
  return {
    drawn: { nodes: nodes.filter(({ key }) => keys.has(key)), edges: edges.filter(isDrawn) },
    rest: edges.filter((edge) => !isDrawn(edge)),
  };
};

/** A step of a path between two nodes. `SAME` joins a host with the source that it is in the next hop. */
export type PathStep = { readonly from: string; readonly to: string; readonly kind: 'HOP' | 'SAME' };

/** What the graph draws of a hop. */
type Hop = Pick<LogonHopFragment, 'srcIp' | 'srcHostname' | 'account' | 'host'>;

/** Paths as steps between nodes, with the nodes that the graph does not have. */
export type GraphPath = { readonly steps: readonly PathStep[]; readonly added: readonly GraphNode[] };

type HoppedPath = { readonly hops: readonly Hop[] };

/** Finds the hops of lateral paths among the nodes: source, account, host, and from there the source of the next hop. Each step is listed once. */
export const tracePaths = (
  nodes: readonly GraphNode[],
  paths: readonly HoppedPath[],
  kinds: readonly LogonNodeKind[],
): GraphPath => {
  const added: GraphNode[] = [];
  const steps = new Map<string, PathStep>();
  const add = (step: PathStep): void => {
    steps.set(JSON.stringify(step), step);
  };
  const find = (node: NamedNode): string | null => {
    if (!kinds.includes(node.kind)) return null;
    const found = [...nodes, ...added].find((other) => identityOf(other) === identityOf(node));
    if (found !== undefined) return found.key;
    const key = `path ${identityOf(node)}`;
    added.push({ ...node, key, edgeCount: null });
    return key;
  };
  for (const { hops } of paths) {
    let last: string | null = null;
    for (const hop of hops) {
      const stations = listStations(hop).flatMap((node) => find(node) ?? []);
      const [first] = stations;
      if (last !== null && first !== undefined && last !== first)
        add({ from: last, to: first, kind: 'SAME' });
      for (const [index, to] of stations.slice(1).entries())
        add({ from: stations[index] ?? to, to, kind: 'HOP' });
      last = kinds.includes('HOST') ? (stations.at(-1) ?? null) : null;
    }
  }
  return { steps: [...steps.values()], added };
};

/** A node without what only the answer has. */
type NamedNode = Omit<GraphNode, 'key' | 'edgeCount'>;

/** The source, the account and the host of a hop, as far as they are known. */
const listStations = ({ srcIp, srcHostname, account, host }: Hop): readonly NamedNode[] => {
  const sourceName = srcIp ?? srcHostname;
  return [
    ...(sourceName === null
      ? []
      : [
          {
            ...EMPTY,
            kind: 'SOURCE' as const,
            name: sourceName,
            srcIp,
            srcHostname: srcIp === null ? srcHostname : null,
          },
        ]),
    ...(account === null ? [] : [{ ...EMPTY, kind: 'ACCOUNT' as const, name: account.user, account }]),
    { ...EMPTY, kind: 'HOST', name: host.hostname, host },
  ];
};

const EMPTY = { srcIp: null, srcHostname: null, account: null, host: null } as const;

const identityOf = ({ kind, srcIp, srcHostname, account, host }: NamedNode): string => {
  if (kind === 'SOURCE')
    return srcIp === null ? `NAME ${srcHostname?.toUpperCase() ?? ''}` : `ADDRESS ${srcIp}`;
  return kind === 'ACCOUNT' ? `ACCOUNT ${account?.user ?? ''}` : `HOST ${host?.hostname ?? ''}`;
};
