import type { Reader } from '../db/client.ts';
import { countSessions, selectSessions } from '../db/selectSessions.ts';

import { parseSessionFilter } from '../model/filter/parseFilter.ts';
import type { FilterInput } from '../model/filter/parseFilter.ts';
import type { PageArguments } from '../model/page.ts';
import type { StoredSession } from '../model/session/session.ts';
import { rankOf } from '../model/session/sessionRank.ts';
import type { SessionOrderField } from '../model/session/sessionRank.ts';

import type { ListContext } from './listEvents.ts';
import { countItems, listPage } from './listPage.ts';
import type { CountMode, Page, TotalCount } from './listPage.ts';

export type SessionPage = Page<StoredSession>;
/** A session of a page; its cursor is made when it is asked for. */
export type SessionEdge = { readonly page: SessionPage; readonly item: StoredSession };

export type SessionOrder = {
  readonly field: SessionOrderField;
  readonly direction?: 'ASCENDING' | 'DESCENDING';
};

export type SessionListRequest = PageArguments & {
  readonly filter?: FilterInput | null | undefined;
  readonly order?: SessionOrder | null | undefined;
};

const LATEST_FIRST: SessionOrder = { field: 'STARTED' };

/**
 * Lists sessions in Relay pages, by start, end or duration; open sessions rank as ending last and as longest.
 *
 * @throws Refusal for a bad filter, page or cursor.
 */
export const listSessions = async (
  { reader, hostnames, now }: ListContext,
  { filter, order, ...page }: SessionListRequest,
): Promise<SessionPage> => {
  const predicate = parseSessionFilter(filter, hostnames);
  const { field, direction = 'DESCENDING' } = order ?? LATEST_FIRST;
  return listPage<StoredSession>(
    {
      identity: ['sessions', field, direction, predicate],
      now,
      positionOf: (session) => ({ time: rankOf(session, field), uuid: session.startUuid }),
      select: ({ isBackward, ...stretch }) =>
        selectSessions(reader, {
          ...stretch,
          predicate,
          field,
          scan: (direction === 'ASCENDING') === isBackward ? 'DESCENDING' : 'ASCENDING',
        }),
      count: (asOf, cap) => countSessions(reader, { predicate, asOf }, cap),
    },
    page,
  );
};

/** Counts every session, for the overview. */
export const countAllSessions = async (reader: Reader, mode: CountMode): Promise<TotalCount> =>
  countItems(mode, (cap) => countSessions(reader, { predicate: { kind: 'and', of: [] }, asOf: '' }, cap));
