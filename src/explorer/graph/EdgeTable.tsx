import { DataTable } from '../parts/DataTable.tsx';
import type { Column } from '../parts/DataTable.tsx';
import { formatItems, formatNumber } from '../parts/formatCount.ts';
import { ViewLink } from '../parts/ViewLink.tsx';
import type { PageState } from '../state/pageState.ts';
import { formatText } from '../state/times.ts';
import type { GraphEdge, GraphNode } from './graph.ts';
import { NodeName } from './NodeName.tsx';

type EdgeTableProps = {
  readonly title: string;
  readonly edges: readonly GraphEdge[];
  readonly nodeOf: (key: string) => GraphNode | undefined;
  readonly linkOfEdge: (edge: GraphEdge) => Partial<PageState>;
  readonly zone: string;
};

/** The edges of a graph as a table; each opens its events. */
export const EdgeTable = ({ title, edges, nodeOf, linkOfEdge, zone }: EdgeTableProps) => (
  <details class="panel" open>
    <summary>
      <h2>{title}</h2>
    </summary>
    <DataTable
      caption={`${title}, times in ${zone}`}
      columns={makeColumns({ nodeOf, linkOfEdge, zone })}
      rows={edges}
      keyOf={({ from, to }) => `${from} ${to}`}
    />
  </details>
);

const makeColumns = ({
  nodeOf,
  linkOfEdge,
  zone,
}: Pick<EdgeTableProps, 'nodeOf' | 'linkOfEdge' | 'zone'>): readonly Column<GraphEdge>[] => [
  { title: 'From', cell: ({ from }) => <NodeName node={nodeOf(from)} /> },
  { title: 'To', cell: ({ to }) => <NodeName node={nodeOf(to)} /> },
  {
    title: 'Events',
    cell: (edge) => <ViewLink to={linkOfEdge(edge)}>{formatItems(edge.count, 'event')}</ViewLink>,
  },
  { title: 'Logins', cell: ({ successes }) => formatNumber(successes), isNumber: true },
  { title: 'Failed', cell: ({ failures }) => formatNumber(failures), isNumber: true },
  { title: 'Reconnects', cell: ({ reconnects }) => formatNumber(reconnects), isNumber: true },
  { title: 'First', cell: ({ firstAt }) => formatText(firstAt, zone), isTime: true },
  { title: 'Last', cell: ({ lastAt }) => formatText(lastAt, zone), isTime: true },
];
