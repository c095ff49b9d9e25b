import { SaxesParser } from 'saxes';

type Element = {
  text: string;
  readonly attributes: Readonly<Record<string, string>>;
  children: Children;
  /** Its children `<Data>` without a name. */
  unnamed?: Element[];
};
type Children = Record<string, Element>;

/**
 * Parses the XML of one event to the tree of evtx_dump's JSON; null for text that is not XML.
 *
 * `<Data Name="LogonType">3</Data>` becomes the field LogonType. Several `<Data>` without a name become the list Data.
 */
export const parseEventXml = (xml: string): Readonly<Record<string, unknown>> | null => {
  const root = parse(xml) ?? parse(showControls(xml));
  const event = root?.['Event'];
  if (event === undefined) return null;
  const system = mapElements(event.children['System']?.children ?? {}, ({ text, attributes }) => ({
    '#text': text,
    '#attributes': attributes,
  }));
  const data = readData(event.children['EventData']);
  const userData = event.children['UserData'];
  if (userData === undefined) return { Event: { System: system, EventData: data } };
  const values = mapElements(userData.children, ({ children }) => mapElements(children, ({ text }) => text));
  return { Event: { System: system, EventData: data, UserData: values } };
};

/**
 * Windows writes control characters of names into its XML, which XML does not allow: an attacker could hide a login with one. They are replaced by their visible
 * symbols.
 */
const showControls = (xml: string): string =>
  xml
    .replaceAll(CONTROL, (character) => symbolOf(character.charCodeAt(0)))
    .replaceAll(REFERENCE, (_, hex?: string, decimal?: string) =>
      symbolOf(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
    );

// eslint-disable-next-line no-control-regex -- These are the characters to replace.
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const REFERENCE = /&#(?:x0{0,4}([01]?[\dA-F])|0{0,4}([12]?\d|3[01]));/gi;

const symbolOf = (code: number): string => (code < 0x20 ? String.fromCharCode(0x2400 + code) : '\uFFFD');

const readData = (eventData: Element | undefined): Readonly<Record<string, unknown>> => {
  const data = mapElements(eventData?.children ?? {}, ({ text }) => text);
  const unnamed = eventData?.unnamed ?? [];
  return unnamed.length > 1 ? { ...data, Data: unnamed.map(({ text }) => text) } : data;
};

const parse = (xml: string): Children | null => {
  const parser = new SaxesParser();
  const root: Children = Object.create(null) as Children;
  const path: Element[] = [{ text: '', attributes: {}, children: root }];
  let isBroken = false;
  parser.on('error', () => {
    isBroken = true;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { text: '', attributes, children: Object.create(null) as Children };
    const parent = path.at(-1);
    const field = name === 'Data' ? attributes['Name'] : undefined;
    if (parent !== undefined) {
      parent.children[field ?? name] = element;
      if (name === 'Data' && field === undefined) (parent.unnamed ??= []).push(element);
    }
    path.push(element);
  });
  const addText = (text: string): void => {
    const element = path.at(-1);
    if (element !== undefined) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    path.pop();
  });
  parser.write(xml).close();
  return isBroken ? null : root;
};

const mapElements = (
  elements: Children,
  map: (element: Element) => unknown,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(elements).map(([name, element]) => [name, map(element)]));
