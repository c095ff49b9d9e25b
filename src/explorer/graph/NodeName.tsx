import { LogText } from '../parts/LogText.tsx';
import { Name } from '../parts/Name.tsx';
import type { GraphNode } from './graph.ts';

/** The name of a node, which opens its view, or the events from its address. */
export const NodeName = ({ node }: { readonly node: GraphNode | undefined }) => {
  if (node === undefined) return <>–</>;
  if (node.kind === 'HOST') return <Name kind="host" name={node.name} />;
  if (node.kind === 'ACCOUNT') return <Name kind="account" name={node.name} />;
  return node.srcIp === null ? <LogText text={node.name} /> : <Name kind="address" name={node.srcIp} />;
};
