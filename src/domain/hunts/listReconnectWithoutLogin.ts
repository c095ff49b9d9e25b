import { within } from '../../model/filter/logins.ts';
import { withoutNoise } from '../../model/filter/pivot.ts';
import type { Predicate } from '../../model/filter/predicate.ts';
import { makeEventMatch } from '../../model/hunts/eventMatch.ts';
import { lengthUs } from '../../model/hunts/parameters.ts';
import { parseReconnectWithoutLogin } from '../../model/hunts/reconnectWithoutLogin.ts';
import type {
  ReconnectWithoutLogin,
  ReconnectWithoutLoginInput,
  ReconnectWithoutLoginParameters,
} from '../../model/hunts/reconnectWithoutLogin.ts';
import type { PageArguments } from '../../model/page.ts';

import type { ListContext } from '../listContext.ts';

import { listEventMatches } from './listEventMatches.ts';
import type { HuntEdge, HuntPage } from './listMatches.ts';

export type ReconnectWithoutLoginPage = HuntPage<ReconnectWithoutLogin, ReconnectWithoutLoginParameters>;
export type ReconnectWithoutLoginEdge = HuntEdge<ReconnectWithoutLogin>;

/**
 * Finds reconnects that no login of the account on the host goes with: sessions taken over by somebody who did not have to prove who they are, as with tscon.
 *
 * @throws Refusal for bad parameters, page or cursor.
 */
export const listReconnectWithoutLogin = async (
  context: ListContext,
  input: ReconnectWithoutLoginInput & PageArguments,
): Promise<ReconnectWithoutLoginPage> => {
  const parameters = parseReconnectWithoutLogin(input);
  const { range, window, excludeNoise } = parameters;
  const where: readonly Predicate[] = [
    ...within(range),
    ...withoutNoise(excludeNoise),
    { kind: 'not', of: { kind: 'loginNearby', windowUs: lengthUs(window), ...range } },
  ];
  return listEventMatches(
    context,
    { name: 'reconnectWithoutLogin', parameters, action: 'RECONNECT', where, makeMatch: makeEventMatch },
    input,
  );
};
