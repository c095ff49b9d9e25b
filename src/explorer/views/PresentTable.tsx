import { DataTable } from '../parts/DataTable.tsx';
import type { Column } from '../parts/DataTable.tsx';
import { Name } from '../parts/Name.tsx';
import { formatTime } from '../state/times.ts';
import { usePage } from '../state/usePageState.ts';
import type { Present } from '../timeline/listPresent.ts';
import { STATE_NAMES } from '../timeline/stateNames.ts';

/** What the lanes of a timeline are. */
export type LaneTitle = 'Account' | 'Host';

type PresentTableProps = {
  readonly caption: string;
  readonly lane: LaneTitle;
  readonly present: readonly Present[];
  /** Whether the cursor is being dragged: then the table has only as many rows as its frame shows. */
  readonly isMoving: boolean;
};

/** More than the frame of a table shows (parts.css), because each frame of a drag makes them. */
export const MOST_ROWS_MOVING = 20;

/** The accounts or hosts that had sessions at a time. */
export const PresentTable = ({ caption, lane, present, isMoving }: PresentTableProps) => {
  const { zone } = usePage().state;
  return (
    <DataTable
      caption={caption}
      columns={[
        {
          title: lane,
          cell: ({ name }) => <Name kind={lane === 'Host' ? 'host' : 'account'} name={name} />,
        },
        ...makePresentColumns(zone),
      ]}
      rows={present}
      keyOf={({ key }) => key}
      {...(isMoving && { most: MOST_ROWS_MOVING })}
    />
  );
};

/** How somebody was on. */
export const makePresentColumns = (zone: string): readonly Column<Present>[] => [
  { title: 'State', cell: ({ state }) => STATE_NAMES[state] },
  { title: 'Certainty', cell: ({ certainty }) => (certainty === 'PROVEN' ? 'proven' : 'possible') },
  { title: 'Since', cell: ({ since }) => formatTime(since, zone), isTime: true },
  { title: 'Sessions', cell: ({ sessionIds }) => sessionIds.length, isNumber: true },
];
