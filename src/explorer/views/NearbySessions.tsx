import type { NearbyFragment } from '../api/documents.ts';
import { DataTable } from '../parts/DataTable.tsx';
import type { Column } from '../parts/DataTable.tsx';
import { formatCount, formatNumber } from '../parts/formatCount.ts';
import { Name } from '../parts/Name.tsx';
import { SessionLink } from '../parts/SessionLink.tsx';
import { formatText } from '../state/times.ts';
import { usePage } from '../state/usePageState.ts';
import { describeEnd } from './describeSession.ts';

type Nearby = NearbyFragment['nodes'][number];

type NearbySessionsProps = {
  readonly title: string;
  /** What tells the sessions apart: they share the host or the account. */
  readonly lane: 'Account' | 'Host';
  readonly sessions: NearbyFragment;
};

/** The sessions that were open at the same time as a session. */
export const NearbySessions = ({ title, lane, sessions: { nodes, totalCount } }: NearbySessionsProps) => {
  const { zone } = usePage().state;
  const id = `nearby-${lane}`;
  return (
    <section class="panel" aria-labelledby={id}>
      <h2 id={id}>
        {title}{' '}
        <span class="muted">
          {formatCount(totalCount)} {totalCount.value === 1 ? 'session' : 'sessions'} at the same time
        </span>
      </h2>
      <DataTable
        caption={`${title}, times in ${zone}`}
        columns={makeColumns(lane, zone)}
        rows={nodes}
        keyOf={(session) => session.id}
      />
      {totalCount.value > nodes.length && (
        <p class="note warning">Only the first {formatNumber(nodes.length)} sessions are listed.</p>
      )}
    </section>
  );
};

const makeColumns = (lane: NearbySessionsProps['lane'], zone: string): readonly Column<Nearby>[] => [
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
];
