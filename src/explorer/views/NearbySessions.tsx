import type { ListedSessionFragment, NearbyFragment } from '../api/documents.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { formatCount, formatNumber } from '../parts/formatCount.ts';
import { usePage } from '../state/usePageState.ts';
import { isProvenOverlap } from './isProvenOverlap.ts';
import { makeSessionColumns } from './sessionColumns.tsx';
import type { Subject } from './sessionColumns.tsx';

type NearbySessionsProps = {
  readonly title: string;
  /** What tells the sessions apart. */
  readonly subject: Subject;
  /** The session at whose time they were open. */
  readonly of: Pick<ListedSessionFragment, 'startedAt' | 'endedAfter'>;
  readonly sessions: NearbyFragment;
};

/** The sessions that were or may have been open at the same time as a session. */
export const NearbySessions = ({
  title,
  subject,
  of,
  sessions: { nodes, totalCount },
}: NearbySessionsProps) => {
  const { zone } = usePage().state;
  const id = `nearby-${subject}`;
  return (
    <section class="panel" aria-labelledby={id}>
      <h2 id={id}>
        {title}{' '}
        <span class="muted">
          {formatCount(totalCount)} {totalCount.value === 1 ? 'session' : 'sessions'}, at the same time or
          possibly so
        </span>
      </h2>
      <DataTable
        caption={`${title}, times in ${zone}`}
        columns={[
          ...makeSessionColumns([subject], zone),
          {
            title: 'At the same time',
            cell: (session) => (isProvenOverlap(of, session) ? 'proven' : 'possible'),
          },
        ]}
        rows={nodes}
        keyOf={(session) => session.id}
      />
      {totalCount.value > nodes.length && (
        <p class="note warning">Only the first {formatNumber(nodes.length)} sessions are listed.</p>
      )}
    </section>
  );
};
