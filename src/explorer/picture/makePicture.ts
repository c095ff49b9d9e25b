import { escapeText } from '../parts/escapeText.ts';
import { readColors } from '../parts/readColors.ts';
import { makeSvgPaper, writeElement } from './svgPaper.ts';
import { wrapText } from './wrapText.ts';

/** SVG elements of a size in pixels. */
export type Drawing = { readonly width: number; readonly height: number; readonly markup: string };

type Caption = {
  readonly title: string;
  /** The range, the zone and what else limits what is drawn, line by line. */
  readonly facts: readonly string[];
};

/** A picture as an SVG file. */
export type Picture = { readonly svg: string; readonly width: number; readonly height: number };

const MARGIN = 16;
const [TITLE_HEIGHT, LINE_HEIGHT] = [26, 18];

/** Puts a drawing into a file with what it shows printed above, in the colours of the theme that apply to an element. */
export const makePicture = (drawing: Drawing, { title, facts }: Caption, element: Element): Picture => {
  const { text, muted, surface } = readColors(element, ['text', 'muted', 'surface']);
  const family = getComputedStyle(element).fontFamily;
  const { paper, toMarkup } = makeSvgPaper();
  paper.font = `13px ${family}`;
  const lines = facts.flatMap((fact) =>
    wrapText(fact, (line) => paper.measureText(escapeText(line)).width <= drawing.width),
  );
  const top = MARGIN + TITLE_HEIGHT + lines.length * LINE_HEIGHT;
  const [width, height] = [drawing.width + 2 * MARGIN, top + drawing.height + MARGIN];
  paper.fillStyle = surface;
  paper.fillRect(0, 0, width, height);
  paper.fillStyle = text;
  paper.font = `600 16px ${family}`;
  paper.fillText(title, MARGIN, MARGIN + 14);
  paper.fillStyle = muted;
  paper.font = `13px ${family}`;
  for (const [index, line] of lines.entries())
    paper.fillText(line, MARGIN, MARGIN + TITLE_HEIGHT + index * LINE_HEIGHT + 12);
  // What is drawn beyond its frame is cut.
  const inner = writeElement(
    'svg',
    { x: MARGIN, y: top, width: drawing.width, height: drawing.height },
    drawing.markup,
  );
  const svg = writeElement(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` },
    `${toMarkup()}${inner}`,
  );
  return { svg, width, height };
};
