import { useMemo } from 'preact/hooks';

import type { TimelineSessionFragment } from '../api/documents.ts';
import { DataTable } from '../parts/DataTable.tsx';
import type { Column } from '../parts/DataTable.tsx';
import { usePage } from '../state/usePageState.ts';
import { makeSessionColumns } from './sessionColumns.tsx';
import type { Subject } from './sessionColumns.tsx';

type SessionTableProps = {
  readonly sessions: readonly TimelineSessionFragment[];
  /** What the lanes of the timeline are. */
  readonly subjects: readonly Subject[];
};

/** The sessions of a timeline as a table, which screen readers and the keyboard use instead of the picture. */
export const SessionTable = ({ sessions, subjects }: SessionTableProps) => {
  const { state, change } = usePage();
  const { zone, selected } = state;
  // The same element is not rendered again: its rows take too long for each frame in which the cursor is dragged.
  return useMemo(() => {
    const columns: readonly Column<TimelineSessionFragment>[] = [
      ...makeSessionColumns(subjects, zone),
      {
        title: 'Select',
        cell: ({ id, loginId }) => (
          <button
            type="button"
            class="plain"
            aria-label={`Select ${loginId}`}
            aria-pressed={id === selected}
            onClick={() => change({ selected: id === selected ? null : id }, 'REPLACE')}
          >
            Select
          </button>
        ),
      },
    ];
    return (
      <details class="panel" open>
        <summary>
          <h2>Sessions as a table</h2>
        </summary>
        <DataTable
          caption={`Sessions, times in ${zone}`}
          columns={columns}
          rows={sessions}
          keyOf={({ id }) => id}
        />
      </details>
    );
  }, [sessions, subjects.join(' '), zone, selected]);
};
