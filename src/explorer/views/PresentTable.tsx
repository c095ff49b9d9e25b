import { DataTable } from '../parts/DataTable.tsx';
import type { Column } from '../parts/DataTable.tsx';
import { LogText } from '../parts/LogText.tsx';
import { Name } from '../parts/Name.tsx';
import { formatTime } from '../state/times.ts';
import { usePage } from '../state/usePageState.ts';
import type { Present } from '../timeline/listPresent.ts';
import { STATE_NAMES } from '../timeline/stateNames.ts';

/** What the lanes of a timeline are; in a case a host, an account or both. */
export type LaneTitle = 'Account' | 'Host' | 'Lane';

type PresentTableProps = {
  readonly caption: string;
  readonly lane: LaneTitle;
  readonly present: readonly Present[];
  /** Whether the cursor is being dragged: then the table has only as many rows as its frame shows. */
  readonly isMoving: boolean;
};

/** More than the frame of a table shows (parts.css), because each frame of a drag makes them. */
const MOST_ROWS_MOVING = 20;

/** The accounts or hosts that had sessions at a time. */
export const PresentTable = ({ caption, lane, present, isMoving }: PresentTableProps) => {
  const { zone } = usePage().state;
  return (
    <DataTable
      caption={caption}
      columns={makeColumns(lane, zone)}
      rows={present}
      keyOf={({ name }) => name ?? ''}
      {...(isMoving && { most: MOST_ROWS_MOVING })}
    />
  );
};

const makeColumns = (lane: PresentTableProps['lane'], zone: string): readonly Column<Present>[] => [
  { title: lane, cell: ({ name }) => <LaneName lane={lane} name={name} /> },
  { title: 'State', cell: ({ state }) => STATE_NAMES[state] },
  { title: 'Certainty', cell: ({ certainty }) => (certainty === 'PROVEN' ? 'proven' : 'possible') },
  { title: 'Since', cell: ({ since }) => formatTime(since, zone) },
  { title: 'Sessions', cell: ({ sessionIds }) => sessionIds.length, isNumber: true },
];

const LaneName = ({ lane, name }: { readonly lane: LaneTitle; readonly name: string | null }) =>
  lane === 'Lane' ? (
    <LogText text={name ?? ''} />
  ) : (
    <Name kind={lane === 'Host' ? 'host' : 'account'} name={name} />
  );
