import { useMemo } from 'preact/hooks';

import type { TimelineMarkFragment } from '../api/documents.ts';
import { DataTable } from '../parts/DataTable.tsx';
import type { Column } from '../parts/DataTable.tsx';
import { Name } from '../parts/Name.tsx';
import { formatText } from '../state/times.ts';
import { usePage } from '../state/usePageState.ts';

/** The failed logins and reconnects of a timeline as a table. */
export const MarkTable = ({ marks }: { readonly marks: readonly TimelineMarkFragment[] }) => {
  const { zone } = usePage().state;
  // The same element is not rendered again while the cursor is dragged.
  return useMemo(
    () => (
      <details class="panel">
        <summary>
          <h2>Failed logins and reconnects as a table</h2>
        </summary>
        <DataTable
          caption={`Failed logins and reconnects, times in ${zone}`}
          columns={makeColumns(zone)}
          rows={marks}
          keyOf={({ id }) => id}
        />
      </details>
    ),
    [marks, zone],
  );
};

const makeColumns = (zone: string): readonly Column<TimelineMarkFragment>[] => [
  { title: 'Time', cell: ({ time }) => formatText(time, zone), isTime: true },
  { title: 'What', cell: ({ action }) => (action === 'RECONNECT' ? 'reconnect' : 'failed login') },
  { title: 'Host', cell: ({ hostname }) => <Name kind="host" name={hostname} /> },
  { title: 'Account', cell: ({ account }) => <Name kind="account" name={account?.user ?? null} /> },
  { title: 'Source', cell: (mark) => ('srcIp' in mark ? (mark.srcIp ?? '–') : '–') },
];
