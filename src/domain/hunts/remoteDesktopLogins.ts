import { selectSeen } from '../../db/hunts/selectSeen.ts';

import { accountOf } from '../../model/account.ts';
import { SUCCESSFUL_LOGINS, ofTypes, within } from '../../model/filter/logins.ts';
import { withoutNoise } from '../../model/filter/pivot.ts';
import { matchOfEvent } from '../../model/hunts/match.ts';
import type { Match } from '../../model/hunts/match.ts';
import { parseNetworks, parseRange } from '../../model/hunts/parameters.ts';
import type { RangeInput } from '../../model/hunts/parameters.ts';
import type { LoginEvent } from '../../model/sessionEvent.ts';

import type { ListContext } from '../listContext.ts';

import { defineHunt } from './run/defineHunt.ts';
import { listEventMatches } from './run/listEventMatches.ts';

type Input = {
  readonly range: RangeInput;
  readonly approvedSources?: readonly unknown[] | null | undefined;
  readonly excludeNoise: boolean;
};

/** A login, and the start of the range. */
type RemoteDesktopLogin = Match & { readonly login: LoginEvent; readonly before: string };

/** Finds remote desktop logins from sources that are not approved. An unknown source is not approved. */
export const remoteDesktopLogins = defineHunt({
  id: 'CAR-2016-04-005',
  title: 'Remote Desktop Logon',
  techniques: ['T1021', 'T1021.001'],
  finds: 'remote desktop logins from networks that are not approved',
  parse: ({ range, approvedSources, excludeNoise }: Input) => ({
    range: parseRange(range),
    approvedSources: parseNetworks(approvedSources, 'approvedSources'),
    excludeNoise,
  }),
  search: async (run) => {
    const { range, approvedSources, excludeNoise } = run.parameters;
    return listEventMatches(run, {
      action: 'LOGIN',
      where: [
        ...within(range),
        ...SUCCESSFUL_LOGINS,
        ...ofTypes(['RDP']),
        { kind: 'not', of: { kind: 'inCidr', field: 'srcIp', networks: approvedSources ?? [] } },
        ...withoutNoise(excludeNoise),
      ],
      makeMatch: (login): RemoteDesktopLogin => ({ ...matchOfEvent(login), login, before: range.from }),
    });
  },
  computed: {
    RemoteDesktopLogins: {
      /** Whether the user logged in to the host from this source before the range; null if the user or the source is unknown. */
      seenBefore: async (
        { login, before }: RemoteDesktopLogin,
        _: unknown,
        { db }: ListContext,
      ): Promise<boolean | null> => {
        const account = accountOf(login);
        const { hostname, srcIp } = login;
        if (account === null || srcIp === null) return null;
        return selectSeen(db, { account, hostname, srcIp, from: null, until: before });
      },
    },
  },
});
