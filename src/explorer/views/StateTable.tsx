import type { TimelineSessionFragment } from '../api/documents.ts';
import { DataTable } from '../parts/DataTable.tsx';
import type { Column } from '../parts/DataTable.tsx';
import { formatLength, formatText } from '../state/times.ts';
import { usePage } from '../state/usePageState.ts';
import { STATE_NAMES } from '../timeline/stateNames.ts';

type Period = TimelineSessionFragment['periods'][number];

type StateTableProps = {
  readonly periods: readonly Period[];
  /** Null: the session is open. */
  readonly endedAt: string | null;
};

/** The states of a session in order. */
export const StateTable = ({ periods, endedAt }: StateTableProps) => {
  const { zone } = usePage().state;
  return (
    <section class="panel" aria-labelledby="states-title">
      <h2 id="states-title">States {endedAt === null && <span class="muted">no end is recorded</span>}</h2>
      <DataTable
        caption={`States, times in ${zone}`}
        columns={makeColumns(zone)}
        rows={periods.filter(({ state }) => state !== 'ENDED')}
        keyOf={({ from }) => from}
      />
      {periods.at(-1)?.truncated === true && (
        <p class="note warning">Only the first {periods.length} states are listed.</p>
      )}
    </section>
  );
};

const makeColumns = (zone: string): readonly Column<Period>[] => [
  { title: 'State', cell: ({ state }) => (state === 'ENDED' ? 'ended' : STATE_NAMES[state]) },
  { title: 'From', cell: ({ from }) => formatText(from, zone), isTime: true },
  { title: 'Until', cell: ({ until }) => formatText(until, zone), isTime: true },
  {
    title: 'Length',
    cell: ({ from, until }) => (until === null ? '–' : formatLength(Date.parse(until) - Date.parse(from))),
    isNumber: true,
  },
];
