import { DataTable } from '../parts/DataTable.tsx';
import type { Column } from '../parts/DataTable.tsx';
import { Name } from '../parts/Name.tsx';
import { formatTime } from '../state/times.ts';
import { usePage } from '../state/usePageState.ts';
import type { Present } from '../timeline/listPresent.ts';
import { STATE_NAMES } from '../timeline/stateNames.ts';

type PresentTableProps = {
  readonly caption: string;
  /** What the lanes of the timeline are. */
  readonly lane: 'Account' | 'Host';
  readonly present: readonly Present[];
};

/** The accounts or hosts that had sessions at a time. */
export const PresentTable = ({ caption, lane, present }: PresentTableProps) => {
  const { zone } = usePage().state;
  return (
    <DataTable
      caption={caption}
      columns={makeColumns(lane, zone)}
      rows={present}
      keyOf={({ name }) => name ?? ''}
    />
  );
};

const makeColumns = (lane: PresentTableProps['lane'], zone: string): readonly Column<Present>[] => [
  { title: lane, cell: ({ name }) => <Name kind={lane === 'Host' ? 'host' : 'account'} name={name} /> },
  { title: 'State', cell: ({ state }) => STATE_NAMES[state] },
  { title: 'Certainty', cell: ({ certainty }) => (certainty === 'PROVEN' ? 'proven' : 'possible') },
  { title: 'Since', cell: ({ since }) => formatTime(since, zone) },
  { title: 'Sessions', cell: ({ sessionIds }) => sessionIds.length, isNumber: true },
];
