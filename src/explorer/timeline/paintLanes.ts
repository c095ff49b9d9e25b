import type { Paper } from '../picture/paper.ts';
import type { Range } from '../state/times.ts';
import type { Inks } from './inks.ts';
import { countRows } from './lanes.ts';
import type { Lane } from './lanes.ts';
import { paintArrows } from './paintArrows.ts';
import type { Arrow } from './paintArrows.ts';
import { projectMarks, projectRow } from './project.ts';
import type { Piece, PlacedMark } from './project.ts';
import { toX } from './scale.ts';
import type { Tick } from './scale.ts';

/** The height of a row, which never changes: lanes that do not fit are scrolled to. */
export const ROW_HEIGHT = 24;
const BAR_HEIGHT = 16;

/** A line over all lanes: a start or stop of the host, or a note. */
export type Milestone = {
  readonly at: number;
  readonly kind: 'START' | 'STOP' | 'NOTE';
  /** What the time axis shows above the line. */
  readonly label: string;
};

export type Scene = {
  readonly lanes: readonly Lane[];
  readonly arrows: readonly Arrow[];
  readonly milestones: readonly Milestone[];
  readonly ticks: readonly Tick[];
  readonly shown: Range;
  readonly width: number;
  readonly height: number;
  /** How far the lanes are scrolled, in pixels. */
  readonly scrolled: number;
  readonly cursor: number | null;
  readonly selected: string | null;
};

/** Paints the lanes that are in sight. */
export const paintLanes = (context: Paper, inks: Inks, scene: Scene): void => {
  const { lanes, shown, width, height, scrolled } = scene;
  context.clearRect(0, 0, width, height);
  paintGrid(context, inks, scene);
  for (const lane of lanes) {
    const top = lane.firstRow * ROW_HEIGHT - scrolled;
    const bottom = top + countRows(lane) * ROW_HEIGHT;
    if (top > height) break;
    if (bottom >= 0) {
      lane.rows.forEach((row, index) => {
        const y = top + index * ROW_HEIGHT + (ROW_HEIGHT - BAR_HEIGHT) / 2;
        for (const piece of projectRow(row, { shown, width })) paintPiece(context, inks, { piece, y });
        paintSelected(context, inks, { row, y, scene });
      });
      for (const mark of projectMarks(lane.marks, { shown, width })) paintMark(context, inks, { mark, top });
      context.fillStyle = inks.line;
      context.fillRect(0, bottom - 0.5, width, 1);
    }
  }
  paintMilestones(context, inks, scene);
  paintArrows(context, inks, { scene, rowHeight: ROW_HEIGHT });
  if (scene.cursor !== null) paintCursor(context, inks, { x: toX(scene.cursor, shown, width), height });
};

const paintGrid = (context: Paper, inks: Inks, scene: Scene): void => {
  context.fillStyle = inks.line;
  for (const { at, isDay } of scene.ticks) {
    context.globalAlpha = isDay ? 1 : 0.5;
    context.fillRect(Math.round(toX(at, scene.shown, scene.width)), 0, 1, scene.height);
  }
  context.globalAlpha = 1;
};

type PlacedPiece = { readonly piece: Piece; readonly y: number };

const paintPiece = (context: Paper, inks: Inks, { piece, y }: PlacedPiece): void => {
  const { x, width, state, opacity, bar, isStart } = piece;
  context.fillStyle = inks.fills[state];
  if (opacity[0] === 1 && opacity[1] === 1) {
    context.fillRect(x, y, width, BAR_HEIGHT);
    context.fillStyle = inks.edges[state];
    context.fillRect(x, y, width, 1);
    context.fillRect(x, y + BAR_HEIGHT - 1, width, 1);
  } else {
    paintFading(context, inks, { piece, y });
  }
  // The start of a session, so that neighbours look separate.
  if (isStart && width > 3) {
    if (bar?.startsEarlier === true) paintTail(context, inks, { piece, y });
    else {
      context.fillStyle = inks.text;
      context.fillRect(x, y, 1.5, BAR_HEIGHT);
    }
  }
};

/** Canvas patterns cannot fade, so the surface is laid over them in steps. */
const paintFading = (context: Paper, inks: Inks, { piece, y }: PlacedPiece): void => {
  const { x, width, state, opacity } = piece;
  const steps = Math.max(1, Math.min(24, Math.floor(width / 3)));
  for (let step = 0; step < steps; step += 1) {
    context.globalAlpha = opacity[0] + ((opacity[1] - opacity[0]) * (step + 0.5)) / steps;
    context.fillStyle = inks.fills[state];
    context.fillRect(x + (width * step) / steps, y, width / steps, BAR_HEIGHT);
  }
  context.globalAlpha = 1;
};

/** A session without a recorded login fades in to the left of its first event, in steps. */
const TAIL = 18;
const TAIL_STEPS = 6;
const paintTail = (context: Paper, inks: Inks, { piece, y }: PlacedPiece): void => {
  const length = TAIL / TAIL_STEPS;
  context.fillStyle = inks.edges[piece.state];
  for (let step = 0; step < TAIL_STEPS; step += 1) {
    context.globalAlpha = (0.6 * (step + 0.5)) / TAIL_STEPS;
    context.fillRect(piece.x - TAIL + step * length, y + 2, length, BAR_HEIGHT - 4);
  }
  context.globalAlpha = 1;
};

type SelectedRow = { readonly row: Lane['rows'][number]; readonly y: number; readonly scene: Scene };

const paintSelected = (context: Paper, inks: Inks, { row, y, scene }: SelectedRow): void => {
  if (scene.selected === null) return;
  const bar = row.find(({ session }) => session.id === scene.selected);
  if (bar === undefined) return;
  const x = toX(bar.from, scene.shown, scene.width);
  context.strokeStyle = inks.text;
  context.lineWidth = 2;
  context.strokeRect(
    x - 1,
    y - 2,
    Math.max(3, toX(bar.until, scene.shown, scene.width) - x) + 2,
    BAR_HEIGHT + 4,
  );
};

type TopMark = { readonly mark: PlacedMark; readonly top: number };

/** A failed login is a cross, a reconnect a diamond. */
const paintMark = (context: Paper, inks: Inks, { mark: { x, kind }, top }: TopMark): void => {
  const y = top + ROW_HEIGHT / 2;
  const size = 5;
  context.beginPath();
  if (kind === 'FAILURE') {
    context.moveTo(x - size, y - size);
    context.lineTo(x + size, y + size);
    context.moveTo(x - size, y + size);
    context.lineTo(x + size, y - size);
    strokeTwice(context, { inner: inks.failure, outer: inks.surface });
  } else {
    context.moveTo(x, y - size - 1);
    context.lineTo(x + size, y);
    context.lineTo(x, y + size + 1);
    context.lineTo(x - size, y);
    context.closePath();
    strokeTwice(context, { inner: inks.reconnect, outer: inks.surface });
    context.fillStyle = inks.surface;
    context.fill();
  }
};

/** With a border, so that a mark is visible on any bar. */
const strokeTwice = (
  context: Paper,
  { inner, outer }: { readonly inner: string; readonly outer: string },
): void => {
  context.strokeStyle = outer;
  context.lineWidth = 5;
  context.stroke();
  context.strokeStyle = inner;
  context.lineWidth = 2.5;
  context.stroke();
};

/** A start of the host is a dashed line, a stop a solid one, a note a dotted one. */
const DASHES = { START: [4, 4], STOP: [], NOTE: [1, 4] } as const;

const paintMilestones = (context: Paper, inks: Inks, scene: Scene): void => {
  context.strokeStyle = inks.text;
  context.lineWidth = 1.5;
  for (const { at, kind } of scene.milestones) {
    const x = Math.round(toX(at, scene.shown, scene.width)) + 0.5;
    context.setLineDash([...DASHES[kind]]);
    context.beginPath();
    context.moveTo(x, 0);
    context.lineTo(x, scene.height);
    context.stroke();
  }
  context.setLineDash([]);
};

type Line = { readonly x: number; readonly height: number };

/** Paints the cursor of the time axis. */
export const paintCursor = (context: Paper, inks: Inks, { x, height }: Line): void => {
  context.fillStyle = inks.cursor;
  context.fillRect(x - 1, 0, 2, height);
};
