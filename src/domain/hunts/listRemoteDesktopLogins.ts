import { LET_IN, ofTypes, within } from '../../model/filter/logins.ts';
import { withoutNoise } from '../../model/filter/pivot.ts';
import type { Predicate } from '../../model/filter/predicate.ts';
import { makeEventMatch } from '../../model/hunts/eventMatch.ts';
import { parseRemoteDesktopLogins } from '../../model/hunts/remoteDesktopLogins.ts';
import type {
  RemoteDesktopLogins,
  RemoteDesktopLoginsInput,
  RemoteDesktopLoginsParameters,
} from '../../model/hunts/remoteDesktopLogins.ts';
import type { PageArguments } from '../../model/page.ts';

import type { ListContext } from '../listContext.ts';

import { listEventMatches } from './listEventMatches.ts';
import type { HuntEdge, HuntPage } from './listMatches.ts';

export type RemoteDesktopLoginsPage = HuntPage<RemoteDesktopLogins, RemoteDesktopLoginsParameters>;
export type RemoteDesktopLoginsEdge = HuntEdge<RemoteDesktopLogins>;

/**
 * CAR-2016-04-005: remote desktop logins from sources that are not approved; a source that is not known is none.
 *
 * @throws Refusal for bad parameters, page or cursor.
 */
export const listRemoteDesktopLogins = async (
  context: ListContext,
  input: RemoteDesktopLoginsInput & PageArguments,
): Promise<RemoteDesktopLoginsPage> => {
  const parameters = parseRemoteDesktopLogins(input);
  const { range, approvedSources, excludeNoise } = parameters;
  const approved: Predicate = { kind: 'inCidr', field: 'srcIp', networks: approvedSources ?? [] };
  const where: readonly Predicate[] = [
    ...within(range),
    ...LET_IN,
    ...ofTypes(['RDP']),
    { kind: 'not', of: approved },
    ...withoutNoise(excludeNoise),
  ];
  return listEventMatches(
    context,
    {
      name: 'remoteDesktopLogins',
      parameters,
      action: 'LOGIN',
      where,
      makeMatch: (event): RemoteDesktopLogins => ({ ...makeEventMatch(event), before: range.from }),
    },
    input,
  );
};
