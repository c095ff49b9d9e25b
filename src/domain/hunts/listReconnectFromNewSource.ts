import { within } from '../../model/filter/logins.ts';
import { withoutNoise } from '../../model/filter/pivot.ts';
import type { Predicate } from '../../model/filter/predicate.ts';
import { makeEventMatch } from '../../model/hunts/eventMatch.ts';
import { parseReconnectFromNewSource } from '../../model/hunts/reconnectFromNewSource.ts';
import type {
  ReconnectFromNewSource,
  ReconnectFromNewSourceInput,
  ReconnectFromNewSourceParameters,
} from '../../model/hunts/reconnectFromNewSource.ts';
import type { PageArguments } from '../../model/page.ts';

import type { ListContext } from '../listContext.ts';

import { listEventMatches } from './listEventMatches.ts';
import type { HuntEdge, HuntPage } from './listMatches.ts';

export type ReconnectFromNewSourcePage = HuntPage<ReconnectFromNewSource, ReconnectFromNewSourceParameters>;
export type ReconnectFromNewSourceEdge = HuntEdge<ReconnectFromNewSource>;

/**
 * Finds reconnects to a session from where none of its events before came from: a session that moved to another machine, or was taken over.
 *
 * @throws Refusal for bad parameters, page or cursor.
 */
export const listReconnectFromNewSource = async (
  context: ListContext,
  input: ReconnectFromNewSourceInput & PageArguments,
): Promise<ReconnectFromNewSourcePage> => {
  const parameters = parseReconnectFromNewSource(input);
  const { range, excludeNoise } = parameters;
  const where: readonly Predicate[] = [
    ...within(range),
    ...withoutNoise(excludeNoise),
    { kind: 'fromNewSource' },
  ];
  return listEventMatches(
    context,
    { name: 'reconnectFromNewSource', parameters, action: 'RECONNECT', where, makeMatch: makeEventMatch },
    input,
  );
};
