import { selectLogonGraph } from '../db/selectLogonGraph.ts';
import type { SelectedNode } from '../db/selectLogonGraph.ts';

import type { Predicate } from '../model/filter/predicate.ts';
import { eventsBetween, readKey } from '../model/logonGraph/logonGraph.ts';
import type { LogonMeasures, LogonNode } from '../model/logonGraph/logonGraph.ts';
import { parseLogonGraph } from '../model/logonGraph/parseLogonGraph.ts';
import type { LogonGraphInput, LogonGraphRequest } from '../model/logonGraph/parseLogonGraph.ts';

import type { ListContext } from './listContext.ts';

/** The first edges of a graph, the nodes that they connect, and the numbers of all nodes and edges. */
export type LogonGraph = Pick<LogonGraphRequest, 'range' | 'kinds' | 'excludeNoise'> & {
  readonly count: number;
  readonly edgelessCount: number;
  readonly nodes: readonly LogonNode[];
  readonly edges: readonly LogonGraphEdge[];
  readonly nodeCount: number;
  readonly edgeCount: number;
};

/** An edge, by the keys of its ends, and the conditions that its events fulfil. */
export type LogonGraphEdge = LogonMeasures & {
  readonly from: string;
  readonly to: string;
  readonly where: readonly Predicate[];
};

/**
 * Reads the graph of logins and reconnects.
 *
 * @throws Refusal for an invalid range, filter, kinds or limit.
 */
export const getLogonGraph = async (
  { db, hostnames, now }: ListContext,
  input: LogonGraphInput,
): Promise<LogonGraph> => {
  const request = parseLogonGraph(input, hostnames);
  const { edges, ...totals } = await selectLogonGraph(db, request, now);
  const nodes = new Map<string, LogonNode>();
  const addNode = (node: SelectedNode): LogonNode => {
    const added = nodes.get(node.key) ?? { ...node, end: readKey(node.key) };
    nodes.set(node.key, added);
    return added;
  };
  const hasAccounts = request.kinds.includes('ACCOUNT');
  const listed = edges.map(({ from, to, ...measures }): LogonGraphEdge => {
    const between = eventsBetween({ from: addNode(from).end, to: addNode(to).end, hasAccounts });
    return { from: from.key, to: to.key, ...measures, where: [request.predicate, ...between] };
  });
  const { range, kinds, excludeNoise } = request;
  return { range, kinds, excludeNoise, ...totals, nodes: [...nodes.values()], edges: listed };
};
