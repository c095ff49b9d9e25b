import type { LogonNodeKind } from '../api/documents.ts';
import type { Graph, GraphNode } from './graph.ts';

/** The space of a node from the one above it, in pixels. */
export const NODE_HEIGHT = 24;

export type PlacedNode = { readonly node: GraphNode; readonly column: number; readonly y: number };
export type GraphLayout = {
  /** By their keys. */
  readonly places: ReadonlyMap<string, PlacedNode>;
  /** What the nodes of each column are. */
  readonly kinds: readonly LogonNodeKind[];
  readonly height: number;
};

const KINDS: readonly LogonNodeKind[] = ['SOURCE', 'ACCOUNT', 'HOST'];
/** The order of the nodes hardly changes after so many passes. */
const PASSES = 12;

/**
 * Places the nodes in a column for each kind: sources, accounts, hosts, in the direction of the edges. In its column a node is near the middle of its
 * neighbours, so that few edges cross: the barycenter method of Sugiyama, Tagawa and Toda (1981).
 */
export const layoutGraph = ({ nodes, edges }: Graph): GraphLayout => {
  const kinds = KINDS.filter((kind) => nodes.some((node) => node.kind === kind));
  const columns = kinds.map((kind) => nodes.filter((node) => node.kind === kind));
  const neighbours = new Map<string, string[]>(nodes.map(({ key }) => [key, []]));
  for (const { from, to } of edges) {
    neighbours.get(from)?.push(to);
    neighbours.get(to)?.push(from);
  }
  const longest = Math.max(1, ...columns.map((column) => column.length));
  const heights = new Map<string, number>();
  // A short column is spread over the height of the longest.
  const spread = (column: readonly GraphNode[]): void => {
    for (const [index, { key }] of column.entries())
      heights.set(key, ((index + 0.5) * longest) / column.length);
  };
  const middleOf = ({ key }: GraphNode): number => {
    const around = (neighbours.get(key) ?? []).flatMap((other) => heights.get(other) ?? []);
    return around.length === 0
      ? (heights.get(key) ?? 0)
      : around.reduce((sum, y) => sum + y, 0) / around.length;
  };
  for (const column of columns) spread(column);
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (const column of pass % 2 === 0 ? columns : columns.toReversed()) {
      const middles = new Map(column.map((node) => [node.key, middleOf(node)]));
      column.sort((a, b) => (middles.get(a.key) ?? 0) - (middles.get(b.key) ?? 0));
      spread(column);
    }
  }
  const places = columns.flatMap((column, at) =>
    column.map(
      (node) => [node.key, { node, column: at, y: (heights.get(node.key) ?? 0) * NODE_HEIGHT }] as const,
    ),
  );
  return { places: new Map(places), kinds, height: longest * NODE_HEIGHT };
};
