import { DataTable } from '../parts/DataTable.tsx';
import type { Column } from '../parts/DataTable.tsx';
import { escapeText } from '../parts/escapeText.ts';
import { formatNumber } from '../parts/formatCount.ts';
import { usePage } from '../state/usePageState.ts';
import { formOfNode } from './edgeForm.ts';
import type { GraphNode } from './graph.ts';
import { NodeName } from './NodeName.tsx';

/** The nodes of the picture as a table: its buttons do what a click on a node does, also for screen readers and the keyboard. */
export const NodeTable = ({ nodes }: { readonly nodes: readonly GraphNode[] }) => (
  <details class="panel" open>
    <summary>
      <h2>Nodes of the picture</h2>
    </summary>
    <DataTable caption="Nodes of the picture" columns={COLUMNS} rows={nodes} keyOf={({ key }) => key} />
  </details>
);

const KINDS = { SOURCE: 'source', ACCOUNT: 'account', HOST: 'host' } as const;

const COLUMNS: readonly Column<GraphNode>[] = [
  { title: 'Kind', cell: ({ kind }) => KINDS[kind] },
  { title: 'Name', cell: (node) => <NodeName node={node} /> },
  {
    title: 'Edges',
    cell: ({ edgeCount }) => (edgeCount === null ? '–' : formatNumber(edgeCount)),
    isNumber: true,
  },
  { title: 'Show', cell: (node) => <FocusButton node={node} /> },
];

/** Keeps only the edges of a node, or shows all again. */
const FocusButton = ({ node }: { readonly node: GraphNode }) => {
  const { state, change } = usePage();
  const { form } = state;
  const own = formOfNode(node);
  const isFocused = Object.entries(own).every(([name, text]) => form[name] === text);
  const others = Object.fromEntries(Object.entries(form).filter(([name]) => !(name in own)));
  return (
    <button
      type="button"
      class="plain"
      aria-label={`Only its edges: ${KINDS[node.kind]} ${escapeText(node.name)}`}
      aria-pressed={isFocused}
      onClick={() => change({ form: isFocused ? others : { ...form, ...own } })}
    >
      Only its edges
    </button>
  );
};
