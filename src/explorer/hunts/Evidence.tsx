import { CaseLink } from '../parts/CaseLink.tsx';
import { DataTable } from '../parts/DataTable.tsx';
import type { Column } from '../parts/DataTable.tsx';
import { formatNumber } from '../parts/formatCount.ts';
import { Name } from '../parts/Name.tsx';
import { SessionLink } from '../parts/SessionLink.tsx';
import { pinOf } from '../state/case.ts';
import { formatText } from '../state/times.ts';
import { usePage } from '../state/usePageState.ts';
import type { EvidenceEvent, Match } from './hunt.ts';

/** The events that prove the chosen match. */
export const Evidence = ({ evidence: { nodes, totalCount } }: { readonly evidence: Match['evidence'] }) => {
  const { zone } = usePage().state;
  return (
    <section class="panel" aria-labelledby="evidence-title">
      <h2 id="evidence-title">
        Evidence{' '}
        <span class="muted">
          of the chosen match
          {totalCount.value > nodes.length &&
            `: the first ${nodes.length} of ${formatNumber(totalCount.value)} events`}
        </span>
      </h2>
      <DataTable
        caption={`Evidence, times in ${zone}`}
        columns={makeColumns(zone)}
        rows={nodes}
        keyOf={({ id }) => id}
      />
      <p class="actions">
        <CaseLink pins={nodes.map(pinOf)} />
      </p>
    </section>
  );
};

const makeColumns = (zone: string): readonly Column<EvidenceEvent>[] => [
  { title: 'Time', cell: ({ time }) => formatText(time, zone), isTime: true },
  {
    title: 'Action',
    cell: ({ action, loginSuccessful }) => (loginSuccessful === false ? `${action}, failed` : action),
  },
  { title: 'Host', cell: ({ hostname }) => <Name kind="host" name={hostname} /> },
  { title: 'User', cell: ({ user }) => (user === null ? 'not known' : <Name kind="account" name={user} />) },
  { title: 'Type', cell: ({ loginType }) => loginType ?? '–' },
  { title: 'Source', cell: ({ srcIp }) => (srcIp ? <Name kind="address" name={srcIp} /> : '–') },
  { title: 'Login id', cell: ({ loginId }) => loginId ?? '–' },
  {
    title: 'Session',
    cell: ({ session }) => (session === null ? '–' : <SessionLink id={session.id} />),
  },
];
