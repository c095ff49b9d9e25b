/**
 * Formats a cell of a CSV table: null is empty, lists are separated by spaces.
 *
 * Attackers choose user names, and spreadsheets run cells that look like formulas. So an apostrophe is inserted before text that begins with
 * = + - @ (also after spaces or quotes, and in full width), TAB or a line end: https://owasp.org/www-community/attacks/CSV_Injection. The same
 * applies after a semicolon inside a cell, where a spreadsheet in many European languages begins the next cell, even within quotes.
 */
export const formatCell = (value: unknown): string => {
  const text = textOf(value).replace(FORMULA, "$1'");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.join(' ');
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** The positions that need an apostrophe: a formula may be preceded by spaces, invisible characters and quotes. */
const FORMULA = /(^|;)(?=[\t\r\n]|[\s\p{Cc}\p{Cf}"]*[=+\-@＝＋－＠])/gu;
