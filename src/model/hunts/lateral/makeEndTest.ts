import { parseUser } from '../../values/user.ts';

import type { LateralEnd } from '../lateralPaths.ts';

import type { Hop } from './linkHops.ts';

/** The machine at an end of a hop: which host it is, null when that is not known, and whether it is at an address. */
export type HopEnd = { readonly host: string | null; readonly isAt: (ip: string) => boolean };

/** Makes what tells whether a hop has the end that is asked for: its machine, or its user, who is the same at both. */
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
