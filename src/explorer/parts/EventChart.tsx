import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';

import type { Range } from '../state/times.ts';
import { readColors } from './readColors.ts';
import { useTheme } from './useTheme.ts';
import { useWidth } from './useWidth.ts';

export type ChartBucket = { readonly from: string; readonly count: number; readonly failures: number };

type EventChartProps = {
  readonly buckets: readonly ChartBucket[];
  readonly range: Range;
  readonly zone: string;
  readonly onRange: (range: Range) => void;
};

const HEIGHT = 180;

/** Events per bucket as bars, failed logins apart. Dragging over it narrows the range. */
export const EventChart = ({ buckets, range, zone, onRange }: EventChartProps) => {
  const [box, width] = useWidth();
  const isDark = useTheme();
  const latest = useRef(onRange);
  latest.current = onRange;
  useEffect(() => {
    if (box.current === null || width === 0) return undefined;
    const chart = new uPlot(
      makeOptions(box.current, { width, range, zone, onRange: (next) => latest.current(next) }),
      [
        buckets.map(({ from }) => Date.parse(from) / 1000),
        buckets.map(({ count }) => count),
        buckets.map(({ failures }) => failures),
      ],
      box.current,
    );
    return () => chart.destroy();
  }, [buckets, width, range.from, range.until, zone, isDark]);
  return <div class="chart" ref={box} aria-hidden="true" style={{ minHeight: `${HEIGHT}px` }} />;
};

type ChartFrame = Omit<EventChartProps, 'buckets'> & { readonly width: number };

const makeOptions = (box: Element, { width, range, zone, onRange }: ChartFrame): uPlot.Options => {
  const { muted, line, active, failure } = readColors(box, ['muted', 'line', 'active', 'failure']);
  const paths = uPlot.paths.bars?.({ size: [0.9, 60], align: 1 });
  const axis = {
    stroke: muted,
    grid: { stroke: line, width: 1 },
    ticks: { stroke: line, width: 1 },
    font: `12px ${getComputedStyle(box).fontFamily}`,
  };
  const series = { ...(paths !== undefined && { paths }), points: { show: false } };
  return {
    width,
    height: HEIGHT,
    legend: { show: false },
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), zone === 'UTC' ? 'Etc/UTC' : zone),
    cursor: { drag: { x: true, y: false, setScale: false }, points: { show: false }, y: false },
    scales: {
      x: { time: true, range: [range.from / 1000, range.until / 1000] },
      y: { range: (_chart, _min, max) => [0, Math.max(1, max * 1.05)] },
    },
    axes: [
      { ...axis, values: HOURS_OF_DAY },
      { ...axis, size: 56 },
    ],
    series: [
      {},
      { label: 'events', fill: active, ...series },
      { label: 'failed logins', fill: failure, ...series },
    ],
    hooks: {
      setSelect: [
        (chart) => {
          const { left, width: selected } = chart.select;
          if (selected < 5) return;
          const toMs = (x: number): number => Math.round(chart.posToVal(x, 'x') * 1000);
          onRange({ from: toMs(left), until: toMs(left + selected) });
        },
      ],
    },
  };
};

/** The labels of uPlot's time axis, with 24 hours and ISO dates: the step, the label, and what a new year, day or minute adds. */
const HOURS_OF_DAY: uPlot.Axis.Values = [
  [86_400 * 365, '{YYYY}', null, null, null, null, null, null, 1],
  [86_400 * 28, '{YYYY}-{MM}', null, null, null, null, null, null, 1],
  [86_400, '{MM}-{DD}', '\n{YYYY}', null, null, null, null, null, 1],
  [60, '{HH}:{mm}', '\n{YYYY}-{MM}-{DD}', null, '\n{MM}-{DD}', null, null, null, 1],
  [1, '{HH}:{mm}:{ss}', '\n{YYYY}-{MM}-{DD}', null, '\n{MM}-{DD}', null, null, null, 1],
];
