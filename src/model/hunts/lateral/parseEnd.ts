import { resolveDomain } from '../../domainAliases.ts';
import type { DomainAliases } from '../../domainAliases.ts';
import { formatAccount } from '../../account.ts';
import { atPath } from '../../filter/comparators.ts';
import { parseHostname } from '../../values/hostname.ts';
import type { HostnameStyle } from '../../values/hostname.ts';
import { parseIpAddress } from '../../values/ipAddress.ts';
import { parseUser } from '../../values/user.ts';

import type { Hop } from './linkHops.ts';

/** An end of paths as a client sends it: exactly one member. */
export type LateralEndInput = {
  readonly hostname?: unknown;
  readonly ip?: unknown;
  readonly user?: unknown;
};

/** The same, parsed: one member, the others null. */
export type LateralEnd = {
  readonly hostname: string | null;
  readonly ip: string | null;
  /** Folded; a name without a domain matches any domain. */
  readonly user: string | null;
};

/** Parses the end that has this name, null for none. @throws Refusal that names its member. */
export const parseEnd = (
  end: LateralEndInput | null | undefined,
  name: 'from' | 'to',
  hostnames: HostnameStyle,
): LateralEnd | null => {
  if (!end) return null;
  const { hostname = null, ip = null, user = null } = end;
  return {
    hostname: hostname === null ? null : atPath(`${name}.hostname`, () => parseHostname(hostname, hostnames)),
    ip: ip === null ? null : atPath(`${name}.ip`, () => parseIpAddress(ip, 'it')),
    user: user === null ? null : atPath(`${name}.user`, () => formatAccount(parseUser(user))),
  };
};

/** The machine at one end of a hop: the hosts that it can be, none when unknown, and a test of its addresses. */
export type HopEnd = { readonly hosts: readonly string[]; readonly isAt: (ip: string) => boolean };

/** Makes a test of whether a hop has the given machine at that end, or the given user, who is the same at both ends. */
export const makeEndTest = (
  { hostname, ip, user, aliases }: LateralEnd & { readonly aliases: DomainAliases },
  endOf: (hop: Hop) => HopEnd,
): ((hop: Hop) => boolean) => {
  if (user !== null) {
    const { userName, ...named } = parseUser(user);
    const userDomain = resolveDomain(aliases, named.userDomain);
    return ({ account }) =>
      account?.userName === userName && (userDomain === null || account.userDomain === userDomain);
  }
  return (hop) => {
    const end = endOf(hop);
    return ip === null ? hostname !== null && end.hosts.includes(hostname) : end.isAt(ip);
  };
};
