import { formatTime, parseTime, toIso } from '../state/times.ts';
import type { Range } from '../state/times.ts';
import type { Hunt, HuntArgument } from './hunt.ts';

/** What the page gives to every hunt. */
export type HuntFrame = { readonly range: Range; readonly zone: string; readonly isNoiseShown: boolean };

/** Texts of a form by the names of their arguments. An argument without a text has its default. */
export type FormTexts = Readonly<Record<string, string>>;

/** The arguments that the form of a hunt has. The others are set for the whole page. */
export const listEdited = (hunt: Hunt): readonly HuntArgument[] =>
  hunt.arguments.filter(({ name }) => name !== 'range' && name !== 'excludeNoise');

/** The text of an argument that was not edited: its default, or what the page suggests. */
export const defaultText = (
  { name, kind, isList, isRequired, defaultValue }: HuntArgument,
  frame: HuntFrame,
): string => {
  if (isRequired && kind === 'TIME') return formatTime(frame.range.until, frame.zone);
  if (isRequired && name === 'timeZone') return frame.zone;
  if (defaultValue === undefined || defaultValue === null) return '';
  if (isList && kind !== 'OBJECTS' && Array.isArray(defaultValue))
    return defaultValue.join(separatorOf(kind));
  return typeof defaultValue === 'string' ? defaultValue : JSON.stringify(defaultValue);
};

/** Choices are ticked and stand in one line of the URL; other lists are typed in lines. */
export const separatorOf = (kind: HuntArgument['kind']): string => (kind === 'CHOICE' ? ',' : '\n');

/** The texts that differ from the defaults; the URL has only these. */
export const keepEdited = (hunt: Hunt, texts: FormTexts, frame: HuntFrame): FormTexts =>
  Object.fromEntries(
    listEdited(hunt).flatMap((argument) => {
      const text = texts[argument.name]?.trim() ?? '';
      const isDefault = text === defaultText(argument, frame) || (text === '' && !canBeEmpty(argument));
      return isDefault ? [] : [[argument.name, text]];
    }),
  );

/** An empty list differs from a list that has its default: it means nothing, or everything where null is allowed. */
export const canBeEmpty = ({ isList, kind }: HuntArgument): boolean => isList && kind !== 'OBJECTS';

export type HuntVariables = Readonly<Record<string, unknown>>;

/** The variables of a hunt, or the arguments that must be filled in first. What is not valid is passed on as it is; `findMistakes` finds it. */
export const readVariables = (
  hunt: Hunt,
  texts: FormTexts,
  frame: HuntFrame,
): { readonly variables: HuntVariables; readonly missing: readonly string[] } => {
  const { from, until } = frame.range;
  const values: (readonly [string, unknown])[] = [];
  const missing: string[] = [];
  for (const argument of hunt.arguments) {
    const { name } = argument;
    const text = texts[name] ?? (argument.isRequired ? defaultText(argument, frame) : undefined);
    if (name === 'range') values.push([name, { from: toIso(from), until: toIso(until) }]);
    else if (name === 'excludeNoise') values.push([name, !frame.isNoiseShown]);
    else if (text === undefined || (text === '' && !canBeEmpty(argument))) {
      if (argument.isRequired) missing.push(name);
    } else values.push([name, readText(argument, text, frame.zone)]);
  }
  return { variables: Object.fromEntries(values), missing };
};

const readText = (argument: HuntArgument, text: string, zone: string): unknown => {
  const { kind, isList, isNullable } = argument;
  if (kind === 'OBJECTS') return readJson(text);
  if (!isList) return readValue(kind, text, zone);
  const items = text
    .split(separatorOf(kind))
    .map((item) => item.trim())
    .filter((item) => item !== '');
  return items.length === 0 && isNullable ? null : items.map((item) => readValue(kind, item, zone));
};

const readValue = (kind: HuntArgument['kind'], text: string, zone: string): unknown => {
  if (kind === 'NUMBER') return /^-?\d+(?:[.]\d+)?$/.test(text) ? Number(text) : text;
  if (kind === 'BOOLEAN') return text === 'true' ? true : text === 'false' ? false : text;
  if (kind === 'TIME') {
    const time = parseTime(text, zone);
    return time === null ? text : toIso(time);
  }
  if (kind !== 'MEMBER') return text;
  const { member, value } = splitMember(text);
  return { [member]: value };
};

/** Splits `hostname:RDP1` into the member of an input and its value. */
export const splitMember = (text: string): { readonly member: string; readonly value: string } => {
  const colon = text.indexOf(':');
  return colon < 0
    ? { member: '', value: text }
    : { member: text.slice(0, colon), value: text.slice(colon + 1) };
};

/** The objects of a text; null when it is not a list of objects. */
export const parseObjects = (text: string): readonly Readonly<Record<string, unknown>>[] | null => {
  const value = readJson(text);
  const isList = Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null);
  return isList ? (value as readonly Readonly<Record<string, unknown>>[]) : null;
};

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
};

/** Whether a hunt can leave out noise. The others always read all events. */
export const canLeaveOutNoise = (hunt: Hunt): boolean =>
  hunt.arguments.some(({ name }) => name === 'excludeNoise');

/** Whether a hunt can be counted for a range without further input, as the cards of the overview do. */
export const needsNoInput = (hunt: Hunt, frame: HuntFrame): boolean =>
  readVariables(hunt, {}, frame).missing.length === 0;
