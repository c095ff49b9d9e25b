import type { Account } from '../account.ts';
import type { LoginType } from '../action.ts';
import { at } from '../filter/comparators.ts';
import type { Predicate } from '../filter/predicate.ts';
import { Refusal } from '../refusal.ts';
import { parseHostname } from '../values/hostname.ts';
import type { HostnameStyle } from '../values/hostname.ts';
import { parseTime } from '../values/time.ts';

import type { Match } from './collectMatches.ts';

/** The parameters as a client gives them. */
export type LoginsSinceInput = {
  readonly hostname: unknown;
  readonly bootTime?: unknown;
  readonly at: unknown;
  readonly excludeNoise: boolean;
};

/** The parameters as they are used. */
export type LoginsSinceParameters = {
  readonly hostname: string;
  readonly bootTime: string;
  readonly at: string;
  readonly excludeNoise: boolean;
};

/** A user who logged in to a host since it started; null for logins of which no event names the user. */
export type LoginsSince = Match & {
  readonly account: Account | null;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly loginCount: number;
  readonly loginTypes: readonly LoginType[];
  /** The user's sessions that are open at the moment. */
  readonly open: Predicate;
};

/** Parses the parameters; the boot time is null when it is to be found. @throws Refusal that names the parameter. */
export const parseLoginsSince = (
  { hostname, bootTime, at: moment, excludeNoise }: LoginsSinceInput,
  hostnames: HostnameStyle,
): Omit<LoginsSinceParameters, 'bootTime'> & { readonly bootTime: string | null } => {
  const parsed = {
    hostname: at('hostname', () => parseHostname(hostname, hostnames)),
    bootTime: (bootTime ?? null) === null ? null : at('bootTime', () => parseTime(bootTime)),
    at: at('at', () => parseTime(moment)),
    excludeNoise,
  };
  if (parsed.bootTime === null || parsed.bootTime < parsed.at) return parsed;
  throw new Refusal('BAD_PARAMETER', 'bootTime is not before at; exchange them.', 'bootTime');
};

/** What is said when no start of the host is known. */
export const refuseUnknownStart = (): Refusal =>
  new Refusal(
    'BAD_PARAMETER',
    'bootTime is required: no start of this host before `at` was recorded; say since when to look.',
    'bootTime',
  );
