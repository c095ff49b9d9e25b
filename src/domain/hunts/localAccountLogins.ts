import { SUCCESSFUL_LOGINS, ofTypes, within } from '../../model/filter/logins.ts';
import { withoutNoise } from '../../model/filter/pivot.ts';
import type { Predicate } from '../../model/filter/predicate.ts';
import { matchOfEvent } from '../../model/hunts/match.ts';
import { parseRange } from '../../model/hunts/parameters.ts';
import type { RangeInput } from '../../model/hunts/parameters.ts';

import { defineHunt } from './run/defineHunt.ts';
import { listEventMatches } from './run/listEventMatches.ts';

type Input = { readonly range: RangeInput; readonly excludeNoise: boolean };

/** Finds successful logins over the network with accounts of the host itself, as with the stolen hash of a local administrator. */
export const localAccountLogins = defineHunt({
  id: 'CAR-2016-04-004',
  title: 'Successful Local Account Login',
  techniques: ['T1550', 'T1550.002'],
  finds: 'logins over the network with local accounts',
  parse: ({ range, excludeNoise }: Input) => ({ range: parseRange(range), excludeNoise }),
  search: async (run) => {
    const { range, excludeNoise } = run.parameters;
    return listEventMatches(run, {
      action: 'LOGIN',
      where: [
        ...within(range),
        ...SUCCESSFUL_LOGINS,
        ...ofTypes(['REMOTE']),
        { kind: 'localAccount' },
        { kind: 'not', of: ANONYMOUS },
        ...withoutNoise(excludeNoise),
      ],
      makeMatch: (login) => ({ ...matchOfEvent(login), login }),
    });
  },
});

/** ANONYMOUS LOGON by its SID, or by its name if the SID is unknown: a local account may have that name. */
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
