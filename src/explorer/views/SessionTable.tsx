import type { TimelineSessionFragment } from '../api/documents.ts';
import { DataTable } from '../parts/DataTable.tsx';
import type { Column } from '../parts/DataTable.tsx';
import { Name } from '../parts/Name.tsx';
import { formatText } from '../state/times.ts';
import { usePage } from '../state/usePageState.ts';
import { describeEnd } from './describeSession.ts';

type SessionTableProps = {
  readonly sessions: readonly TimelineSessionFragment[];
  /** What the lanes of the timeline are. */
  readonly lane: 'Account' | 'Host';
};

/** The sessions of a timeline as a table, which screen readers read instead of the picture. */
export const SessionTable = ({ sessions, lane }: SessionTableProps) => {
  const { zone } = usePage().state;
  return (
    <details class="panel" open>
      <summary>
        <h2>Sessions as a table</h2>
      </summary>
      <DataTable
        caption={`Sessions, times in ${zone}`}
        columns={makeColumns(lane, zone)}
        rows={sessions}
        keyOf={({ id }) => id}
      />
    </details>
  );
};

const makeColumns = (
  lane: SessionTableProps['lane'],
  zone: string,
): readonly Column<TimelineSessionFragment>[] => [
  {
    title: lane,
    cell: ({ account, hostname }) => {
      if (lane === 'Host') return <Name kind="host" name={hostname} />;
      return account === null ? 'not known' : <Name kind="account" name={account.user} />;
    },
  },
  { title: 'Start', cell: ({ startedAt }) => formatText(startedAt, zone) },
  { title: 'End', cell: ({ endedAt }) => formatText(endedAt, zone) },
  { title: 'How it ended', cell: (session) => describeEnd(session, zone) },
  { title: 'Type', cell: ({ loginType }) => loginType ?? '–' },
  { title: 'Source', cell: ({ srcIp }) => srcIp ?? '–' },
  { title: 'Login id', cell: ({ loginId }) => loginId },
];
