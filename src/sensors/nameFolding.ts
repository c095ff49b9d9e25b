import { parseHostname } from '../model/values/hostname.ts';
import { parseUser } from '../model/values/user.ts';

/** Folds names so that spellings of one host or account compare equal, as the model does. */
export type NameFolding = {
  readonly foldHost: (hostname: string) => string;
  readonly foldAccount: (user: string | undefined) => string;
};

/** Makes one that remembers its answers: logs repeat few names, and folding takes as long as all the rest of a record. */
export const makeNameFolding = (): NameFolding => {
  const hosts = setRecent((hostname) => parseHostname(hostname, 'SHORT'));
  const accounts = setRecent((user) => {
    const { userDomain, userName } = parseUser(user);
    return `${userDomain ?? ''}\\${userName}`;
  });
  return { foldHost: hosts, foldAccount: (user = '') => accounts(user) };
};

const MAX_REMEMBERED = 10_000;

/** A name that the model refuses stands for itself; the server will say what is wrong with it. */
const setRecent = (fold: (name: string) => string): ((name: string) => string) => {
  const known = new Map<string, string>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    if (known.size >= MAX_REMEMBERED) known.clear();
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
