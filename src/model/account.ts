/** The account of an event or session. It is folded, so that all spellings of one account are equal. */
export type Account = {
  /** First label, upper case; null for an account without one, as on Linux. */
  readonly userDomain: string | null;
  /** Lower case. */
  readonly userName: string;
};

/** The account that an event or session names, null if it does not name one. */
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

/** A key that is unique for each account; readAccountKey parses it. */
export const accountKey = ({ userDomain, userName }: Account): string => `${userDomain ?? ''}\\${userName}`;

/** The account of a key. A domain cannot contain a backslash, a name can. */
export const readAccountKey = (key: string): Account => {
  const backslash = key.indexOf('\\');
  const userDomain = key.slice(0, backslash);
  return { userDomain: userDomain === '' ? null : userDomain, userName: key.slice(backslash + 1) };
};
