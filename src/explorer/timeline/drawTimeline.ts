import type { Drawing } from '../picture/makePicture.ts';
import { makeSvgPaper, writeElement } from '../picture/svgPaper.ts';
import type { Paper } from '../picture/paper.ts';
import { readInks } from './inks.ts';
import type { Inks } from './inks.ts';
import { countRows } from './lanes.ts';
import type { DrawnState } from './lanes.ts';
import { AXIS_HEIGHT, paintAxis } from './paintAxis.ts';
import { paintLanes, ROW_HEIGHT } from './paintLanes.ts';
import type { Scene } from './paintLanes.ts';
import { STATE_NAMES } from './stateNames.ts';

/** A file has at most this many rows, because browsers limit the size of pictures. */
export const MOST_ROWS_IN_FILE = 300;

const NAMES_WIDTH = 200;
const LEGEND_HEIGHT = 34;

/** Draws a timeline with the names of its lanes and its legend as SVG: all lanes, also those that are scrolled out of sight. */
export const drawTimeline = (scene: Scene, zone: string, element: Element): Drawing => {
  const lanes = scene.lanes.filter((lane) => lane.firstRow + countRows(lane) <= MOST_ROWS_IN_FILE);
  const rowCount = lanes.reduce((sum, lane) => sum + countRows(lane), 0);
  const height = rowCount * ROW_HEIGHT;
  const whole: Scene = { ...scene, lanes, height, scrolled: 0 };
  const page = makeSvgPaper();
  const inks = readInks(element, page.makePattern);
  paintNames(page.paper, inks, whole);
  const [axis, body] = [makeSvgPaper(), makeSvgPaper()];
  paintAxis(axis.paper, inks, { scene: whole, zone });
  paintLanes(body.paper, inks, whole);
  const legend = makeSvgPaper();
  paintLegend(legend.paper, inks);
  const width = NAMES_WIDTH + scene.width;
  const part = (y: number, [x, wide, high]: readonly [number, number, number], markup: string): string =>
    writeElement('svg', { x, y, width: wide, height: high }, markup);
  return {
    width,
    height: AXIS_HEIGHT + height + LEGEND_HEIGHT,
    markup: [
      page.toMarkup(),
      part(0, [NAMES_WIDTH, scene.width, AXIS_HEIGHT], axis.toMarkup()),
      part(AXIS_HEIGHT, [NAMES_WIDTH, scene.width, height], body.toMarkup()),
      part(AXIS_HEIGHT + height, [0, width, LEGEND_HEIGHT], legend.toMarkup()),
    ].join(''),
  };
};

const paintNames = (paper: Paper, inks: Inks, { lanes }: Scene): void => {
  paper.font = `13px ${inks.font}`;
  for (const lane of lanes) {
    const y = AXIS_HEIGHT + lane.firstRow * ROW_HEIGHT;
    paper.fillStyle = lane.name === null ? inks.muted : inks.text;
    paper.fillText(fit(paper, lane.name ?? 'not known'), 0, y + 16);
    paper.fillStyle = inks.line;
    paper.fillRect(0, y + countRows(lane) * ROW_HEIGHT - 0.5, NAMES_WIDTH, 1);
  }
};

/** The beginning of a name that fits into the column. */
const fit = (paper: Paper, name: string): string => {
  // No more characters than this fit, even narrow ones.
  let text = name.slice(0, 80);
  while (text.length > 1 && paper.measureText(`${text}…`).width > NAMES_WIDTH - 12) text = text.slice(0, -1);
  return text === name ? name : `${text}…`;
};

const paintLegend = (paper: Paper, inks: Inks): void => {
  paper.font = `12px ${inks.font}`;
  let x = 0;
  const addLabel = (text: string): void => {
    paper.fillStyle = inks.muted;
    paper.fillText(text, x, 22);
    x += paper.measureText(text).width + 18;
  };
  for (const state of Object.keys(STATE_NAMES) as DrawnState[]) {
    paper.fillStyle = inks.fills[state];
    paper.fillRect(x, 11, 26, 13);
    paper.strokeStyle = inks.edges[state];
    paper.lineWidth = 1;
    paper.strokeRect(x + 0.5, 11.5, 25, 12);
    x += 32;
    addLabel(STATE_NAMES[state]);
  }
  for (const text of ['✕ failed login', '◇ reconnect', 'fading: not proven']) addLabel(text);
};
