import { DataTable } from '../parts/DataTable.tsx';
import type { Column } from '../parts/DataTable.tsx';
import { formatCount } from '../parts/formatCount.ts';
import { usePage } from '../state/usePageState.ts';
import { Evidence } from './Evidence.tsx';
import { getValue } from './getValue.ts';
import { HuntCell, isEmpty } from './HuntCell.tsx';
import type { Hunt, HuntPage, Match } from './hunt.ts';

type MatchesProps = { readonly hunt: Hunt; readonly page: HuntPage };
type Row = HuntPage['edges'][number];

/** The matches of a hunt as a table, with the evidence of the chosen one and the techniques beside it. */
export const Matches = ({ hunt, page }: MatchesProps) => {
  const { state, change } = usePage();
  const { analytic, totalCount, truncated, edges, pageInfo } = page;
  const chosen = edges.find(({ cursor }) => cursor === state.selected) ?? edges[0];
  const choose = ({ cursor }: Row): void => change({ selected: cursor }, 'REPLACE');
  const { startCursor, endCursor } = pageInfo;
  const open = (place: string | null): void => change({ page: place, selected: null });
  return (
    <>
      <section class="panel" aria-labelledby="matches-title">
        <h2 id="matches-title">
          {totalCount.value === 1 ? '1 match' : `${formatCount(totalCount)} matches`}{' '}
          <span class="muted">
            {analytic.attackTechniques.map(({ id, name, url }, index) => (
              <span key={id}>
                {index > 0 && ', '}
                <a href={url} target="_blank" rel="noreferrer">
                  {id} {name}
                </a>
              </span>
            ))}
          </span>
        </h2>
        {truncated && (
          <p class="note warning" role="status">
            Not all matches are listed; the number above counts all. Narrow the range or the arguments.
          </p>
        )}
        <DataTable
          caption={`Matches, times in ${state.zone}`}
          columns={makeColumns(hunt, { edges, chosen, choose, zone: state.zone })}
          rows={edges}
          keyOf={({ cursor }) => cursor}
        />
        {(pageInfo.hasPreviousPage || pageInfo.hasNextPage) && (
          <nav class="pages" aria-label="Pages of matches">
            <button type="button" disabled={!pageInfo.hasPreviousPage} onClick={() => open(null)}>
              First
            </button>
            <button
              type="button"
              disabled={!pageInfo.hasPreviousPage}
              onClick={() => open(`before:${startCursor ?? ''}`)}
            >
              Previous
            </button>
            <button
              type="button"
              disabled={!pageInfo.hasNextPage}
              onClick={() => open(`after:${endCursor ?? ''}`)}
            >
              Next
            </button>
          </nav>
        )}
      </section>
      {chosen !== undefined && <Evidence evidence={chosen.node.evidence} />}
    </>
  );
};

type Choosing = {
  readonly edges: readonly Row[];
  readonly chosen: Row | undefined;
  readonly choose: (row: Row) => void;
  readonly zone: string;
};

/** The columns in which at least one match has a value, and a button that shows the evidence. */
const makeColumns = (hunt: Hunt, { edges, chosen, choose, zone }: Choosing): readonly Column<Row>[] => [
  {
    title: 'Evidence',
    cell: (row) => (
      <button type="button" aria-pressed={row === chosen} onClick={() => choose(row)}>
        {describeEvidence(row.node)}
      </button>
    ),
  },
  ...hunt.columns
    .filter(({ path }) => edges.some(({ node }) => !isEmpty(getValue(node, path))))
    .map((column) => ({
      title: column.title,
      about: column.description,
      isNumber: column.kind === 'NUMBER',
      cell: ({ node }: Row) => <HuntCell column={column} row={node} zone={zone} />,
    })),
];

const describeEvidence = ({ evidence: { totalCount } }: Match): string =>
  totalCount.value === 1 ? '1 event' : `${formatCount(totalCount)} events`;
