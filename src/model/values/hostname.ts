import { Refusal } from '../refusal.ts';

import { canonicalAddress } from './ipAddress.ts';
import { parseText, PLAIN_ASCII } from './text.ts';

const RULE = { name: 'hostname', code: 'INVALID_HOSTNAME', maxLength: 255 } as const;

/** SHORT keeps the first label (CAR: "without the domain"); FULL keeps the domain, where web01.prod is not web01.dev. */
export type HostnameStyle = 'SHORT' | 'FULL';

/**
 * Parses a host's name, CAR `hostname`, short or fully qualified, to ASCII upper case. An IP address stays whole.
 *
 * @throws Refusal INVALID_HOSTNAME if it is empty, longer than 255 characters, contains control characters, or consists of
 * digits and dots but is not an address (10.0.0.256).
 */
export const parseHostname = (value: unknown, style: HostnameStyle): string => {
  const text = parseText(value, RULE);
  const address = canonicalAddress(text);
  if (address !== null) return address;
  if (LIKE_AN_ADDRESS.test(text)) throw refuseAddress();
  const label = text.split('.', 1)[0]?.trim() ?? '';
  if (label === '') {
    throw new Refusal('INVALID_HOSTNAME', 'hostname has no first label; send HOST1 or host1.example.com.');
  }
  const name = style === 'SHORT' ? label : withoutFinalDots(text);
  // The rest may be an address (fe80::1.example). Parse it as one, because the stored name will be parsed again.
  const addressLeft = canonicalAddress(name);
  if (addressLeft !== null) return addressLeft;
  if (LIKE_AN_ADDRESS.test(name)) throw refuseAddress();
  return upperAscii(name);
};

/**
 * Parses the name that a client claimed for itself. It is a remark of the source, often free text that an attacker chose, so
 * an invalid name is null and does not reject the event; so are `-` and an empty text, which logs write for "not known".
 */
export const parseClaimedHostname = (value: unknown, style: HostnameStyle): string | null => {
  if (typeof value !== 'string' || NO_CLAIMS.has(value.trim())) return null;
  try {
    return parseHostname(value, style);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
};

const NO_CLAIMS: ReadonlySet<string> = new Set(['', '-']);

/** Removes trailing dots and white space. With the lookbehind, no search begins in the middle of a run. */
export const withoutFinalDots = (name: string): string => name.replace(/(?<![.\s])[.\s]+$/, '');

const refuseAddress = (): Refusal =>
  new Refusal(
    'INVALID_HOSTNAME',
    'hostname looks like an IP address but is not a valid one; send HOST1 or 10.0.0.5.',
  );

/** Digits and dots, alone or before a port or prefix length: of `10.0.0.5:22` the first label would be a host called 10. */
const LIKE_AN_ADDRESS = /^\d*\.[\d.]*(?:[:/]|$)/;

/**
 * Folds only a-z to upper case, as `upper(… collate "C")` does in Postgres. Applies NFC again, because some pairs (I and a
 * dot above) compose in upper case only.
 */
export const upperAscii = (text: string): string =>
  PLAIN_ASCII.test(text)
    ? text.toUpperCase()
    : text.replace(/[a-z]+/g, (letters) => letters.toUpperCase()).normalize('NFC');
