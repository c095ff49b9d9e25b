/**
 * Formats an array parameter: `{"a",NULL,"b\"c"}`. pg would produce the same text, but with two regular expressions per element, which
 * costs half as much as the statement itself.
 */
export const arrayParameter = (values: readonly (string | number | boolean | null)[]): string => {
  let text = '{';
  for (const value of values) {
    if (text.length > 1) text += ',';
    if (value === null) text += 'NULL';
    else if (typeof value === 'string') text += `"${MUST_ESCAPE.test(value) ? escape(value) : value}"`;
    else text += String(value);
  }
  return `${text}}`;
};

const MUST_ESCAPE = /["\\]/;

/** Two replacements of a text take half the time of one with a regular expression. */
const escape = (value: string): string =>
  value.replaceAll('\\', String.raw`\\`).replaceAll('"', String.raw`\"`);
