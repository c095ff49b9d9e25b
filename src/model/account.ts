/** Whom events and sessions are of: folded, so that every spelling of one account is one. */
export type Account = {
  /** First label, upper case; null for an account without one, as on Linux. */
  readonly userDomain: string | null;
  /** Lower case. */
  readonly userName: string;
};

/** The account that something names, null when it names none. */
export const accountOf = ({
  userDomain,
  userName,
}: {
  readonly userDomain: string | null;
  readonly userName: string | null;
}): Account | null => (userName === null ? null : { userDomain, userName });

/** `THESHIRE\ana`, or the name alone. */
export const formatAccount = ({ userDomain, userName }: Account): string =>
  userDomain === null ? userName : `${userDomain}\\${userName}`;

/** A key that tells every account from every other; readAccountKey reads it. */
export const accountKey = ({ userDomain, userName }: Account): string => `${userDomain ?? ''}\\${userName}`;

/** The account of a key. A domain has no backslash, a name may. */
export const readAccountKey = (key: string): Account => {
  const backslash = key.indexOf('\\');
  const userDomain = key.slice(0, backslash);
  return { userDomain: userDomain === '' ? null : userDomain, userName: key.slice(backslash + 1) };
};
