import { useCallback, useMemo } from 'preact/hooks';
import type { ComponentChildren } from 'preact';

import type { TimelineSessionFragment } from '../api/documents.ts';
import type { Pages } from '../api/usePages.ts';
import { Answer } from '../parts/Answer.tsx';
import { formatNumber } from '../parts/formatCount.ts';
import type { Range } from '../state/times.ts';
import { usePage } from '../state/usePageState.ts';
import type { Settling } from '../state/useSettling.ts';
import type { Lane } from '../timeline/lanes.ts';
import type { Arrow } from '../timeline/paintArrows.ts';
import type { Milestone } from '../timeline/paintLanes.ts';
import { Timeline } from '../timeline/Timeline.tsx';

/** A timeline draws at most this many sessions; the page says so when there are more. */
export const MOST_SESSIONS = 50_000;

/** The API is asked for at most this many states of a session (timelineFields.graphql). */
const MOST_PERIODS = 50;

type SwimlanesProps = {
  /** What is drawn, for screen readers: `Sessions on RDP1`. */
  readonly label: string;
  readonly lanes: readonly Lane[];
  readonly sessions: Pages<TimelineSessionFragment>;
  readonly milestones: readonly Milestone[];
  readonly arrows: readonly Arrow[];
  readonly cursor: Settling<number | null>;
  readonly renderName: (lane: Lane) => ComponentChildren;
  readonly legend?: ComponentChildren;
  /** What a file of the picture says beyond its range. */
  readonly facts?: readonly string[];
  /** What else the picture leaves out. */
  readonly children: ComponentChildren;
};

/** The sessions of a host, an account or a case as a picture, with notes on what it leaves out. */
export const Swimlanes = (props: SwimlanesProps) => {
  const {
    label,
    lanes,
    sessions,
    milestones,
    arrows,
    cursor,
    renderName,
    legend,
    facts = [],
    children,
  } = props;
  const { state, range, change } = usePage();
  const onZoom = useCallback((zoom: Range | null) => change({ zoom }, 'REPLACE'), [change]);
  const cut = useMemo(
    () => sessions.items.filter(({ periods }) => periods.at(-1)?.truncated === true).length,
    [sessions.items],
  );
  return (
    <Answer answered={sessions} isShown={lanes.length > 0}>
      <Timeline
        label={label}
        lanes={lanes}
        milestones={milestones}
        arrows={arrows}
        range={range}
        zoom={state.zoom}
        onZoom={onZoom}
        zone={state.zone}
        cursor={cursor.value}
        onCursor={cursor.move}
        selected={state.selected}
        onSelect={(selected) => change({ selected }, 'REPLACE')}
        renderName={renderName}
        legend={legend}
        facts={
          sessions.isTruncated
            ? [...facts, `only the first ${formatNumber(MOST_SESSIONS)} sessions are drawn`]
            : facts
        }
      />
      {sessions.isTruncated && (
        <p class="note warning">
          Only the first {formatNumber(MOST_SESSIONS)} sessions are drawn. Narrow the range.
        </p>
      )}
      {cut > 0 && (
        <p class="note warning">
          {cut === 1 ? 'A session has' : `${formatNumber(cut)} sessions have`} more than {MOST_PERIODS}{' '}
          states: the rest of the bar is drawn as “several”.
        </p>
      )}
      {children}
    </Answer>
  );
};
