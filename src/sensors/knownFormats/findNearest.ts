import { asFields } from '../fields.ts';

import { KNOWN_FORMATS } from './knownFormats.ts';

/**
 * Names the known format that a record resembles most and where it differs; null if it resembles none. The text has no values of the record, only
 * those of samples.
 */
export const findNearest = (value: unknown): string | null =>
  typeof value === 'string' ? nearestLine(value) : nearestObject(value);

/** Makes a findNearest that compares records of the same form once, and at most MAX_FORMS forms: a record of a hostile input may have any form. */
export const makeFindNearest = (): typeof findNearest => {
  const found = new Map<string, string | null>();
  return (value) => {
    const form =
      typeof value === 'string' ? tokensOf(value).map(kindOf).join('') : listPaths(value).join('\n');
    const known = found.get(form);
    if (known !== undefined || found.size >= MAX_FORMS) return known ?? null;
    const nearest = findNearest(value);
    found.set(form, nearest);
    return nearest;
  };
};

const MAX_FORMS = 100;

/** The names of the members of an object, and of their members: `winlog`, `winlog.channel`. */
const listPaths = (value: unknown): readonly string[] =>
  Object.entries(asFields(value))
    .slice(0, MAX_MEMBERS)
    .flatMap(([name, member]) => [
      name,
      ...Object.keys(asFields(member))
        .slice(0, MAX_MEMBERS)
        .map((inner) => `${name}.${inner}`),
    ]);

const MAX_MEMBERS = 100;

const MAX_COMPARED = 80;

/** The words, numbers, spaces and other characters of the beginning of a line. */
const tokensOf = (line: string): readonly string[] =>
  line.slice(0, MAX_COMPARED).match(/[A-Za-z]+|\d+|\s+|./gs) ?? [];

/** Words are alike, numbers are alike; any other character is like itself only. */
const kindOf = (token: string): string => {
  if (/^[A-Za-z]/.test(token)) return 'a';
  if (/^\d/.test(token)) return '9';
  return /^\s/.test(token) ? ' ' : token;
};

const OBJECTS = KNOWN_FORMATS.flatMap(({ name, sample }) =>
  sample?.startsWith('{') === true ? [{ name, paths: listPaths(JSON.parse(sample)) }] : [],
);

const nearestObject = (value: unknown): string | null => {
  const given = new Set(listPaths(value));
  const compared = OBJECTS.map(({ name, paths }) => {
    const missing = paths.filter((path) => !given.has(path));
    return { name, missing, shared: paths.length - missing.length, share: 1 - missing.length / paths.length };
  });
  const [first] = compared.toSorted((a, b) => b.share - a.share);
  if (first === undefined || first.shared < MIN_SHARED) return null;
  const { name, missing } = first;
  if (missing.length === 0) return `it has the fields of ${plain(name)}, but not its values`;
  // Without the members of an object that is missing itself.
  const roots = missing.filter((path) => !missing.includes(path.split('.')[0] ?? '') || !path.includes('.'));
  const more = roots.length > MAX_NAMED ? ` and ${roots.length - MAX_NAMED} more` : '';
  return `it resembles ${plain(name)}, but has no ${roots.slice(0, MAX_NAMED).join(', ')}${more}`;
};

/** One field, such as a time or a message, is in most formats. */
const MIN_SHARED = 2;
const MAX_NAMED = 4;

const LINES = KNOWN_FORMATS.flatMap(({ name, sample }) => {
  const [line = ''] = sample?.split('\n') ?? [];
  return line === '' || line.startsWith('{') ? [] : [{ name, tokens: tokensOf(line) }];
});

const nearestLine = (text: string): string | null => {
  const given = tokensOf(text);
  const compared = LINES.map(({ name, tokens }) => {
    const differs = tokens.findIndex((token, index) => kindOf(token) !== kindOf(given[index] ?? ''));
    return { name, tokens, equal: differs < 0 ? tokens.length : differs };
  });
  const [first] = compared.toSorted((a, b) => b.equal - a.equal);
  // Lines of all kinds have a priority.
  const least = text.startsWith('<') ? MIN_TOKENS + PRIORITY_TOKENS : MIN_TOKENS;
  if (first === undefined || first.equal < least) return null;
  const { name, tokens, equal } = first;
  const [before, after] = [tokens.slice(0, equal), tokens.slice(equal)].map((some) => some.join(''));
  return `it resembles ${plain(name)}, in which \`${before ?? ''}\` is followed by \`${(after ?? '').slice(0, MAX_SHOWN)}\``;
};

/** As many as the date of RFC 3164 has before its time. */
const MIN_TOKENS = 4;
const PRIORITY_TOKENS = 3;
const MAX_SHOWN = 30;

const plain = (name: string): string => name.replaceAll('`', '');
