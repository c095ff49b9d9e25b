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
