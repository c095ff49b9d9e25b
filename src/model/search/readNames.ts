import { named, onHost } from '../filter/pivot.ts';
import type { Predicate, UserPattern } from '../filter/predicate.ts';
import { canonicalAddress } from '../values/ipAddress.ts';
import { upperAscii, withoutFinalDots } from '../values/hostname.ts';
import type { HostnameStyle } from '../values/hostname.ts';
import { foldCase } from '../values/text.ts';
import { foldDomain, splitUser } from '../values/user.ts';

/** The names that a text searches: those that are equal to it or begin with it, and those that only contain it; null for no such names. */
export type SearchedNames = {
  /** The text in the form in which names are stored. */
  readonly name: string;
  readonly begins: Predicate;
  readonly contains: Predicate | null;
};

/**
 * Reads a text as a host's name or a part of one. A text with a domain (`host1.example.com`) is a whole name where names are stored without
 * domain; an address is a whole name everywhere.
 */
export const readHostname = (text: string, style: HostnameStyle): SearchedNames | null => {
  const address = canonicalAddress(text);
  if (address !== null) return { name: address, begins: onHost(address), contains: null };
  if (text.includes(':') && HEX_ADDRESS.test(text)) return hostsLike(text.toLowerCase());
  if (style === 'FULL' || LIKE_IPV4.test(text) || !text.includes('.')) {
    return hostsLike(upperAscii(style === 'FULL' ? withoutFinalDots(text) : text));
  }
  const label = upperAscii(text.split('.', 1)[0]?.trim() ?? '');
  return label === '' ? null : { name: label, begins: onHost(label), contains: null };
};

/** Hosts can be named by their addresses. */
const LIKE_IPV4 = /^[\d.]+$/;
const HEX_ADDRESS = /^[0-9a-f:.]+$/i;

const hostsLike = (name: string): SearchedNames | null =>
  name === ''
    ? null
    : {
        name,
        begins: { kind: 'startsWith', field: 'hostname', text: name },
        contains: { kind: 'contains', field: 'hostname', text: name },
      };

/** The names that a text searches, and their domain; null for any domain. */
export type SearchedAccounts = SearchedNames & { readonly userDomain: string | null };

/**
 * Reads a text as a user or a part of one: `an` is the beginning or a part of a name or the beginning of a domain, `CORP\an` the beginning or a part
 * of a name, `ana@co` a whole name with the beginning of a domain; `ana@` is not yet more than `ana`. Null for a text without a name and a domain.
 */
export const readUser = (typed: string): SearchedAccounts | null => {
  const text = typed.endsWith('@') ? typed.slice(0, -1) : typed;
  const { domain, name } = splitUser(text);
  const userDomain = foldDomain(domain);
  const userName = foldCase(name);
  if (userName === '' && userDomain === null) return null;
  const user: UserPattern = { userDomain, userName };
  if (!text.includes('\\') && userDomain !== null) {
    return { name: userName, userDomain, begins: isUserOfDomain(user, domain), contains: null };
  }
  const nameContains: Predicate = { kind: 'userContains', user };
  const domainOfText = /[\\@]/.test(typed) ? null : foldDomain(typed);
  return {
    name: userName,
    userDomain,
    begins: { kind: 'userStartsWith', user },
    contains:
      userName === ''
        ? null
        : domainOfText === null
          ? nameContains
          : { kind: 'or', of: [nameContains, isInDomain(domainOfText, typed)] },
  };
};

const isUserOfDomain = (user: UserPattern, domain: string): Predicate => {
  const isUser: Predicate = { kind: 'userIn', users: [user] };
  if (domain.includes('.')) return isUser;
  return {
    kind: 'or',
    of: [isUser, { kind: 'and', of: [named(user.userName), isInDomain(user.userDomain ?? '', domain)] }],
  };
};

/** While a domain is typed, its beginning is enough; a dot ends the part that is compared. */
const isInDomain = (userDomain: string, typed: string): Predicate =>
  typed.includes('.')
    ? { kind: 'in', field: 'userDomain', values: [userDomain] }
    : { kind: 'startsWith', field: 'userDomain', text: userDomain };
