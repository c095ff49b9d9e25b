import { Refusal } from '../refusal.ts';
import { canonicalAddress } from '../values/ipAddress.ts';
import { parseLoginId } from '../values/loginId.ts';
import { foldSid } from '../values/uid.ts';

import { readAddressPrefix } from './readAddressPrefix.ts';

/** Values of a column that a text searches, in the order of an index: from `first` on, up to `last` (inclusive), as long as `isMatch`. */
export type SearchedRange = {
  readonly first: string;
  /** Null where `isMatch` alone ends the range. */
  readonly last: string | null;
  readonly isMatch: (value: string) => boolean;
  /** The value that matches exactly. */
  readonly exact: string;
};

/** Shorter texts are the beginning of too many uids, and of names. */
const MIN_UID_PREFIX = 3;

/** Reads a text as a uid or the beginning of one. SIDs begin with `S-1-`. */
export const readUid = (text: string): readonly SearchedRange[] => {
  const uid = foldSid(text);
  return [uid.length < MIN_UID_PREFIX ? onlyValue(uid) : startingWith(uid)];
};

/** Reads a text as a login id: hexadecimal with `0x` or the beginning of one, or decimal. */
export const readLoginId = (text: string): readonly SearchedRange[] => {
  try {
    const loginId = parseLoginId(text);
    return [/^0x/i.test(text) ? startingWith(loginId) : onlyValue(loginId)];
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
};

/** Reads a text as an address in any notation, or the beginning of one. */
export const readAddress = (text: string): readonly SearchedRange[] => {
  const address = canonicalAddress(text);
  const ranges = readAddressPrefix(text).map(({ first, last }) => ({
    first,
    last,
    isMatch: () => true,
    exact: address ?? '',
  }));
  return address === null || ranges.length > 0 ? ranges : [{ ...onlyValue(address), last: address }];
};

const onlyValue = (value: string): SearchedRange => ({
  first: value,
  last: null,
  isMatch: (found) => found === value,
  exact: value,
});

const startingWith = (prefix: string): SearchedRange => ({
  first: prefix,
  last: null,
  isMatch: (found) => found.startsWith(prefix),
  exact: prefix,
});
