import { eachNewCombination } from '../../db/hunts/eachNewCombination.ts';
import type { CombinationRow } from '../../db/hunts/eachNewCombination.ts';

import { accountOf } from '../../model/account.ts';
import type { LoginType } from '../../model/action.ts';
import { parseList } from '../../model/filter/comparators.ts';
import { SUCCESSFUL_LOGINS, within } from '../../model/filter/logins.ts';
import { fromAddress, ofAccount, onHost, withoutNoise } from '../../model/filter/pivot.ts';
import type { Field, Predicate } from '../../model/filter/predicate.ts';
import { collectMatches } from '../../model/hunts/collectMatches.ts';
import { COMBINABLE_TRAITS } from '../../model/hunts/loginTraits.ts';
import type { CombinableTrait, KeyTraits } from '../../model/hunts/loginTraits.ts';
import type { Match } from '../../model/hunts/match.ts';
import { parseCount, parseLength, parseRange } from '../../model/hunts/parameters.ts';
import type { RangeInput } from '../../model/hunts/parameters.ts';

import type { ListContext } from '../listContext.ts';

import { defineHunt } from './run/defineHunt.ts';
import { baselineRange, findBaseline } from './run/findBaseline.ts';
import type { Baseline, BaselineParameters } from './run/findBaseline.ts';
import { listMatches } from './run/listMatches.ts';

type Input = {
  readonly range: RangeInput;
  readonly tuple: readonly CombinableTrait[];
  readonly lookback: unknown;
  readonly minCoverage: number;
  readonly excludeNoise: boolean;
};

/** A new combination and its logins. Traits that are not in the tuple, or unknown, are null. */
type FirstSeen = Match &
  KeyTraits & {
    readonly loginType: LoginType | null;
    /** The host of the first login, and the parameters of its baseline. */
    readonly baselineOf: { readonly hostname: string; readonly parameters: BaselineParameters };
    readonly firstAt: string;
    readonly lastAt: string;
    readonly loginCount: number;
  };

/**
 * Finds combinations, such as of user and host, with a login in the range but not in the baseline. The baseline ends where the range
 * begins, so that an attack within the range cannot hide itself.
 */
export const firstSeen = defineHunt({
  title: 'First Login of a Kind',
  techniques: ['T1078', 'T1078.002', 'T1078.003', 'T1021'],
  finds: 'combinations of user, host, source and login type that are new',
  parse: ({ range, tuple, lookback, minCoverage, excludeNoise }: Input) => {
    const traits = new Set(parseList(tuple, 'tuple', (trait) => trait));
    return {
      range: parseRange(range),
      tuple: COMBINABLE_TRAITS.filter((trait) => traits.has(trait)),
      lookback: parseLength(lookback, 'lookback'),
      minCoverage: parseCount(minCoverage, 'minCoverage', { least: 0, most: 1 }),
      excludeNoise,
    };
  },
  search: async (run) => {
    const { parameters } = run;
    const { range, tuple, excludeNoise } = parameters;
    const logins = [...SUCCESSFUL_LOGINS, ...withoutNoise(excludeNoise)];
    const { from } = baselineRange(parameters);
    return listMatches(run, async () => {
      const matches = collectMatches<FirstSeen>();
      const where = [...within({ from, until: range.until }), ...logins];
      await eachNewCombination(run.db, { where, tuple, newFrom: range.from }, (row) => {
        const { hostname, srcIp, srcNetwork, loginType, firstAt, lastAt, loginCount } = row;
        const same = tuple.map((trait) => CONDITIONS[trait](row));
        matches.add({
          first: { time: firstAt, uuid: row.firstUuid },
          account: accountOf(row),
          host: hostname === null ? null : { hostname },
          srcIp,
          srcNetwork,
          loginType,
          baselineOf: { hostname: row.firstHostname, parameters },
          firstAt,
          lastAt,
          loginCount,
          evidence: { of: 'EVENTS', where: [...within(range), ...same, ...logins] },
        });
      });
      return matches.found();
    });
  },
  computed: {
    FirstSeen: {
      baseline: async (
        { baselineOf: { hostname, parameters } }: FirstSeen,
        _: unknown,
        context: ListContext,
      ): Promise<Baseline> => findBaseline(context, parameters, hostname),
    },
  },
});

/** The conditions that the logins of a combination share; an unknown value is a value like any other. */
const CONDITIONS: Readonly<Record<CombinableTrait, (row: CombinationRow) => Predicate>> = {
  USER: (row) => {
    const account = accountOf(row);
    return account === null ? unknown('user') : ofAccount(account);
  },
  HOST: ({ hostname }) => onHost(hostname ?? ''),
  SRC_IP: ({ srcIp }) => (srcIp === null ? unknown('srcIp') : fromAddress(srcIp)),
  SRC_NETWORK: ({ srcNetwork }) =>
    srcNetwork === null ? unknown('srcIp') : { kind: 'inCidr', field: 'srcIp', networks: [srcNetwork] },
  LOGIN_TYPE: ({ loginType }) =>
    loginType === null ? unknown('loginType') : { kind: 'in', field: 'loginType', values: [loginType] },
};

const unknown = (field: Field): Predicate => ({ kind: 'isNull', field });
