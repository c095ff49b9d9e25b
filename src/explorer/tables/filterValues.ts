import type { FilterKind, TableColumn } from './columns.ts';

/** What people type for a missing value; the page shows a dash. */
const ABSENT: ReadonlySet<string> = new Set(['–', '-', 'not known']);

/** The text of the URL for a typed text: a missing value is empty, truth is true or false, and names are those of the API. Other texts stay. */
export const readTyped = (column: TableColumn, typed: string): string => {
  const text = typed.trim();
  // A name in a log may be any text but the page's own dash.
  if (text === '–' || (column.filter !== 'TEXT' && ABSENT.has(text.toLowerCase()))) return '';
  return column.values === undefined ? text : readNames(column, text).join(',');
};

/** The names of the API in a text, which may be several with commas between them, or the words of the page. Other texts stay as they are. */
export const readNames = ({ values = {} }: TableColumn, text: string): readonly string[] =>
  text.split(',').map((part) => {
    const word = part.trim().toLowerCase();
    const found = Object.entries(values).find(
      ([name, words]) => name.toLowerCase() === word || words?.toLowerCase() === word,
    );
    return found?.[0] ?? part.trim();
  });

/** Says in plain words why a text of the URL is not a value of a column; null if it may be one. The API checks the rest. */
export const findValueMistake = (column: TableColumn, text: string): string | null => {
  const { filter = 'TEXT', title, values } = column;
  if (text === '') return null;
  if (values === undefined) {
    const form = FORMS[filter];
    return form === undefined || form.isValid(text)
      ? null
      : `${quote(text)} is not ${form.what}. Use ${form.example}, or leave it empty for those without.`;
  }
  const names = readNames(column, text);
  const wrong = names.find((name) => !Object.hasOwn(values, name));
  if (wrong !== undefined)
    return `${quote(wrong)} is not a value of ${title}. Use ${listValues(column).map(describe).join(', ')}, or leave it empty for those without.`;
  return filter === 'BOOLEAN' && names.length > 1 ? `${title} is either yes or no.` : null;
};

type Form = {
  readonly what: string;
  readonly example: string;
  readonly isValid: (text: string) => boolean;
};

const FORMS: Readonly<Partial<Record<FilterKind, Form>>> = {
  PORT: {
    what: 'a port',
    example: 'a whole number from 0 to 65535, such as 3389',
    isValid: (text) => /^\d{1,9}$/.test(text) && Number(text) <= 65_535,
  },
  ADDRESS: {
    what: 'an address',
    example: 'one of IPv4 or IPv6 without a port, such as 10.0.0.54 or fe80::1',
    isValid: (text) => /^[\da-f:.]*[:.][\da-f:.]*(?:%\S+)?$/i.test(text),
  },
  LOGIN_ID: {
    what: 'a login id',
    example: 'a hexadecimal number such as 0xf61f3, or a decimal one',
    isValid: (text) => /^(?:0x[\da-f]+|\d+)$/i.test(text),
  },
};

/** A value to choose: what is typed for it, and what it means if the name does not say that. */
export type Choice = { readonly value: string; readonly words: string | null };

/** The values that a column can have; empty when it can have any. */
export const listValues = ({ filter, values = {} }: TableColumn): readonly Choice[] =>
  Object.entries(values).map(([name, words]) =>
    filter === 'BOOLEAN' ? { value: words ?? name, words: null } : { value: name, words },
  );

const describe = ({ value, words }: Choice): string => (words === null ? value : `${value} (${words})`);

/** What the page shows for a text of the URL. */
export const showValue = (column: TableColumn, text: string): string => {
  if (text === '') return 'not known';
  if (column.values === undefined) return text;
  return readNames(column, text)
    .map((name) => column.values?.[name] ?? name)
    .join(', ');
};

const quote = (text: string): string => `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;
