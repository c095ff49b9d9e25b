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
type Hop = Pick<LogonHopFragment, 'time' | 'srcIp' | 'srcHostname' | 'account' | 'host'>;

/** The key of a path: the times and hosts of its hops, which are the same in later answers. */
export const pathKey = (hops: readonly Hop[]): string =>
  hops.map(({ time, host }) => `${time} ${host.hostname}`).join(' → ');

type HoppedPath = { readonly hops: readonly Hop[] };

/** The path with a key, for the empty key the first. */
export const findPath = <Path extends HoppedPath>(paths: readonly Path[], key: string): Path | undefined =>
  key === '' ? paths[0] : paths.find(({ hops }) => pathKey(hops) === key);

/** A path as steps between nodes, with the nodes that the graph does not have. */
export type GraphPath = { readonly steps: readonly PathStep[]; readonly added: readonly GraphNode[] };

/** Finds the hops of a lateral path among the nodes: source, account, host, and from there the source of the next hop. */
export const tracePath = (
  nodes: readonly GraphNode[],
  hops: readonly Hop[],
  kinds: readonly LogonNodeKind[],
): GraphPath => {
  const added: GraphNode[] = [];
  const steps: PathStep[] = [];
  const find = (node: Omit<GraphNode, 'key' | 'edgeCount'>): string | null => {
    if (!kinds.includes(node.kind)) return null;
    const found = [...nodes, ...added].find((other) => identityOf(other) === identityOf(node));
    if (found !== undefined) return found.key;
    const key = `path ${identityOf(node)}`;
    added.push({ ...node, key, edgeCount: null });
    return key;
  };
  let last: string | null = null;
  for (const { srcIp, srcHostname, account, host } of hops) {
    const sourceName = srcIp ?? srcHostname;
    const source =
      sourceName === null
        ? null
        : find({
            ...EMPTY,
            kind: 'SOURCE',
            name: sourceName,
            srcIp,
            srcHostname: srcIp === null ? srcHostname : null,
          });
    const user = account === null ? null : find({ ...EMPTY, kind: 'ACCOUNT', name: account.user, account });
    const target = find({ ...EMPTY, kind: 'HOST', name: host.hostname, host });
    const stations = [source, user, target].filter((key) => key !== null);
    const [first] = stations;
    if (last !== null && first !== undefined && last !== first)
      steps.push({ from: last, to: first, kind: 'SAME' });
    for (const [index, to] of stations.slice(1).entries())
      steps.push({ from: stations[index] ?? to, to, kind: 'HOP' });
    last = target;
  }
  return { steps, added };
};

const EMPTY = { srcIp: null, srcHostname: null, account: null, host: null } as const;

const identityOf = ({
  kind,
  srcIp,
  srcHostname,
  account,
  host,
}: Omit<GraphNode, 'key' | 'edgeCount'>): string => {
  if (kind === 'SOURCE')
    return srcIp === null ? `NAME ${srcHostname?.toUpperCase() ?? ''}` : `ADDRESS ${srcIp}`;
  return kind === 'ACCOUNT' ? `ACCOUNT ${account?.user ?? ''}` : `HOST ${host?.hostname ?? ''}`;
};
