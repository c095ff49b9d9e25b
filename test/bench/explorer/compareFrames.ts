import { median, percentile95 } from '../measurement.ts';
import type { Measurement } from '../measurement.ts';
import type { Frames } from './recordFrames.ts';

/** The browser draws a frame each 16.7 ms. */
const MEDIAN_MS = 17;
const WORST_MS = 50;

/** The frames of a gesture beside their targets. */
export const compareFrames = (name: string, frames: Frames): readonly Measurement[] => {
  const { intervalsMs } = frames;
  return [
    {
      name: `${name}: median from a frame to the next / ${MEDIAN_MS} ms`,
      ratio: median(intervalsMs) / MEDIAN_MS,
      target: { most: 1 },
      detail: describeFrames(frames),
      values: valuesOf(frames),
    },
    {
      name: `${name}: the longest / ${WORST_MS} ms`,
      ratio: Math.max(...intervalsMs) / WORST_MS,
      target: { most: 1 },
      detail: `${Math.max(...intervalsMs).toFixed(1)} ms`,
    },
  ];
};

const describe = (ms: readonly number[]): string =>
  ms.length === 0
    ? 'none'
    : `${median(ms).toFixed(1)} / ${percentile95(ms).toFixed(1)} / ${Math.max(...ms).toFixed(1)}`;

/** How long the frames and the work in them took. */
export const describeFrames = ({ intervalsMs, workMs }: Frames): string =>
  `median / p95 / longest: ${describe(intervalsMs)} ms, of ${intervalsMs.length}; work in a frame ${describe(workMs)} ms`;

/** The same for the JSON document. */
export const valuesOf = ({ intervalsMs, workMs }: Frames): Readonly<Record<string, number>> => ({
  frames: intervalsMs.length,
  'median ms': median(intervalsMs),
  'p95 ms': percentile95(intervalsMs),
  'longest ms': Math.max(...intervalsMs),
  'work, median ms': median(workMs),
  'work, p95 ms': percentile95(workMs),
  'work, longest ms': Math.max(...workMs),
});
