import { eachUserOfLogins, selectLastStart } from '../../db/hunts/selectLoginsSince.ts';

import { accountOf } from '../../model/account.ts';
import { LET_IN } from '../../model/filter/logins.ts';
import { ofAccount, onHost, withoutNoise } from '../../model/filter/pivot.ts';
import type { Predicate } from '../../model/filter/predicate.ts';
import { collectMatches } from '../../model/hunts/collectMatches.ts';
import { parseLoginsSince, refuseUnknownStart } from '../../model/hunts/loginsSince.ts';
import type { LoginsSince, LoginsSinceInput, LoginsSinceParameters } from '../../model/hunts/loginsSince.ts';
import { parsePage } from '../../model/page.ts';
import type { PageArguments } from '../../model/page.ts';
import { shiftTime } from '../../model/values/time.ts';

import type { ListContext } from '../listContext.ts';

import { listMatches } from './listMatches.ts';
import type { HuntEdge, HuntPage } from './listMatches.ts';

export type LoginsSincePage = HuntPage<LoginsSince, LoginsSinceParameters>;
export type LoginsSinceEdge = HuntEdge<LoginsSince>;

/**
 * CAR-2015-07-001: whose credentials a host's memory may have held: users who logged in since its last start before a moment.
 *
 * CAR's pseudocode gives the users of all hosts; here they are the users of this one.
 *
 * @throws Refusal for bad parameters, page or cursor; BAD_PARAMETER when no start is known and none is given.
 */
export const listLoginsSince = async (
  { reader, hostnames, now }: ListContext,
  input: LoginsSinceInput & PageArguments,
): Promise<LoginsSincePage> => {
  const { bootTime: given, ...asked } = parseLoginsSince(input, hostnames);
  parsePage(input);
  const bootTime = given ?? (await selectLastStart(reader, asked));
  if (bootTime === null) throw refuseUnknownStart();
  const parameters = { ...asked, bootTime };
  // Strictly between the two.
  const where: readonly Predicate[] = [
    { kind: 'from', field: 'time', time: shiftTime(bootTime, 1) },
    { kind: 'until', field: 'time', time: asked.at },
    onHost(asked.hostname),
    ...LET_IN,
    ...withoutNoise(asked.excludeNoise),
  ];
  const find = async () => {
    const matches = collectMatches<LoginsSince>();
    await eachUserOfLogins(reader, where, ({ userDomain, userName, firstUuid, ...logins }) => {
      const account = accountOf({ userDomain, userName });
      const of: Predicate = account === null ? { kind: 'isNull', field: 'user' } : ofAccount(account);
      matches.add({
        first: { time: logins.firstAt, uuid: firstUuid },
        account,
        ...logins,
        open: { kind: 'and', of: [onHost(asked.hostname), { kind: 'activeAt', time: asked.at }, of] },
        evidence: { of: 'EVENTS', where: [...where, of] },
      });
    });
    return matches.found();
  };
  return listMatches({ name: 'loginsSince', parameters, now, find }, input);
};
