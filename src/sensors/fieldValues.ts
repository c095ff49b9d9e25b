import { canonicalAddress } from '../model/values/ipAddress.ts';

import type { Fields } from './fields.ts';

/** Returns the text of a field that contains the name of a user, domain or host; undefined if it is not known. */
export const readName = (fields: Fields, field: string): string | undefined => {
  const text = readText(fields, field);
  if (NO_NAME.has(text)) return undefined;
  return CONTROL_CHARACTER.test(text) ? showControlCharacters(text) : text;
};

/** Returns the text of a field that contains a SID, logon id, address or port; undefined if it is not known. */
export const readValue = (fields: Fields, field: string): string | undefined => {
  const text = readText(fields, field);
  return NOT_KNOWN.test(text) ? undefined : text;
};

/** Returns `DOMAIN\name`, or only the name if the domain is not known. */
export const readUser = (fields: Fields, domainField: string, nameField: string): string | undefined => {
  const name = readName(fields, nameField);
  const domain = readName(fields, domainField);
  return name === undefined || domain === undefined ? name : `${domain}\\${name}`;
};

/** Returns the trimmed text, or '' without one. Windows pads values (`'Advapi  '`), and shippers write numbers as numbers or text. */
export const readText = (fields: Fields, field: string): string => {
  const value = fields[field];
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
};

/** Finds the first field whose value cannot be read because it is neither text nor an exact number. */
export const findUnreadable = (fields: Fields, names: readonly string[]): string | undefined =>
  names.find((name) => {
    const value = fields[name];
    return value !== undefined && value !== null && typeof value !== 'string' && !Number.isSafeInteger(value);
  });

/** Whether an address is a loopback address, which Windows writes for logons at the console. */
export const isOwnAddress = (address: string): boolean =>
  /^(?:127\.|::1$)/.test(canonicalAddress(address) ?? address);

/** LOCAL and Unknown can also be user names, and attackers try them. They mean "not known" only in fields that do not contain names. */
const NO_NAME = new Set(['', '-', '?', '(none)', '(null)']);
const NOT_KNOWN = /^(?:|-|\?|\(none\)|\(null\)|s-1-0-0|null sid|0|0x0+|local|unknown|4294967295)$/i;

/**
 * Attackers put control characters into names to break log readers, and the server rejects them. They are replaced by visible
 * symbols (CR LF becomes ␍␊), so that the event is kept.
 */
const showControlCharacters = (text: string): string =>
  text.replaceAll(/\p{Cc}/gu, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : '\u2426';
  });

const CONTROL_CHARACTER = /\p{Cc}/u;
