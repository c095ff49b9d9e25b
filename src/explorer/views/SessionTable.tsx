import type { TimelineSessionFragment } from '../api/documents.ts';
import { DataTable } from '../parts/DataTable.tsx';
import type { Column } from '../parts/DataTable.tsx';
import { Name } from '../parts/Name.tsx';
import { SessionLink } from '../parts/SessionLink.tsx';
import { formatText } from '../state/times.ts';
import { usePage } from '../state/usePageState.ts';
import { describeEnd } from './describeSession.ts';

type SessionTableProps = {
  readonly sessions: readonly TimelineSessionFragment[];
  /** What the lanes of the timeline are. */
  readonly lane: 'Account' | 'Host';
  readonly selected: string | null;
  readonly onSelect: (sessionId: string | null) => void;
};

/** The sessions of a timeline as a table, which screen readers and the keyboard use instead of the picture. */
export const SessionTable = (props: SessionTableProps) => {
  const { zone } = usePage().state;
  return (
    <details class="panel" open>
      <summary>
        <h2>Sessions as a table</h2>
      </summary>
      <DataTable
        caption={`Sessions, times in ${zone}`}
        columns={makeColumns(props, zone)}
        rows={props.sessions}
        keyOf={({ id }) => id}
      />
    </details>
  );
};

const makeColumns = (
  { lane, selected, onSelect }: SessionTableProps,
  zone: string,
): readonly Column<TimelineSessionFragment>[] => [
  {
    title: lane,
    cell: ({ account, hostname }) =>
      lane === 'Host' ? (
        <Name kind="host" name={hostname} />
      ) : (
        <Name kind="account" name={account?.user ?? null} />
      ),
  },
  { title: 'Start', cell: ({ startedAt }) => formatText(startedAt, zone) },
  { title: 'End', cell: ({ endedAt }) => formatText(endedAt, zone) },
  { title: 'How it ended', cell: (session) => describeEnd(session, zone) },
  { title: 'Type', cell: ({ loginType }) => loginType ?? '–' },
  { title: 'Source', cell: ({ srcIp }) => srcIp ?? '–' },
  { title: 'Login id', cell: ({ id, loginId }) => <SessionLink id={id}>{loginId}</SessionLink> },
  {
    title: 'Select',
    cell: ({ id, loginId }) => (
      <button
        type="button"
        class="plain"
        aria-label={`Select ${loginId}`}
        aria-pressed={id === selected}
        onClick={() => onSelect(id === selected ? null : id)}
      >
        Select
      </button>
    ),
  },
];
