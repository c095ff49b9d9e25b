import type { LogonNodeKind } from '../api/documents.ts';
import type { FormTexts } from '../hunts/arguments.ts';
import type { GraphNode } from './graph.ts';

/** The form of the table of events that keeps the events of a node. */
export const formOfNode = ({ kind, srcIp, srcHostname, account, host, name }: GraphNode): FormTexts => {
  if (kind === 'SOURCE') return srcIp === null ? { srcIp: '', srcHostname: srcHostname ?? '' } : { srcIp };
  if (kind === 'HOST') return { hostname: host?.hostname ?? name };
  return { user: account?.user ?? name, ...(account?.userDomain === null && { userDomain: '' }) };
};

type Ends = { readonly from: GraphNode; readonly to: GraphNode; readonly kinds: readonly LogonNodeKind[] };

/** The form that keeps exactly the events of an edge. In a graph with accounts only events of unknown ones lead from a source to a host. */
export const formOfEdge = ({ from, to, kinds }: Ends): FormTexts => ({
  action: 'LOGIN,RECONNECT',
  ...(from.kind === 'SOURCE' && to.kind === 'HOST' && kinds.includes('ACCOUNT') && { user: '' }),
  ...formOfNode(from),
  ...formOfNode(to),
});
