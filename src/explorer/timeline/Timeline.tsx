import { useMemo, useRef, useState } from 'preact/hooks';

import { PictureButtons } from '../picture/PictureButtons.tsx';
import { useWidth } from '../parts/useWidth.ts';
import type { Range } from '../state/times.ts';
import { countRows, MAX_ROWS } from './lanes.ts';
import type { Lane } from './lanes.ts';
import { drawTimeline, MOST_ROWS_IN_FILE } from './drawTimeline.ts';
import { Legend } from './Legend.tsx';
import { AXIS_HEIGHT, paintAxis } from './paintAxis.ts';
import type { Arrow } from './paintArrows.ts';
import { paintLanes, ROW_HEIGHT } from './paintLanes.ts';
import type { Milestone, Scene } from './paintLanes.ts';
import { findBar } from './project.ts';
import { makeTicks, panBy, toTime, toX, zoomAround } from './scale.ts';
import { Strip } from './Strip.tsx';
import { useCanvas } from './useCanvas.ts';
import { useDrag, useWheel } from './useDrag.ts';
import { useShown } from './useShown.ts';

type TimelineProps = {
  /** What the lanes are, for screen readers: `Sessions on RDP1`. */
  readonly label: string;
  readonly lanes: readonly Lane[];
  readonly milestones: readonly Milestone[];
  readonly arrows: readonly Arrow[];
  readonly range: Range;
  readonly zoom: Range | null;
  readonly onZoom: (zoom: Range | null) => void;
  readonly zone: string;
  readonly cursor: number | null;
  /** Moves the cursor; computes where to from where it is. */
  readonly onCursor: (next: (last: number | null) => number) => void;
  readonly selected: string | null;
  readonly onSelect: (sessionId: string | null) => void;
  /** Opens what a lane is about. */
  readonly renderName: (lane: Lane) => preact.ComponentChild;
  /** What the legend says beyond states and marks. */
  readonly legend: preact.ComponentChildren;
  /** What a file of the picture says beyond its range. */
  readonly facts: readonly string[];
};

/** More lanes than fit are scrolled to; they are never squeezed. */
const MOST_ROWS_IN_SIGHT = 20;
/** How many pixels beside a bar still hit it. */
const HIT_PIXELS = 3;

/** Swimlanes: sessions as bars on a time axis. It is zoomed and moved with the wheel, by dragging, and with the keys W, A, S and D. */
export const Timeline = (props: TimelineProps) => {
  const { label, lanes, milestones, arrows, range, zone, onCursor, selected, onSelect, renderName } = props;
  const [shown, show] = useShown(props);
  const contains = (at: number | null): at is number => at !== null && at >= shown.from && at < shown.until;
  // A cursor elsewhere is not drawn.
  const cursor = contains(props.cursor) ? props.cursor : null;
  const [box, width] = useWidth();
  const [scrolled, setScrolled] = useState(0);
  const frame = useRef<HTMLDivElement>(null);
  const rowCount = lanes.reduce((sum, lane) => sum + countRows(lane), 0);
  const height = ROW_HEIGHT * Math.min(MOST_ROWS_IN_SIGHT, Math.max(1, rowCount));
  const { from, until } = shown;
  // The times, because the visible part is a new object at each rendering.
  const ticks = useMemo(() => makeTicks(shown, width, zone), [from, until, width, zone]);
  const scene: Scene = { lanes, milestones, arrows, ticks, shown, width, height, scrolled, cursor, selected };
  const axis = useCanvas(
    { width, height: AXIS_HEIGHT },
    {
      paint: (context, inks) => paintAxis(context, inks, { scene, zone }),
      inputs: [ticks, milestones, from, until, zone, cursor],
    },
  );
  const picture = useCanvas(
    { width, height },
    {
      // The cursor is an element over the picture: moving it paints no lane.
      paint: (context, inks) => paintLanes(context, inks, { ...scene, cursor: null }),
      inputs: [lanes, milestones, arrows, ticks, from, until, scrolled, selected],
    },
  );

  /** Moves by a part of what is shown. */
  const pan = (share: number): void => show((last) => panBy(last, share * (last.until - last.from), range));
  const zoom = (factor: number, timeOf: (last: Range) => number): void =>
    show((last) => zoomAround(last, { at: timeOf(last), factor, bounds: range }));
  const timeIn = (part: Range, x: number): number => toTime(Math.min(Math.max(0, x), width), part, width);
  const timeAt = (x: number): number => timeIn(shown, x);
  const length = until - from;

  const moveCursorTo = ({ x }: { readonly x: number }): void => {
    const at = timeAt(x);
    onCursor(() => at);
  };
  const dragAxis = useDrag({ onMove: moveCursorTo, onClick: moveCursorTo });
  const dragLanes = useDrag({
    onMove: (_at, by) => pan(-by.x / width),
    onClick: ({ x, y }) => {
      const tolerance = (HIT_PIXELS / width) * length;
      onSelect(
        findSession(lanes, { row: Math.floor((y + scrolled) / ROW_HEIGHT), at: timeAt(x), tolerance }),
      );
    },
  });
  useWheel(frame, (event) => {
    const left = picture.current?.getBoundingClientRect().left ?? 0;
    const isOverLanes = event.target === picture.current;
    const isAllShown = length >= range.until - range.from;
    if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      pan((event.deltaX || event.deltaY) / width);
    } else if (event.ctrlKey || event.metaKey || !isOverLanes || rowCount <= MOST_ROWS_IN_SIGHT) {
      // Nothing more can be shown: the page scrolls.
      if (isAllShown && event.deltaY > 0) return;
      zoom(Math.exp(event.deltaY / 400), (last) => timeIn(last, event.clientX - left));
    } else {
      // The lanes scroll.
      return;
    }
    event.preventDefault();
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const middleOf = (last: Range): number => cursor ?? (last.from + last.until) / 2;
    const step = (by: number): void =>
      onCursor((last) => {
        const at = (contains(last) ? last : shown.from + length / 2) + by;
        return Math.min(Math.max(at, shown.from), shown.until - 1);
      });
    const actions: Readonly<Record<string, () => void>> = {
      w: () => zoom(0.7, middleOf),
      s: () => zoom(1 / 0.7, middleOf),
      a: () => pan(-1 / 8),
      d: () => pan(1 / 8),
      Home: () => show(() => range),
      ArrowLeft: () => step(-length / 100),
      ArrowRight: () => step(length / 100),
    };
    const act = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

  return (
    <div class="timeline" ref={frame}>
      <Strip lanes={lanes} range={range} shown={shown} width={width} onShow={(next) => show(() => next)} />
      <div class="timeline-head">
        <span class="muted">{lanes.length === 1 ? '1 lane' : `${lanes.length} lanes`}</span>
        <canvas
          class="axis"
          ref={axis}
          style={{ width: `${width}px`, height: `${AXIS_HEIGHT}px` }}
          aria-hidden="true"
          {...dragAxis}
        />
      </div>
      <div
        class="timeline-body"
        tabIndex={0}
        role="application"
        aria-label={`${label}, a picture`}
        aria-describedby="timeline-keys"
        onKeyDown={onKeyDown}
        onScroll={(event) => setScrolled(event.currentTarget.scrollTop)}
        style={{ maxHeight: `${height}px` }}
      >
        <div class="timeline-names" style={{ height: `${rowCount * ROW_HEIGHT}px` }}>
          {lanes
            .filter((lane) => isInSight(lane, { scrolled, height }))
            .map((lane) => (
              <div
                key={lane.key}
                class="timeline-name"
                style={{
                  top: `${lane.firstRow * ROW_HEIGHT}px`,
                  height: `${countRows(lane) * ROW_HEIGHT}px`,
                }}
              >
                {renderName(lane)}
              </div>
            ))}
        </div>
        <div class="timeline-picture" ref={box}>
          <canvas
            ref={picture}
            style={{ width: `${width}px`, height: `${height}px` }}
            aria-hidden="true"
            {...dragLanes}
          />
          {cursor !== null && (
            <div class="cursor-line" style={{ transform: `translateX(${toX(cursor, shown, width)}px)` }} />
          )}
        </div>
      </div>
      <Legend>{props.legend}</Legend>
      <PictureButtons
        title={label}
        shown={shown}
        facts={[
          ...props.facts,
          ...(rowCount > MOST_ROWS_IN_FILE
            ? [`only the first ${MOST_ROWS_IN_FILE} of ${rowCount} rows`]
            : []),
        ]}
        draw={(element) => drawTimeline(scene, zone, element)}
      />
      {lanes.some(({ isFolded }) => isFolded) && (
        <p class="muted hint">
          A lane has at most {MAX_ROWS} rows: where more sessions are open at once, its last row draws one
          over another. Narrow the range to see each, or open the view “Sessions”, which lists them.
        </p>
      )}
      <p id="timeline-keys" class="muted hint">
        Drag the axis to see who was on. Zoom with the wheel or <kbd>W</kbd> <kbd>S</kbd>, move by dragging or
        with <kbd>A</kbd> <kbd>D</kbd>, <kbd>Home</kbd> shows all, <kbd>←</kbd> <kbd>→</kbd> move the cursor.
      </p>
    </div>
  );
};

const isInSight = (
  lane: Lane,
  { scrolled, height }: { readonly scrolled: number; readonly height: number },
): boolean => {
  const top = lane.firstRow * ROW_HEIGHT - scrolled;
  return top < height && top + countRows(lane) * ROW_HEIGHT > 0;
};

type Hit = { readonly row: number; readonly at: number; readonly tolerance: number };

const findSession = (lanes: readonly Lane[], { row, at, tolerance }: Hit): string | null => {
  const lane = lanes.findLast(({ firstRow }) => firstRow <= row);
  const bars = lane?.rows[row - lane.firstRow] ?? [];
  return findBar(bars, at, tolerance)?.session.id ?? null;
};
