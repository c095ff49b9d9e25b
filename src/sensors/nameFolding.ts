import { parseHostname } from '../model/values/hostname.ts';
import { parseUser } from '../model/values/user.ts';

/** Folds names as the model does, so that different spellings of a host or account compare equal. */
export type NameFolding = {
  readonly foldHost: (hostname: string) => string;
  readonly foldAccount: (user: string | undefined) => string;
};

/** Caches the results: logs repeat few names, and folding takes as long as all other work for a record. */
export const makeNameFolding = (): NameFolding => {
  const hosts = memoize((hostname) => parseHostname(hostname, 'SHORT'));
  const accounts = memoize((user) => {
    const { userDomain, userName } = parseUser(user);
    return `${userDomain ?? ''}\\${userName}`;
  });
  return { foldHost: hosts, foldAccount: (user = '') => accounts(user) };
};

const MAX_MEMOIZED = 10_000;

/** A name that the model rejects stays as it is; the server reports the reason. */
const memoize = (fold: (name: string) => string): ((name: string) => string) => {
  const known = new Map<string, string>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    if (known.size >= MAX_MEMOIZED) known.clear();
    const folded = foldOr(fold, name);
    known.set(name, folded);
    return folded;
  };
};

const foldOr = (fold: (name: string) => string, name: string): string => {
  try {
    return fold(name);
  } catch {
    return name;
  }
};
