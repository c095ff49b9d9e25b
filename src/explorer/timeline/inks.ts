import type { Paper } from '../picture/paper.ts';
import { readColors } from '../parts/readColors.ts';
import type { DrawnState } from './lanes.ts';

/** The colours of a canvas: those of the theme, from the style sheet. */
export type Inks = {
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly failure: string;
  readonly reconnect: string;
  readonly cursor: string;
  readonly surface: string;
  readonly font: string;
  readonly fills: Readonly<Record<DrawnState, CanvasPattern | string>>;
  readonly edges: Readonly<Record<DrawnState, string>>;
};

/** Makes a fill of tiles. */
type MakePattern = (size: number, draw: (paper: Paper) => void) => CanvasPattern | string | null;

/** Reads the colours that apply to an element, and draws the patterns, by default for a canvas. */
export const readInks = (element: Element, makePattern: MakePattern = makeCanvasPattern): Inks => {
  const { active, locked, disconnected, unknown, several, surface, ...inks } = readColors(element, COLORS);
  const edges = {
    ACTIVE: active,
    LOCKED: locked,
    DISCONNECTED: disconnected,
    UNKNOWN: unknown,
    SEVERAL: several,
  };
  const fillWith = (ink: string, draw: Draw): CanvasPattern | string =>
    makePattern(TILE, (paper) => drawTile(paper, { background: surface, ink, draw })) ?? ink;
  return {
    ...inks,
    surface,
    font: getComputedStyle(element).fontFamily,
    edges,
    fills: {
      ACTIVE: edges.ACTIVE,
      LOCKED: fillWith(edges.LOCKED, drawStripes),
      DISCONNECTED: fillWith(edges.DISCONNECTED, drawDots),
      UNKNOWN: fillWith(edges.UNKNOWN, drawCrosses),
      SEVERAL: edges.SEVERAL,
    },
  };
};

const COLORS = [
  'text',
  'muted',
  'line',
  'failure',
  'reconnect',
  'cursor',
  'surface',
  'active',
  'locked',
  'disconnected',
  'unknown',
  'several',
] as const;

type Draw = (context: Paper) => void;

/** The size of a pattern's tile in pixels. */
const TILE = 8;

/** The tile of a canvas is drawn twice as large, so that it is sharp on dense screens. */
const makeCanvasPattern: MakePattern = (size, draw) => {
  const tile = document.createElement('canvas');
  [tile.width, tile.height] = [size * 2, size * 2];
  const context = tile.getContext('2d');
  if (context === null) return null;
  context.scale(2, 2);
  draw(context);
  const pattern = context.createPattern(tile, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(0.5));
  return pattern;
};

type Tile = { readonly background: string; readonly ink: string; readonly draw: Draw };

/** States differ by pattern too: solid, striped, dotted and crossed. */
const drawTile = (context: Paper, { background, ink, draw }: Tile): void => {
  context.fillStyle = background;
  context.fillRect(0, 0, TILE, TILE);
  context.globalAlpha = 0.3;
  context.fillStyle = ink;
  context.fillRect(0, 0, TILE, TILE);
  context.globalAlpha = 1;
  context.strokeStyle = ink;
  draw(context);
};

const drawStripes: Draw = (context) => {
  context.lineWidth = 2.5;
  drawLines(context, [
    [-2, 2, 2, -2],
    [-2, 10, 10, -2],
    [6, 10, 10, 6],
  ]);
};

const drawDots: Draw = (context) => {
  for (const [x, y] of [
    [2, 2],
    [6, 6],
  ] as const) {
    context.beginPath();
    context.arc(x, y, 1.4, 0, Math.PI * 2);
    context.fill();
  }
};

const drawCrosses: Draw = (context) => {
  context.lineWidth = 0.8;
  drawLines(context, [
    [0, 0, 8, 8],
    [0, 8, 8, 0],
  ]);
};

const drawLines = (context: Paper, lines: readonly (readonly [number, number, number, number])[]): void => {
  context.beginPath();
  for (const [x1, y1, x2, y2] of lines) {
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
  }
  context.stroke();
};
