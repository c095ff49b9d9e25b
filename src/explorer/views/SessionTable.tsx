import { useMemo } from 'preact/hooks';

import type { TimelineSessionFragment } from '../api/documents.ts';
import { DataTable, MOST_ROWS } from '../parts/DataTable.tsx';
import type { Column } from '../parts/DataTable.tsx';
import { ViewLink } from '../parts/ViewLink.tsx';
import type { PageState } from '../state/pageState.ts';
import { usePage } from '../state/usePageState.ts';
import { makeSessionColumns } from './sessionColumns.tsx';
import type { Subject } from './sessionColumns.tsx';

type SessionTableProps = {
  readonly sessions: readonly TimelineSessionFragment[];
  /** What the lanes of the timeline are. */
  readonly subjects: readonly Subject[];
  /** The view that lists all that started in the range. */
  readonly all?: Partial<PageState>;
};

/** The sessions of a timeline as a table, which screen readers and the keyboard use instead of the picture. */
export const SessionTable = ({ sessions, subjects, all }: SessionTableProps) => {
  const { state, change } = usePage();
  const { zone, selected } = state;
  const columns = useMemo<readonly Column<TimelineSessionFragment>[]>(
    () => [
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
    ],
    [subjects.join(' '), zone, selected, change],
  );
  // The same element is not rendered again: its rows take too long for each frame in which the cursor is dragged.
  return useMemo(
    () => (
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
        {all !== undefined && sessions.length > MOST_ROWS && (
          <p class="note">
            The table ends after {MOST_ROWS} sessions.{' '}
            <ViewLink to={all}>All sessions that started in this range</ViewLink>
          </p>
        )}
      </details>
    ),
    // The link has the range, the noise and the zone of the state.
    [sessions, columns, JSON.stringify(all), state.range, state.isNoiseShown],
  );
};
