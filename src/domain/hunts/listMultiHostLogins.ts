import { eachLogin } from '../../db/hunts/eachLogin.ts';

import { accountKey, readAccountKey } from '../../model/account.ts';
import { LET_IN, OF_SOMEBODY, ofTypes, within } from '../../model/filter/logins.ts';
import { ofAccount, withoutNoise } from '../../model/filter/pivot.ts';
import type { Predicate } from '../../model/filter/predicate.ts';
import { collectMatches } from '../../model/hunts/collectMatches.ts';
import { foldStretches } from '../../model/hunts/foldStretches.ts';
import { parseMultiHostLogins } from '../../model/hunts/multiHostLogins.ts';
import type {
  MultiHostLogins,
  MultiHostLoginsInput,
  MultiHostLoginsParameters,
} from '../../model/hunts/multiHostLogins.ts';
import { lengthUs } from '../../model/hunts/parameters.ts';
import type { PageArguments } from '../../model/page.ts';
import { toMicroseconds } from '../../model/session/sessionRank.ts';
import { shiftTime } from '../../model/values/time.ts';
import { parseUser } from '../../model/values/user.ts';

import type { ListContext } from '../listContext.ts';

import { listMatches } from './listMatches.ts';
import type { HuntEdge, HuntPage } from './listMatches.ts';

export type MultiHostLoginsPage = HuntPage<MultiHostLogins, MultiHostLoginsParameters>;
export type MultiHostLoginsEdge = HuntEdge<MultiHostLogins>;

/**
 * CAR-2013-02-012: users who logged in to several hosts within a window.
 *
 * @throws Refusal for bad parameters, page or cursor.
 */
export const listMultiHostLogins = async (
  { reader, now }: ListContext,
  input: MultiHostLoginsInput & PageArguments,
): Promise<MultiHostLoginsPage> => {
  const parameters = parseMultiHostLogins(input);
  const { range, window, minHosts } = parameters;
  const windowUs = lengthUs(window);
  const logins = loginsOf(parameters);
  const find = async () => {
    const matches = collectMatches<MultiHostLogins>();
    const rule = { windowUs, least: minHosts, mostOfValue: Infinity, fromUs: toMicroseconds(range.from) };
    const fold = foldStretches(rule, ({ key, first, last, eventCount, valueCount, peak }) => {
      const account = readAccountKey(key);
      const where: readonly Predicate[] = [{ kind: 'between', first, last }, ofAccount(account), ...logins];
      matches.add({
        first,
        account,
        hostCount: valueCount,
        firstAt: first.time,
        lastAt: last.time,
        eventCount,
        peak,
        evidence: { of: 'EVENTS', where },
      });
    });
    const read = within({ from: shiftTime(range.from, -windowUs), until: range.until });
    await eachLogin(
      reader,
      { where: [...read, ...logins], values: ['hostname', 'userDomain', 'userName'] },
      ({ time, uuid, us, hostname, userDomain, userName }) => {
        if (userName === null) return null;
        return fold.add({ time, uuid, us, key: accountKey({ userDomain, userName }), value: hostname });
      },
    );
    await fold.end();
    return matches.found();
  };
  return listMatches({ name: 'multiHostLogins', parameters, now, find }, input);
};

const loginsOf = ({
  excludeUsers,
  remoteOnly,
  excludeNoise,
}: MultiHostLoginsParameters): readonly Predicate[] => [
  ...LET_IN,
  OF_SOMEBODY,
  ...ofTypes(remoteOnly ? ['RDP', 'REMOTE'] : null),
  ...(excludeUsers === null
    ? []
    : [{ kind: 'not', of: { kind: 'userIn', users: excludeUsers.map(parseUser) } } as const]),
  ...withoutNoise(excludeNoise),
];
