import { isZone, parseTime } from '../state/times.ts';
import { canBeEmpty, listEdited, parseObjects, separatorOf, splitMember } from './arguments.ts';
import type { FormTexts } from './arguments.ts';
import type { Hunt, HuntArgument } from './hunt.ts';

/** What is wrong with an argument, or with a part of it: the path is `minUsers` or `openHours[0].from`, as in the API's refusals. */
export type Mistake = { readonly path: string; readonly message: string };

/**
 * Finds all values of a form that do not have the type that the schema declares, so that each field says in plain words what it needs. The API
 * checks limits that types do not contain, such as the least number of users.
 */
export const findMistakes = (hunt: Hunt, texts: FormTexts, zone: string): readonly Mistake[] =>
  listEdited(hunt).flatMap((argument) => {
    const text = texts[argument.name]?.trim();
    if (text === undefined || (text === '' && !canBeEmpty(argument))) return [];
    if (argument.kind === 'OBJECTS') return checkObjects(argument, text);
    const message = argument.isList ? checkList(argument, text) : checkValue(argument, text, zone);
    return message === null ? [] : [{ path: argument.name, message }];
  });

const checkList = (argument: HuntArgument, text: string): string | null => {
  const items = text
    .split(separatorOf(argument.kind))
    .map((item) => item.trim())
    .filter((item) => item !== '');
  if (items.length === 0 && !argument.isNullable) return 'Choose at least one.';
  return items.map((item) => checkValue(argument, item, 'UTC')).find((message) => message !== null) ?? null;
};

const checkValue = (argument: HuntArgument, text: string, zone: string): string | null => {
  const { name, kind, choices = [] } = argument;
  if (kind === 'CHOICE')
    return choices.some((choice) => choice.name === text)
      ? null
      : `${quote(text)} is not one of the values. Choose from ${listNames(choices)}.`;
  if (kind === 'MEMBER')
    return choices.some((choice) => choice.name === splitMember(text).member)
      ? null
      : `${quote(text)} does not say what it is. Choose from ${listNames(choices)}.`;
  if (kind === 'BOOLEAN')
    return text === 'true' || text === 'false' ? null : `${quote(text)} is neither true nor false.`;
  if (name === 'timeZone')
    return isZone(text)
      ? null
      : `${quote(text)} is not a time zone. Use a name such as UTC or Europe/Berlin.`;
  return CHECKS[argument.type.replaceAll(/[[\]!]/g, '')]?.({ argument, text, zone }) ?? null;
};

type Value = { readonly argument: HuntArgument; readonly text: string; readonly zone: string };

/** The checks by the names of the types in the schema. A type without one is a text. */
const CHECKS: Readonly<Record<string, (value: Value) => string | null>> = {
  Int: ({ argument, text }) => {
    if (!/^-?\d+$/.test(text))
      return `${quote(text)} is not a whole number. Use one such as ${exampleOf(argument, '10')}.`;
    return Math.abs(Number(text)) <= LARGEST_INT
      ? null
      : `${quote(text)} is too large: at most ${LARGEST_INT.toLocaleString('en')}. Use a number such as ${exampleOf(argument, '10')}.`;
  },
  Float: ({ argument, text }) =>
    /^-?\d+(?:[.]\d+)?$/.test(text)
      ? null
      : `${quote(text)} is not a number. Use one with a decimal point, such as ${exampleOf(argument, '0.5')}.`,
  Duration: ({ argument, text }) => {
    const found = DURATION.exec(text);
    const isLong = found?.some((part, index) => index > 0 && Number(part ?? 0) > 0) ?? false;
    return isLong
      ? null
      : `${quote(text)} is not a length of time above zero. Use weeks, days, hours, minutes or seconds in ISO 8601, such as ${exampleOf(argument, 'PT1H')}, PT30M or P7D.`;
  },
  DateTime: ({ text, zone }) =>
    parseTime(text, zone) === null
      ? `${quote(text)} is not a time. Use ISO 8601, such as 2026-11-16 09:00 (in ${zone}) or 2026-11-16T09:00:00Z.`
      : null,
  // Only what cannot be an address: the API checks the rest.
  CIDR: ({ text }) =>
    /^[\da-f:.]*[:.][\da-f:.]*(?:\/\d{1,3})?$/i.test(text)
      ? null
      : `${quote(text)} is not a network. Use an address or CIDR notation, such as 10.0.0.0/8 or fe80::/10, one per line.`,
};

const LARGEST_INT = 2 ** 31 - 1;

const DURATION =
  /^P(?:(\d{1,6})W|(?:(\d{1,6})D)?(?:T(?=\d)(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,9}(?:\.\d{1,6})?)S)?)?)$/;

const checkObjects = (argument: HuntArgument, text: string): readonly Mistake[] => {
  const { name, defaultValue, fields = [] } = argument;
  const objects = parseObjects(text);
  if (objects === null) {
    const message = `This is not a list as in JSON, such as ${JSON.stringify(defaultValue)}. Correct it, or press Defaults.`;
    return [{ path: name, message }];
  }
  if (objects.length === 0)
    return [{ path: name, message: 'The list is empty. Press Add for an entry, or Defaults.' }];
  return objects.flatMap((object, index) => {
    const unknown = Object.keys(object).filter((key) => !fields.some((field) => field.name === key));
    const place = `${name}[${index}]`;
    return [
      ...(unknown.length === 0
        ? []
        : [
            {
              path: place,
              message: `An entry has no ${quote(unknown.join(', '))}: only ${listNames(fields)}.`,
            },
          ]),
      ...fields.flatMap((field) => {
        const message = checkField(field, object[field.name]);
        return message === null ? [] : [{ path: `${place}.${field.name}`, message }];
      }),
    ];
  });
};

const checkField = (field: HuntArgument, value: unknown): string | null => {
  if (field.isList) {
    const items = Array.isArray(value) ? value.map(String) : [];
    return checkList({ ...field, isNullable: false }, items.join(separatorOf(field.kind)));
  }
  const text = typeof value === 'string' ? value.trim() : '';
  const clock = CLOCKS[field.name];
  if (clock === undefined) return text === '' ? 'Fill this in.' : checkValue(field, text, 'UTC');
  return clock.form.test(text)
    ? null
    : `${text === '' ? 'The time is missing.' : `${quote(text)} is not a time of day.`} Use ${clock.allowed}, such as ${clock.example}.`;
};

/** The times of day of working hours, which are texts in the schema. */
const CLOCKS: Readonly<
  Record<string, { readonly form: RegExp; readonly allowed: string; readonly example: string }>
> = {
  from: { form: /^(?:[01]\d|2[0-3]):[0-5]\d$/, allowed: '00:00 to 23:59', example: '07:00' },
  until: { form: /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, allowed: '00:00 to 24:00', example: '19:00' },
};

const exampleOf = ({ defaultValue }: HuntArgument, other: string): string =>
  typeof defaultValue === 'string' || typeof defaultValue === 'number' ? String(defaultValue) : other;

const listNames = (named: readonly { readonly name: string }[]): string =>
  named.map(({ name }) => name).join(', ');

const quote = (text: string): string => `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;

/** The argument that a path belongs to. */
export const argumentOf = (path: string): string => path.split(/[.[]/)[0] ?? path;
