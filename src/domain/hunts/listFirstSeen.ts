import { eachNewCombination } from '../../db/hunts/eachNewCombination.ts';
import type { CombinationRow } from '../../db/hunts/eachNewCombination.ts';

import { accountOf } from '../../model/account.ts';
import { LET_IN, within } from '../../model/filter/logins.ts';
import { ofAccount, onHost, withoutNoise } from '../../model/filter/pivot.ts';
import type { Field, Predicate } from '../../model/filter/predicate.ts';
import { collectMatches } from '../../model/hunts/collectMatches.ts';
import { parseFirstSeen } from '../../model/hunts/firstSeen.ts';
import type {
  FirstSeen,
  FirstSeenInput,
  FirstSeenParameters,
  SeenTrait,
} from '../../model/hunts/firstSeen.ts';
import { lengthUs } from '../../model/hunts/parameters.ts';
import type { PageArguments } from '../../model/page.ts';
import { shiftTime } from '../../model/values/time.ts';

import type { ListContext } from '../listContext.ts';

import { listMatches } from './listMatches.ts';
import type { HuntEdge, HuntPage } from './listMatches.ts';

export type FirstSeenPage = HuntPage<FirstSeen, FirstSeenParameters>;
export type FirstSeenEdge = HuntEdge<FirstSeen>;

/**
 * Finds combinations, such as of user and host, that logged in within the range and never in the time before it. The baseline ends where the
 * range begins: what is looked for cannot excuse itself.
 *
 * @throws Refusal for bad parameters, page or cursor.
 */
export const listFirstSeen = async (
  { reader, now }: ListContext,
  input: FirstSeenInput & PageArguments,
): Promise<FirstSeenPage> => {
  const parameters = parseFirstSeen(input);
  const { range, tuple, lookback, excludeNoise } = parameters;
  const logins = [...LET_IN, ...withoutNoise(excludeNoise)];
  const from = shiftTime(range.from, -lengthUs(lookback));
  const find = async () => {
    const matches = collectMatches<FirstSeen>();
    const where = [...within({ from, until: range.until }), ...logins];
    await eachNewCombination(reader, { where, tuple, newFrom: range.from }, (row) => {
      const { hostname, srcIp, srcNetwork, loginType, firstAt, lastAt, loginCount } = row;
      matches.add({
        first: { time: firstAt, uuid: row.firstUuid },
        account: accountOf(row),
        hostname,
        srcIp,
        srcNetwork,
        loginType,
        baseline: { hostname: row.firstHostname, from },
        firstAt,
        lastAt,
        loginCount,
        evidence: {
          of: 'EVENTS',
          where: [...within(range), ...tuple.map((trait) => CONDITIONS[trait](row)), ...logins],
        },
      });
    });
    return matches.found();
  };
  return listMatches({ name: 'firstSeen', parameters, now, find }, input);
};

const unknown = (field: Field): Predicate => ({ kind: 'isNull', field });

/** What the logins of a combination have in common; what is not known of one is not known of all. */
const CONDITIONS: Readonly<Record<SeenTrait, (row: CombinationRow) => Predicate>> = {
  USER: (row) => {
    const account = accountOf(row);
    return account === null ? unknown('user') : ofAccount(account);
  },
  HOST: ({ hostname }) => onHost(hostname ?? ''),
  SRC_IP: ({ srcIp }) =>
    srcIp === null ? unknown('srcIp') : { kind: 'in', field: 'srcIp', values: [srcIp] },
  SRC_NETWORK: ({ srcNetwork }) =>
    srcNetwork === null ? unknown('srcIp') : { kind: 'inCidr', field: 'srcIp', networks: [srcNetwork] },
  LOGIN_TYPE: ({ loginType }) =>
    loginType === null ? unknown('loginType') : { kind: 'in', field: 'loginType', values: [loginType] },
};
