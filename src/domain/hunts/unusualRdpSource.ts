import { selectSeen } from '../../db/hunts/selectSeen.ts';

import { accountOf } from '../../model/account.ts';
import { SUCCESSFUL_LOGINS, ofTypes, within } from '../../model/filter/logins.ts';
import { withoutNoise } from '../../model/filter/pivot.ts';
import type { Predicate } from '../../model/filter/predicate.ts';
import { matchOfEvent } from '../../model/hunts/match.ts';
import type { Match } from '../../model/hunts/match.ts';
import { parseCount, parseLength, parseNetworks, parseRange } from '../../model/hunts/parameters.ts';
import type { RangeInput } from '../../model/hunts/parameters.ts';
import type { LoginEvent } from '../../model/sessionEvent.ts';
import { LOOPBACK, makeNetworkTest, PRIVATE } from '../../model/values/cidr.ts';

import type { ListContext } from '../listContext.ts';

import { defineHunt } from './run/defineHunt.ts';
import { baselineRange, findBaseline } from './run/findBaseline.ts';
import type { Baseline, BaselineParameters } from './run/findBaseline.ts';
import { listEventMatches } from './run/listEventMatches.ts';

type Input = {
  readonly range: RangeInput;
  readonly lookback: unknown;
  readonly minCoverage: number;
  readonly approvedSources?: readonly unknown[] | null | undefined;
  readonly excludeNoise: boolean;
};

/** PUBLIC: outside all private networks. LOOPBACK: the host itself, as through a tunnel. NOT_SEEN: new for the user on the host. */
type Reason = 'PUBLIC' | 'LOOPBACK' | 'NOT_SEEN';

/** A login, and the parameters of the baseline in which its source may have been seen. */
type UnusualRdpSource = Match & { readonly login: LoginEvent; readonly parameters: BaselineParameters };

/**
 * Finds remote desktop logins from public addresses, from the host itself, or from a source that the user did not log in to the host from
 * before the range. Logins with an unknown source do not match.
 */
export const unusualRdpSource = defineHunt({
  title: 'Remote Desktop From an Unusual Source',
  techniques: ['T1021.001', 'T1133', 'T1572'],
  finds: 'remote desktop logins from public addresses, the host itself, or a new source',
  parse: ({ range, lookback, minCoverage, approvedSources, excludeNoise }: Input) => ({
    range: parseRange(range),
    lookback: parseLength(lookback, 'lookback'),
    minCoverage: parseCount(minCoverage, 'minCoverage', { least: 0, most: 1 }),
    approvedSources: parseNetworks(approvedSources, 'approvedSources'),
    excludeNoise,
  }),
  search: async (run) => {
    const { parameters } = run;
    const { range, approvedSources, excludeNoise } = parameters;
    const isUsual: Predicate = {
      kind: 'and',
      of: [inNetworks(PRIVATE), { kind: 'desktopSeen', ...baselineRange(parameters) }],
    };
    return listEventMatches(run, {
      action: 'LOGIN',
      where: [
        ...within(range),
        ...SUCCESSFUL_LOGINS,
        ...ofTypes(['RDP']),
        { kind: 'not', of: { kind: 'isNull', field: 'srcIp' } },
        { kind: 'not', of: inNetworks(approvedSources ?? []) },
        { kind: 'not', of: isUsual },
        ...withoutNoise(excludeNoise),
      ],
      makeMatch: (login): UnusualRdpSource => ({ ...matchOfEvent(login), login, parameters }),
    });
  },
  computed: {
    UnusualRdpSource: {
      /** Finds all reasons. The source of an unknown user was never seen before. */
      reasons: async (
        { login, parameters }: UnusualRdpSource,
        _: unknown,
        { db }: ListContext,
      ): Promise<readonly Reason[]> => {
        const account = accountOf(login);
        const { hostname, srcIp } = login;
        if (srcIp === null) return [];
        const seen =
          account !== null &&
          (await selectSeen(db, { account, hostname, srcIp, ...baselineRange(parameters) }));
        return seen ? reasonsOf(srcIp) : [...reasonsOf(srcIp), 'NOT_SEEN'];
      },
      baseline: async (
        { login, parameters }: UnusualRdpSource,
        _: unknown,
        context: ListContext,
      ): Promise<Baseline> => findBaseline(context, parameters, login.hostname),
    },
  },
});

const inNetworks = (networks: readonly string[]): Predicate => ({ kind: 'inCidr', field: 'srcIp', networks });

/** The reasons that follow from the address alone. */
const reasonsOf = (srcIp: string): readonly Reason[] => {
  if (isLoopback(srcIp)) return ['LOOPBACK'];
  return isPrivate(srcIp) ? [] : ['PUBLIC'];
};

const isLoopback = makeNetworkTest(LOOPBACK);
const isPrivate = makeNetworkTest(PRIVATE);
