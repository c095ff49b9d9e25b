import { canonicalAddress } from '../model/values/ipAddress.ts';

import type { Fields } from './fields.ts';

/** The text of a field that names a person, a domain or a host; undefined when it is not known. */
export const readName = (fields: Fields, field: string): string | undefined => {
  const text = readText(fields, field);
  if (NO_NAME.has(text)) return undefined;
  return CONTROL_CHARACTER.test(text) ? showControlCharacters(text) : text;
};

/** The text of a field that holds a SID, a logon id, an address or a port; undefined when it is not known. */
export const readValue = (fields: Fields, field: string): string | undefined => {
  const text = readText(fields, field);
  return NOT_KNOWN.test(text) ? undefined : text;
};

/** `DOMAIN\name`, or just the name where the domain is not known. */
export const readUser = (fields: Fields, domainField: string, nameField: string): string | undefined => {
  const name = readName(fields, nameField);
  const domain = readName(fields, domainField);
  return name === undefined || domain === undefined ? name : `${domain}\\${name}`;
};

/** A trimmed text, '' when absent: Windows pads (`'Advapi  '`), and shippers write numbers as numbers or text. */
export const readText = (fields: Fields, field: string): string => {
  const value = fields[field];
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
};

/** The first of the fields whose value is neither text nor an exact number, and so cannot be read. */
export const findUnreadable = (fields: Fields, names: readonly string[]): string | undefined =>
  names.find((name) => {
    const value = fields[name];
    return value !== undefined && value !== null && typeof value !== 'string' && !Number.isSafeInteger(value);
  });

/** Whether an address is the host itself, as Windows writes for logons at its own screen. */
export const isOwnAddress = (address: string): boolean =>
  /^(?:127\.|::1$)/.test(canonicalAddress(address) ?? address);

/** LOCAL and Unknown are people's names too, and attackers try them: they mean "not known" only where no name can stand. */
const NO_NAME = new Set(['', '-', '?', '(none)', '(null)']);
const NOT_KNOWN = /^(?:|-|\?|\(none\)|\(null\)|s-1-0-0|null sid|0|0x0+|local|unknown|4294967295)$/i;

/**
 * A name may hold control characters, which an attacker chooses in order to break log readers. The event is kept, with them
 * made visible (CR LF becomes ␍␊), as the server refuses them.
 */
const showControlCharacters = (text: string): string =>
  text.replaceAll(/\p{Cc}/gu, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : '\u2426';
  });

const CONTROL_CHARACTER = /\p{Cc}/u;
