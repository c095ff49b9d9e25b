/**
 * The text of one cell of a table in CSV: nothing for null, lists with spaces between.
 *
 * Whoever logs in chooses a user name, and spreadsheets run cells that look like formulas. So an apostrophe is put in front of what
 * begins with = + - @ (also after spaces or quotes, and in full width), TAB or a line end:
 * https://owasp.org/www-community/attacks/CSV_Injection. Likewise within a cell after a semicolon, where a spreadsheet set to many a
 * European language begins the next one, whatever quotes say.
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

/** Where an apostrophe belongs: spaces, what is invisible and quotes do not keep a formula from being one. */
const FORMULA = /(^|;)(?=[\t\r\n]|[\s\p{Cc}\p{Cf}"]*[=+\-@＝＋－＠])/gu;
