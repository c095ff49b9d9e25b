import { formatNumber } from '../parts/formatCount.ts';
import { readColors } from '../parts/readColors.ts';
import type { Range } from '../state/times.ts';
import { makeTicks, toX } from '../timeline/scale.ts';
import type { Drawing } from './makePicture.ts';
import { makeSvgPaper } from './svgPaper.ts';

type Bucket = { readonly from: string; readonly count: number; readonly failures: number };
type Chart = { readonly buckets: readonly Bucket[]; readonly range: Range; readonly zone: string };

const [WIDTH, HEIGHT, AXIS_WIDTH, AXIS_HEIGHT, LEGEND_HEIGHT] = [1100, 220, 70, 24, 26];

/** Draws the events per bucket as SVG: all events, and the failed logins among them before these. */
export const drawChart = ({ buckets, range, zone }: Chart, element: Element): Drawing => {
  const { muted, line, active, failure } = readColors(element, ['muted', 'line', 'active', 'failure']);
  const { paper, toMarkup } = makeSvgPaper();
  const width = WIDTH - AXIS_WIDTH;
  const most = Math.max(1, ...buckets.map(({ count }) => count));
  const yOf = (count: number): number => 10 + (1 - count / most) * (HEIGHT - 10);
  const placeOf = (at: number): number =>
    AXIS_WIDTH + toX(Math.min(Math.max(at, range.from), range.until), range, width);
  paper.font = `12px ${getComputedStyle(element).fontFamily}`;
  for (const count of new Set([0, Math.round(most / 2), most])) {
    paper.fillStyle = line;
    paper.fillRect(AXIS_WIDTH, yOf(count), width, 1);
    paper.fillStyle = muted;
    paper.fillText(formatNumber(count), 0, yOf(count) + 4);
  }
  for (const { at, label } of makeTicks(range, width, zone)) {
    paper.fillStyle = line;
    paper.fillRect(placeOf(at), HEIGHT, 1, 6);
    paper.fillStyle = muted;
    if (label !== '') paper.fillText(label, placeOf(at) + 4, HEIGHT + 18);
  }
  for (const [index, { from, count, failures }] of buckets.entries()) {
    const next = buckets[index + 1]?.from;
    const [x, end] = [
      placeOf(Date.parse(from)),
      placeOf(next === undefined ? range.until : Date.parse(next)),
    ];
    for (const [value, ink] of [
      [count, active],
      [failures, failure],
    ] as const) {
      paper.fillStyle = ink;
      if (value > 0) paper.fillRect(x, yOf(value), Math.max(1, (end - x) * 0.9), HEIGHT - yOf(value));
    }
  }
  const legend = HEIGHT + AXIS_HEIGHT;
  for (const [x, ink, text] of [
    [AXIS_WIDTH, active, 'all events'],
    [AXIS_WIDTH + 110, failure, 'failed logins'],
  ] as const) {
    paper.fillStyle = ink;
    paper.fillRect(x, legend + 8, 13, 13);
    paper.fillStyle = muted;
    paper.fillText(text, x + 19, legend + 19);
  }
  return { width: WIDTH, height: legend + LEGEND_HEIGHT, markup: toMarkup() };
};
