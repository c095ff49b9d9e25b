import { LOOPBACK, makeNetworkTest, PRIVATE } from '../values/cidr.ts';

import type { EventMatch } from './eventMatch.ts';
import { parseLength, parseNetworks, parseRange } from './parameters.ts';
import type { RangeInput, TimeRange } from './parameters.ts';

/** Why a source is unusual: it is outside of all private networks; the host itself, as through a tunnel; new for the user on the host. */
export type UnusualSourceReason = 'PUBLIC' | 'LOOPBACK' | 'NOT_SEEN';

/** The parameters as a client gives them. */
export type UnusualRdpSourceInput = {
  readonly range: RangeInput;
  readonly lookback: unknown;
  readonly approvedSources?: readonly unknown[] | null | undefined;
  readonly excludeNoise: boolean;
};

/** The parameters as they are used; allowed networks are null when there are none. */
export type UnusualRdpSourceParameters = {
  readonly range: TimeRange;
  readonly lookback: string;
  readonly approvedSources: readonly string[] | null;
  readonly excludeNoise: boolean;
};

/** A remote desktop login from an unusual source, and where it would have been seen before. */
export type UnusualRdpSource = EventMatch<'LOGIN'> & { readonly baseline: TimeRange };

/** @throws Refusal that names the parameter. */
export const parseUnusualRdpSource = ({
  range,
  lookback,
  approvedSources,
  excludeNoise,
}: UnusualRdpSourceInput): UnusualRdpSourceParameters => ({
  range: parseRange(range),
  lookback: parseLength(lookback, 'lookback'),
  approvedSources: parseNetworks(approvedSources, 'approvedSources'),
  excludeNoise,
});

/** What is unusual about a source by itself. */
export const reasonsOf = (srcIp: string): readonly UnusualSourceReason[] => {
  if (isLoopback(srcIp)) return ['LOOPBACK'];
  return isPrivate(srcIp) ? [] : ['PUBLIC'];
};

const isLoopback = makeNetworkTest(LOOPBACK);
const isPrivate = makeNetworkTest(PRIVATE);
