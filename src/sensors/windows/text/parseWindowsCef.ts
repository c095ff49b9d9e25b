import type { Fields } from '../../fields.ts';

/** A key that is in an extension twice: its value is not certain. */
export const AMBIGUOUS = Symbol('ambiguous');

/**
 * Parses an event of Windows in ArcSight's Common Event Format; null for other text. The text of a connector or of Snare:
 * `CEF:0|Microsoft|Microsoft Windows|…|Microsoft-Windows-Security-Auditing:4624|…|Low|externalId=4624 …`. NXLog and others write only the number of the
 * event, or leave it in externalId.
 * https://www.microfocus.com/documentation/arcsight/arcsight-smartconnectors-8.4/cef-implementation-standard
 * https://docs.nxlog.co/refman/current/xm/cef.html
 */
export const parseWindowsCef = (text: string): Fields | null => {
  if (!text.startsWith('CEF:')) return null;
  const [, vendor, product, signature, name, extension] = HEADER.exec(text) ?? [];
  const [, provider, eventId = '0'] = SIGNATURE.exec(signature ?? '') ?? [];
  const isWindows = /windows|snare|nxlog/i.test(product ?? '');
  if (provider === undefined ? !isWindows : !isWindows && vendor !== 'Microsoft') return null;
  const fields = parseExtension(extension ?? '');
  const number = eventId === '0' ? (fields['externalId'] ?? fields['EventID']) : eventId;
  if (typeof number !== 'string' || !/^[1-9]\d{0,4}$/.test(number)) return null;
  return { provider, eventId: number, name, CEF: fields, lastKey: Object.keys(fields).at(-1) };
};

/** Version, vendor, product, version, signature, name, severity and extension. `|` in a value is written as `\|`. */
const HEADER =
  /^CEF:\s?\d+\|((?:[^\\|]|\\.)*)\|((?:[^\\|]|\\.)*)\|(?:[^\\|]|\\.)*\|((?:[^\\|]|\\.)*)\|((?:[^\\|]|\\.)*)\|(?:[^\\|]|\\.)*\|(.*)$/s;
const SIGNATURE = /^(?:(Microsoft-Windows-[\w-]+|EventLog):)?(\d{1,5})$/i;

/** Values contain spaces, and `=` only as `\=`: a value ends before the next word with an equals sign. */
const parseExtension = (text: string): Fields => {
  const keys = [...text.matchAll(KEY)];
  const fields: Record<string, string | typeof AMBIGUOUS> = {};
  keys.forEach(({ 0: match, 1: key = '', index }, at) => {
    const value = text.slice(index + match.length, keys[at + 1]?.index).trim();
    fields[key] = Object.hasOwn(fields, key) ? AMBIGUOUS : value.replaceAll(ESCAPED, unescape);
  });
  return fields;
};

const KEY = /(?<=^|\s)(\w{1,40})=/g;
const ESCAPED = /\\(.)/gs;

const unescape = (_: string, character: string): string => {
  if (character === 'n') return '\n';
  return character === 'r' ? '\r' : character;
};
