import { at, parseList } from '../filter/comparators.ts';
import { parseCidr } from '../values/cidr.ts';

import type { EventMatch } from './eventMatch.ts';
import { parseRange } from './parameters.ts';
import type { RangeInput, TimeRange } from './parameters.ts';

/** The parameters as a client gives them. */
export type RemoteDesktopLoginsInput = {
  readonly range: RangeInput;
  readonly approvedSources?: readonly unknown[] | null | undefined;
  readonly excludeNoise: boolean;
};

/** The parameters as they are used; approved sources are null when there are none. */
export type RemoteDesktopLoginsParameters = {
  readonly range: TimeRange;
  readonly approvedSources: readonly string[] | null;
  readonly excludeNoise: boolean;
};

/** A remote desktop login from a source that is not approved; whether that is new is asked of the time before `before`. */
export type RemoteDesktopLogins = EventMatch<'LOGIN'> & { readonly before: string };

/** @throws Refusal that names the parameter. */
export const parseRemoteDesktopLogins = ({
  range,
  approvedSources,
  excludeNoise,
}: RemoteDesktopLoginsInput): RemoteDesktopLoginsParameters => ({
  range: parseRange(range),
  approvedSources: parseNetworks(approvedSources, 'approvedSources'),
  excludeNoise,
});

const parseNetworks = (
  networks: readonly unknown[] | null | undefined,
  name: string,
): readonly string[] | null =>
  networks ? parseList(networks, name, (network, path) => at(path, () => parseCidr(network, 'it'))) : null;
