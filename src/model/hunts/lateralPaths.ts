import { formatAccount } from '../account.ts';
import { at } from '../filter/comparators.ts';
import { Refusal } from '../refusal.ts';
import { parseHostname } from '../values/hostname.ts';
import type { HostnameStyle } from '../values/hostname.ts';
import { parseIpAddress } from '../values/ipAddress.ts';
import { parseUser } from '../values/user.ts';

import type { Match } from './collectMatches.ts';
import type { Hop, LinkRule } from './lateral/linkHops.ts';
import { parseCount, parseLength, parseRange } from './parameters.ts';
import type { RangeInput, TimeRange } from './parameters.ts';

/** An end of paths as a client gives it: exactly one member. */
export type LateralEndInput = {
  readonly hostname?: unknown;
  readonly ip?: unknown;
  readonly user?: unknown;
};

/** An end of paths: one member, the others null. */
export type LateralEnd = {
  readonly hostname: string | null;
  readonly ip: string | null;
  /** Folded; without a domain it is that name in any. */
  readonly user: string | null;
};

/** The parameters as a client gives them. */
export type LateralPathsInput = {
  readonly range: RangeInput;
  readonly from?: LateralEndInput | null | undefined;
  readonly to?: LateralEndInput | null | undefined;
  readonly maxDepth: number;
  readonly maxGap: unknown;
  readonly sameUser: boolean;
  readonly containment: LinkRule['containment'];
  readonly addressLookback: unknown;
  readonly maxPaths: number;
  readonly excludeNoise: boolean;
};

/** The parameters as they are used. */
export type LateralPathsParameters = {
  readonly range: TimeRange;
  readonly from: LateralEnd | null;
  readonly to: LateralEnd | null;
  readonly maxDepth: number;
  readonly maxGap: string;
  readonly sameUser: boolean;
  readonly containment: LinkRule['containment'];
  readonly addressLookback: string;
  readonly maxPaths: number;
  readonly excludeNoise: boolean;
};

/** A path, and its place in the list: the places of its hops. */
export type LateralPaths = Match & { readonly place: string; readonly hops: readonly Hop[] };

/** The way that ten hops take is longer than any that was seen. */
const MAX_DEPTH = 10;
const MAX_PATHS = 1000;

/** @throws Refusal that names the parameter. */
export const parseLateralPaths = (
  input: LateralPathsInput,
  hostnames: HostnameStyle,
): LateralPathsParameters => ({
  range: parseRange(input.range),
  from: parseEnd(input.from, 'from', hostnames),
  to: parseEnd(input.to, 'to', hostnames),
  maxDepth: parseCount(input.maxDepth, 'maxDepth', { least: 1, most: MAX_DEPTH }),
  maxGap: parseLength(input.maxGap, 'maxGap'),
  sameUser: input.sameUser,
  containment: input.containment,
  addressLookback: parseLength(input.addressLookback, 'addressLookback'),
  maxPaths: parseCount(input.maxPaths, 'maxPaths', { least: 1, most: MAX_PATHS }),
  excludeNoise: input.excludeNoise,
});

const parseEnd = (
  end: LateralEndInput | null | undefined,
  name: string,
  hostnames: HostnameStyle,
): LateralEnd | null => {
  if (!end) return null;
  const { hostname = null, ip = null, user = null } = end;
  return {
    hostname: hostname === null ? null : at(`${name}.hostname`, () => parseHostname(hostname, hostnames)),
    ip: ip === null ? null : at(`${name}.ip`, () => parseIpAddress(ip, 'it')),
    user: user === null ? null : at(`${name}.user`, () => formatAccount(parseUser(user))),
  };
};

const MAX_HOPS = 500_000;

/** @throws Refusal RANGE_TOO_LARGE when a range has more hops than are looked at together. */
export const checkHopCount = (count: number): void => {
  if (count <= MAX_HOPS) return;
  throw new Refusal(
    'RANGE_TOO_LARGE',
    `range has more than ${MAX_HOPS} remote logins and reconnects with a source; narrow it.`,
    'range',
  );
};
