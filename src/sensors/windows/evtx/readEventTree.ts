import type { Fields } from '../../fields.ts';

import { Unreadable } from './cursor.ts';
import { BINARY_XML_TYPE, formatValue, isArrayType, listItems, NULL_TYPE } from './formatValue.ts';
import type { ValueRange } from './formatValue.ts';
import { isElement, isSubstitution } from './parseBinaryXml.ts';
import type { Attribute, Element, Part } from './parseBinaryXml.ts';
import { readFragment } from './readFragment.ts';
import type { Fragment, ParsedChunk } from './readFragment.ts';

/**
 * What may still be read from a record: a template can use a value many times, and values can contain templates, so that a few bytes could
 * stand for any amount of text.
 */
type Reading = ParsedChunk & { left: number };

/** A record has at most 64 KiB, and most of its text is used once. */
const MAX_COST = 4 * 65_536;

/**
 * Reads the binary XML between two places of a chunk as the tree of evtx_dump's JSON, as parseEventXml does with XML.
 *
 * @throws Unreadable
 */
export const readEventTree = (parsed: ParsedChunk, start: number, end: number): Fields => {
  const reading: Reading = { ...parsed, left: MAX_COST };
  const root = readFragment(parsed, start, end);
  if (root.element.name !== 'Event') throw new Unreadable('not an event');
  const event: { System?: Fields; EventData?: Fields; UserData?: Fields } = {};
  for (const child of listChildren(reading, root)) {
    switch (child.element.name) {
      case 'System':
        event.System = readFields(reading, child, readSystemField);
        break;
      case 'EventData':
        event.EventData = readFields(reading, child, readText);
        break;
      case 'UserData':
        event.UserData = readFields(reading, child, readValuesOf);
        break;
      default:
    }
  }
  return { Event: event };
};

type ReadField = (reading: Reading, fragment: Fragment) => unknown;

/**
 * Reads the children of an element; `<Data Name="LogonType">3</Data>` becomes the field LogonType. Several `<Data>` without a name become the list
 * Data.
 */
const readFields = (reading: Reading, parent: Fragment, read: ReadField): Fields => {
  const fields: Record<string, unknown> = {};
  const unnamed: unknown[] = [];
  for (const child of listChildren(reading, parent)) {
    const name = nameOf(reading, child);
    const value = read(reading, child);
    // An assignment would set the prototype.
    if (name === '__proto__') Object.defineProperty(fields, name, { value, enumerable: true });
    else fields[name] = value;
    if (name === 'Data') unnamed.push(value);
  }
  if (unnamed.length > 1) fields['Data'] = unnamed;
  return fields;
};

const nameOf = (reading: Reading, fragment: Fragment): string => {
  const { name, attributes } = fragment.element;
  if (name !== 'Data') return name;
  const attribute = attributes.find((one) => one.name === 'Name');
  return attribute === undefined ? name : joinText(reading, fragment, attribute.content);
};

const readSystemField: ReadField = (reading, fragment) => {
  const attributes: Record<string, string> = {};
  for (const attribute of fragment.element.attributes) {
    if (isLeftOut(fragment, attribute)) continue;
    attributes[attribute.name] = joinText(reading, fragment, attribute.content);
  }
  return { '#text': readText(reading, fragment), '#attributes': attributes };
};

const readValuesOf: ReadField = (reading, fragment) => readFields(reading, fragment, readText);

const readText = (reading: Reading, fragment: Fragment): string =>
  joinText(reading, fragment, fragment.element.content);

/** Joins the text of a content. Children do not belong to it. */
const joinText = (reading: Reading, { values }: Fragment, content: readonly Part[]): string => {
  let joined = '';
  for (const part of content) {
    if (typeof part === 'string') {
      spend(reading, part.length);
      joined += part;
    } else if (isSubstitution(part)) {
      const value = valueAt(values, part.index);
      if (value.type === BINARY_XML_TYPE) continue;
      spend(reading, value.end - value.start);
      joined += formatValue(reading.chunk, value);
    }
  }
  return joined;
};

/** Lists the children of an element: those in its content, and those that are values. */
const listChildren = (reading: Reading, parent: Fragment): readonly Fragment[] => {
  const { values } = parent;
  const children: Fragment[] = [];
  for (const part of parent.element.content) {
    if (isElement(part)) {
      spend(reading, 1);
      if (!isElementLeftOut(part, values)) addChild(reading, children, { element: part, values });
    } else if (isSubstitution(part)) {
      const { type, start, end } = valueAt(values, part.index);
      if (type !== BINARY_XML_TYPE || start === end) continue;
      spend(reading, end - start);
      children.push(readFragment(reading, start, end));
    }
  }
  return children;
};

/** An element whose content is an array stands for one element per item, and for an empty one if there are no items. */
const addChild = (reading: Reading, children: Fragment[], child: Fragment): void => {
  const { element, values } = child;
  const [part] = element.content;
  const value = part !== undefined && isSubstitution(part) ? values[part.index] : undefined;
  if (element.content.length !== 1 || value === undefined || !isArrayType(value.type)) {
    children.push(child);
    return;
  }
  spend(reading, value.end - value.start);
  const texts = listItems(reading.chunk, value).map((item) => formatValue(reading.chunk, item));
  for (const text of texts.length === 0 ? [''] : texts) {
    children.push({ element: { ...element, content: [text] }, values });
  }
};

const isElementLeftOut = ({ dependency, content }: Element, values: readonly ValueRange[]): boolean =>
  (dependency >= 0 && values[dependency]?.type === NULL_TYPE) || hasOptionalNull(content, values);

const isLeftOut = ({ values }: Fragment, { content }: Attribute): boolean => hasOptionalNull(content, values);

const hasOptionalNull = (content: readonly Part[], values: readonly ValueRange[]): boolean =>
  content.some((part) => isSubstitution(part) && part.isOptional && values[part.index]?.type === NULL_TYPE);

const valueAt = (values: readonly ValueRange[], index: number): ValueRange => {
  const value = values[index];
  if (value === undefined) throw new Unreadable('a value that the record does not have');
  return value;
};

const spend = (reading: Reading, cost: number): void => {
  reading.left -= cost;
  if (reading.left < 0) throw new Unreadable('more text than a record can have');
};
