import type { Drawing } from './makePicture.ts';
import { escapeXml, writeElement } from './svgPaper.ts';

/** The attributes that say where something is. */
const PLACES = ['d', 'x', 'y', 'cx', 'cy', 'r', 'width', 'height', 'text-anchor'];
/** What style sheets say about the look, which a file has to say itself. */
const LOOKS = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
];
/** Invisible lines that only widen what can be clicked. */
const HELPERS = '.hit';

/** Draws an SVG element of the page as it looks. Nothing else is taken over: no links, scripts or handlers. */
export const drawElement = (svg: SVGSVGElement): Drawing => ({
  width: svg.width.baseVal.value,
  height: svg.height.baseVal.value,
  markup: [...svg.childNodes].map(write).join(''),
});

const write = (node: Node): string => {
  if (node instanceof Text) return escapeXml(node.data);
  if (!(node instanceof SVGElement) || node.matches(HELPERS)) return '';
  const content = [...node.childNodes].map(write).join('');
  if (node instanceof SVGTitleElement) return writeElement('title', {}, content);
  const style = getComputedStyle(node);
  const isGroup = node instanceof SVGAElement || node instanceof SVGGElement;
  const places = PLACES.flatMap((name) => {
    const value = node.getAttribute(name);
    return value === null ? [] : [[name, value] as const];
  });
  const looks = (isGroup ? ['opacity'] : LOOKS).map((name) => [name, style.getPropertyValue(name)] as const);
  return writeElement(isGroup ? 'g' : node.localName, Object.fromEntries([...places, ...looks]), content);
};
