import type { ReconnectEvent } from '../../model/sessionEvent.ts';

import type { ListContext } from '../listContext.ts';

/** Finds where the events before a reconnect to its session came from. */
export const findSourcesBefore = async (
  { lists }: Pick<ListContext, 'lists'>,
  { hostname, loginId, time, uuid }: ReconnectEvent,
): Promise<readonly string[]> =>
  loginId === null ? [] : lists.sourcesBefore({ hostname, loginId, time, uuid });
