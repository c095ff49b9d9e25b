import type { Paper } from '../picture/paper.ts';
import { detailOf, formatTime } from '../state/times.ts';
import type { Inks } from './inks.ts';
import { paintCursor } from './paintLanes.ts';
import type { Scene } from './paintLanes.ts';
import { toX } from './scale.ts';

export const AXIS_HEIGHT = 38;

/** Paints the time axis: ticks, starts and stops of the host, notes, and the cursor with its time. */
export const paintAxis = (
  context: Paper,
  inks: Inks,
  { scene, zone }: { readonly scene: Scene; readonly zone: string },
): void => {
  const { ticks, shown, width, milestones, cursor } = scene;
  context.clearRect(0, 0, width, AXIS_HEIGHT);
  context.font = `12px ${inks.font}`;
  context.textBaseline = 'alphabetic';
  for (const { at, label, isDay } of ticks) {
    const x = Math.round(toX(at, shown, width));
    context.fillStyle = inks.line;
    context.fillRect(x, AXIS_HEIGHT - 6, 1, 6);
    context.fillStyle = isDay ? inks.text : inks.muted;
    if (label !== '') context.fillText(label, x + 4, AXIS_HEIGHT - 6);
  }
  context.fillStyle = inks.text;
  let free = 0;
  for (const { at, label } of milestones) {
    const x = toX(at, shown, width) - 4;
    if (x < free) continue;
    context.fillText(label, x, 14);
    free = x + MILESTONE_PIXELS;
  }
  if (cursor === null) return;
  const x = toX(cursor, shown, width);
  paintCursor(context, inks, { x, height: AXIS_HEIGHT });
  paintFlag(context, inks, { x, width, label: formatTime(cursor, zone, detailOf(shown)) });
};

/** The width of a label; one that does not fit beside another is left out, its line is not. */
const MILESTONE_PIXELS = 50;

type Flag = { readonly x: number; readonly width: number; readonly label: string };

const paintFlag = (context: Paper, inks: Inks, { x, width, label }: Flag): void => {
  const length = context.measureText(label).width + 12;
  const left = Math.min(Math.max(0, x - length / 2), width - length);
  context.fillStyle = inks.cursor;
  context.fillRect(left, 1, length, 18);
  context.fillStyle = inks.surface;
  context.fillText(label, left + 6, 14);
};
