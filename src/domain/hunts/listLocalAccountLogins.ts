import { LET_IN, ofTypes, within } from '../../model/filter/logins.ts';
import { withoutNoise } from '../../model/filter/pivot.ts';
import type { Predicate } from '../../model/filter/predicate.ts';
import { makeEventMatch } from '../../model/hunts/eventMatch.ts';
import { parseLocalAccountLogins } from '../../model/hunts/localAccountLogins.ts';
import type {
  LocalAccountLogins,
  LocalAccountLoginsInput,
  LocalAccountLoginsParameters,
} from '../../model/hunts/localAccountLogins.ts';
import type { PageArguments } from '../../model/page.ts';

import type { ListContext } from '../listContext.ts';

import { listEventMatches } from './listEventMatches.ts';
import type { HuntEdge, HuntPage } from './listMatches.ts';

export type LocalAccountLoginsPage = HuntPage<LocalAccountLogins, LocalAccountLoginsParameters>;
export type LocalAccountLoginsEdge = HuntEdge<LocalAccountLogins>;

/** By its SID; by its name only where no SID tells who it is: a local account may be called so. */
const ANONYMOUS: Predicate = {
  kind: 'or',
  of: [
    { kind: 'in', field: 'uid', values: ['S-1-5-7'] },
    {
      kind: 'and',
      of: [
        { kind: 'isNull', field: 'uid' },
        { kind: 'userIn', users: [{ userDomain: null, userName: 'anonymous logon' }] },
      ],
    },
  ],
};

/**
 * CAR-2016-04-004: logins over the network with accounts of the host itself, as with a stolen hash of a local administrator.
 *
 * @throws Refusal for bad parameters, page or cursor.
 */
export const listLocalAccountLogins = async (
  context: ListContext,
  input: LocalAccountLoginsInput & PageArguments,
): Promise<LocalAccountLoginsPage> => {
  const parameters = parseLocalAccountLogins(input);
  const where: readonly Predicate[] = [
    ...within(parameters.range),
    ...LET_IN,
    ...ofTypes(['REMOTE']),
    { kind: 'localAccount' },
    { kind: 'not', of: ANONYMOUS },
    ...withoutNoise(parameters.excludeNoise),
  ];
  return listEventMatches(
    context,
    { name: 'localAccountLogins', parameters, action: 'LOGIN', where, makeMatch: makeEventMatch },
    input,
  );
};
