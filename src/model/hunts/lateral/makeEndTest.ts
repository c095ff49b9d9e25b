import { parseUser } from '../../values/user.ts';

import type { Hop } from './linkHops.ts';
import type { LateralEnd } from './parseEnd.ts';

/** The machine at one end of a hop: its host, null when unknown, and a test of its addresses. */
export type HopEnd = { readonly host: string | null; readonly isAt: (ip: string) => boolean };

/** Makes a test of whether a hop has the given machine at that end, or the given user, who is the same at both ends. */
export const makeEndTest = (
  { hostname, ip, user }: LateralEnd,
  endOf: (hop: Hop) => HopEnd,
): ((hop: Hop) => boolean) => {
  if (user !== null) {
    const { userDomain, userName } = parseUser(user);
    return ({ account }) =>
      account?.userName === userName && (userDomain === null || account.userDomain === userDomain);
  }
  return (hop) => {
    const end = endOf(hop);
    return ip === null ? end.host === hostname : end.isAt(ip);
  };
};
