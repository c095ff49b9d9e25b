import { Refusal } from '../refusal.ts';

import { foldCase, parseText } from './text.ts';

const RULE = { name: 'user', code: 'INVALID_USER', maxLength: 512 } as const;

/** A user, both as the source wrote it and in the form that is compared. */
export type User = {
  readonly user: string;
  /** First label, upper case: THESHIRE of `theshire.local\ana` and of `ana@theshire.local`; null if there is no domain. */
  readonly userDomain: string | null;
  /** Lower case, without the domain. */
  readonly userName: string;
};

/**
 * Parses `DOMAIN\name`, `name@domain.tld` or a plain name, CAR `user`.
 *
 * THESHIRE\ana, theshire.local\ANA and ana@theshire.local are one account: in real logs 42 of 68 domain SIDs are
 * spelt two ways.
 *
 * @throws Refusal INVALID_USER if the name is empty, or the text is longer than 512 characters or contains control characters.
 */
export const parseUser = (value: unknown): User => {
  const user = parseText(value, RULE);
  const { domain, name } = splitUser(user);
  if (name === '') throw new Refusal('INVALID_USER', 'user has a domain but no name; send DOMAIN\\name.');
  const userDomain = foldDomain(domain);
  if (userDomain !== null && userDomain.length > RULE.maxLength) {
    // Some letters become three in upper case; an index takes no more than 2.7 kB.
    throw new Refusal(
      'INVALID_USER',
      `user has a domain of more than ${RULE.maxLength} characters in upper case.`,
    );
  }
  return { user, userDomain, userName: foldCase(name) };
};

/** The part of a domain that is compared: its first label in upper case; null if it is empty. */
export const foldDomain = (domain: string): string | null => {
  const label = domain.split('.', 1)[0]?.trim() ?? '';
  return label === '' ? null : label.toUpperCase().normalize('NFC');
};

/** Splits a user without changing its parts; the domain is empty if there is none. */
export const splitUser = (user: string): { readonly domain: string; readonly name: string } => {
  const backslash = user.indexOf('\\');
  if (backslash >= 0) return { domain: user.slice(0, backslash), name: user.slice(backslash + 1).trim() };
  const at = user.lastIndexOf('@');
  if (at > 0 && at < user.length - 1) return { domain: user.slice(at + 1), name: user.slice(0, at).trim() };
  return { domain: '', name: user };
};
