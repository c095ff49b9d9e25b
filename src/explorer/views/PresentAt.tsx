import { formatTime } from '../state/times.ts';
import { usePage } from '../state/usePageState.ts';
import type { Lane } from '../timeline/lanes.ts';
import { listPresent } from '../timeline/listPresent.ts';
import { PresentTable } from './PresentTable.tsx';
import type { LaneTitle } from './PresentTable.tsx';

type PresentAtProps = {
  readonly title: string;
  readonly caption: string;
  readonly lane: LaneTitle;
  readonly lanes: readonly Lane[];
  readonly at: number | null;
  /** Whether the cursor is being dragged. */
  readonly isMoving: boolean;
  /** Whether there are more sessions than the drawn ones. */
  readonly isCut: boolean;
};

/** The lanes that had a session at the time of the cursor, from the drawn sessions. */
export const PresentAt = ({ title, caption, lane, lanes, at, isMoving, isCut }: PresentAtProps) => {
  const { zone } = usePage().state;
  return (
    <section class="panel" aria-labelledby="present-title">
      <h2 id="present-title">
        {title}{' '}
        {at !== null && (
          <span class="muted">
            at {formatTime(at, zone)} {zone}
          </span>
        )}
      </h2>
      {at === null ? (
        <p class="muted">Click or drag the time axis to choose a time.</p>
      ) : (
        <>
          {isCut && <p class="note warning">Not all sessions are drawn: some may be missing here.</p>}
          <PresentTable caption={caption} lane={lane} present={listPresent(lanes, at)} isMoving={isMoving} />
        </>
      )}
    </section>
  );
};
