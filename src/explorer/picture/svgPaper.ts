import { escapeText } from '../parts/escapeText.ts';
import type { Paper } from './paper.ts';

/** Paper whose drawing is SVG. */
export type SvgPaper = {
  readonly paper: Paper;
  /** Makes a fill of tiles, as a canvas pattern is. */
  readonly makePattern: (size: number, draw: (paper: Paper) => void) => string;
  /** The elements drawn so far. */
  readonly toMarkup: () => string;
};

/** Numbers the patterns of all papers, because several may be in one file. */
let lastId = 0;

/** Makes paper for the painters of the canvas. It has what they use: rectangles, paths of lines and circles, text, alpha and dashes. */
export const makeSvgPaper = (): SvgPaper => {
  const elements: string[] = [];
  const definitions: string[] = [];
  let path = '';
  let dashes: readonly number[] = [];
  const define = (make: (id: string) => string): string => {
    lastId += 1;
    const id = `paint-${lastId}`;
    definitions.push(make(id));
    return `url(#${id})`;
  };
  const add = (name: string, attributes: Attributes, content = ''): void => {
    const alpha = paper.globalAlpha === 1 ? {} : { opacity: round(paper.globalAlpha) };
    elements.push(writeElement(name, { ...attributes, ...alpha }, content));
  };
  const strokeOf = (): Attributes => ({
    stroke: paint(paper.strokeStyle),
    'stroke-width': paper.lineWidth,
    ...(dashes.length > 0 && { 'stroke-dasharray': dashes.join(' ') }),
    fill: 'none',
  });
  const addRectangle = (box: readonly number[], look: Attributes): void => {
    const [x = 0, y = 0, width = 0, height = 0] = box;
    add('rect', { x: round(x), y: round(y), width: round(width), height: round(height), ...look });
  };
  const paper: Paper = {
    fillStyle: '#000',
    strokeStyle: '#000',
    lineWidth: 1,
    globalAlpha: 1,
    font: '12px sans-serif',
    textBaseline: 'alphabetic',
    clearRect: () => {},
    setLineDash: (next) => {
      dashes = [...next];
    },
    fillRect: (...box) => addRectangle(box, { fill: paint(paper.fillStyle) }),
    strokeRect: (...box) => addRectangle(box, strokeOf()),
    beginPath: () => {
      path = '';
    },
    moveTo: (x, y) => {
      path += `M${round(x)},${round(y)}`;
    },
    lineTo: (x, y) => {
      path += `L${round(x)},${round(y)}`;
    },
    closePath: () => {
      path += 'Z';
    },
    // Only whole circles are drawn.
    arc: (x, y, radius) => {
      const r = round(radius);
      path += `M${round(x - radius)},${round(y)}a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0`;
    },
    stroke: () => add('path', { d: path, ...strokeOf() }),
    fill: () => add('path', { d: path, fill: paint(paper.fillStyle) }),
    fillText: (text, x, y) =>
      add(
        'text',
        { x: round(x), y: round(y), fill: paint(paper.fillStyle), ...fontOf(paper.font) },
        escapeXml(escapeText(text)),
      ),
    measureText: (text) => {
      const context = document.createElement('canvas').getContext('2d');
      if (context === null) throw new Error('The browser has no canvas.');
      context.font = paper.font;
      return context.measureText(text);
    },
  };
  return {
    paper,
    makePattern: (size, draw) => {
      const tile = makeSvgPaper();
      draw(tile.paper);
      const frame = { width: size, height: size, patternUnits: 'userSpaceOnUse' };
      return define((id) => writeElement('pattern', { id, ...frame }, tile.toMarkup()));
    },
    toMarkup: () => `${writeElement('defs', {}, definitions.join(''))}${elements.join('')}`,
  };
};

type Attributes = Readonly<Record<string, string | number>>;

/** Writes an element. The content is markup; values of attributes are text. */
export const writeElement = (name: string, attributes: Attributes, content = ''): string => {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  return `<${name}${written.join('')}>${content}</${name}>`;
};

/** Text that is not markup. */
export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Fills of files are colours and the addresses of patterns. */
const paint = (style: string | CanvasGradient | CanvasPattern): string =>
  typeof style === 'string' ? style : 'none';

const round = (value: number): number => Math.round(value * 100) / 100;

/** The attributes of `600 12px system-ui`. */
const fontOf = (font: string): Attributes => {
  const [, weight, size = '12', family = 'sans-serif'] = /^(?:(\d+) )?(\d+)px (.+)$/.exec(font) ?? [];
  return {
    'font-size': size,
    'font-family': family,
    ...(weight !== undefined && { 'font-weight': weight }),
  };
};
