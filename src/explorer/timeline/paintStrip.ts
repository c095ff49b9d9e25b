import type { Paper } from '../picture/paper.ts';
import type { Range } from '../state/times.ts';
import type { Inks } from './inks.ts';
import type { Bar, DrawnState, Lane } from './lanes.ts';
import { LIVELINESS } from './listPresent.ts';
import { projectMarks, stateOf } from './project.ts';
import { toX } from './scale.ts';

export const STRIP_HEIGHT = 40;
const MARGIN = 3;
/** More lanes than rows of pixels share them. */
const MOST_BANDS = STRIP_HEIGHT - 2 * MARGIN;
/** The opacity of what nothing proves. */
const UNPROVEN = 0.4;

type Strip = { readonly lanes: readonly Lane[]; readonly range: Range; readonly width: number };

/**
 * Paints all lanes of the whole range in a strip. Each pixel is painted at most once, because a rectangle for each of 50,000 sessions takes several
 * frames: where sessions share a pixel it shows what is proven before what is not, and the liveliest state.
 */
export const paintStrip = (context: Paper, inks: Inks, strip: Strip): void => {
  const { lanes, range, width } = strip;
  context.clearRect(0, 0, width, STRIP_HEIGHT);
  const bands = Math.min(MOST_BANDS, lanes.length);
  const step = MOST_BANDS / Math.max(1, bands);
  const height = Math.max(1, Math.min(6, step - 1));
  for (let band = 0; band < bands; band += 1) {
    const [first, end] = [band, band + 1].map((count) => Math.floor((count * lanes.length) / bands));
    const shown = lanes.slice(first, end);
    const y = MARGIN + band * step;
    const pixels = new Uint8Array(Math.max(0, Math.ceil(width)));
    for (const { rows } of shown) for (const row of rows) for (const bar of row) addBar(pixels, bar, strip);
    paintPixels(context, inks, { pixels, y, height });
    context.fillStyle = inks.failure;
    const marks = shown.flatMap((lane) => lane.marks);
    for (const { x, kind } of projectMarks(marks, { shown: range, width })) {
      if (kind === 'FAILURE') context.fillRect(x - 1, y, 2, Math.max(2, height));
    }
  }
};

/** What a pixel can show, the least first: the states without proof, then those with it. Its number in a pixel is one more, because 0 is nothing. */
const LOOKS = [false, true].flatMap((isProven) =>
  LIVELINESS.toReversed().map((state) => ({ state, isProven })),
);

/** Notes a bar in the pixels of its lane. */
const addBar = (pixels: Uint8Array, bar: Bar, { range, width }: Strip): void => {
  const add = ({ from, until }: Range, look: number): void => {
    const first = Math.max(0, Math.floor(toX(from, range, width)));
    const end = Math.min(pixels.length, Math.max(first + 1, Math.ceil(toX(until, range, width))));
    for (let x = first; x < end; x += 1) if ((pixels[x] ?? 0) < look) pixels[x] = look;
  };
  const pixelMs = (range.until - range.from) / width;
  // A single short session is visible, too.
  if (bar.until - bar.from < pixelMs)
    return add({ from: bar.from, until: bar.from + NARROWEST_PIXELS * pixelMs }, lookOf(stateOf(bar), true));
  const proof = bar.fadesFrom ?? bar.until;
  for (const { from, until, state } of bar.periods) {
    if (from < proof) add({ from, until: Math.min(until, proof) }, lookOf(state, true));
    if (until > proof) add({ from: Math.max(from, proof), until }, lookOf(state, false));
  }
};

const NARROWEST_PIXELS = 2;

const lookOf = (state: DrawnState, isProven: boolean): number =>
  (isProven ? LIVELINESS.length : 0) + LIVELINESS.length - LIVELINESS.indexOf(state);

type Band = { readonly pixels: Uint8Array; readonly y: number; readonly height: number };

/** Paints a rectangle for pixels beside each other that look the same. */
const paintPixels = (context: Paper, inks: Inks, { pixels, y, height }: Band): void => {
  for (let x = 0, end = 0; x < pixels.length; x = end) {
    while (end < pixels.length && pixels[end] === pixels[x]) end += 1;
    const look = LOOKS[(pixels[x] ?? 0) - 1];
    if (look === undefined) continue;
    context.fillStyle = inks.edges[look.state];
    context.globalAlpha = look.isProven ? 1 : UNPROVEN;
    context.fillRect(x, y, end - x, height);
  }
  context.globalAlpha = 1;
};
