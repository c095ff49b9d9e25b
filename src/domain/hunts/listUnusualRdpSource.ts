import { LET_IN, ofTypes, within } from '../../model/filter/logins.ts';
import { withoutNoise } from '../../model/filter/pivot.ts';
import type { Predicate } from '../../model/filter/predicate.ts';
import { makeEventMatch } from '../../model/hunts/eventMatch.ts';
import { lengthUs } from '../../model/hunts/parameters.ts';
import { parseUnusualRdpSource } from '../../model/hunts/unusualRdpSource.ts';
import type {
  UnusualRdpSource,
  UnusualRdpSourceInput,
  UnusualRdpSourceParameters,
} from '../../model/hunts/unusualRdpSource.ts';
import type { PageArguments } from '../../model/page.ts';
import { PRIVATE } from '../../model/values/cidr.ts';
import { shiftTime } from '../../model/values/time.ts';

import type { ListContext } from '../listContext.ts';

import { listEventMatches } from './listEventMatches.ts';
import type { HuntEdge, HuntPage } from './listMatches.ts';

export type UnusualRdpSourcePage = HuntPage<UnusualRdpSource, UnusualRdpSourceParameters>;
export type UnusualRdpSourceEdge = HuntEdge<UnusualRdpSource>;

const inNetworks = (networks: readonly string[]): Predicate => ({ kind: 'inCidr', field: 'srcIp', networks });

/**
 * Finds remote desktop logins from public addresses, from the host itself, or from where the user was not seen to come to the host before the
 * range. A source that is not known is none of these.
 *
 * @throws Refusal for bad parameters, page or cursor.
 */
export const listUnusualRdpSource = async (
  context: ListContext,
  input: UnusualRdpSourceInput & PageArguments,
): Promise<UnusualRdpSourcePage> => {
  const parameters = parseUnusualRdpSource(input);
  const { range, lookback, approvedSources, excludeNoise } = parameters;
  const baseline = { from: shiftTime(range.from, -lengthUs(lookback)), until: range.from };
  const isUsual: Predicate = { kind: 'and', of: [inNetworks(PRIVATE), { kind: 'desktopSeen', ...baseline }] };
  const where: readonly Predicate[] = [
    ...within(range),
    ...LET_IN,
    ...ofTypes(['RDP']),
    { kind: 'not', of: { kind: 'isNull', field: 'srcIp' } },
    { kind: 'not', of: inNetworks(approvedSources ?? []) },
    { kind: 'not', of: isUsual },
    ...withoutNoise(excludeNoise),
  ];
  return listEventMatches(
    context,
    {
      name: 'unusualRdpSource',
      parameters,
      action: 'LOGIN',
      where,
      makeMatch: (event): UnusualRdpSource => ({ ...makeEventMatch(event), baseline }),
    },
    input,
  );
};
