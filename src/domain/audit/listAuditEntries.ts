import { countAuditEntries, selectAuditEntries } from '../../db/audit/selectAuditEntries.ts';

import type { AuditEntry } from '../../model/audit/auditEntry.ts';
import { parseAuditFilter } from '../../model/audit/parseAuditFilter.ts';
import type { AuditFilterInput } from '../../model/audit/parseAuditFilter.ts';
import { BY_TIME } from '../../model/cursor.ts';
import type { PageArguments } from '../../model/page.ts';

import type { ListContext } from '../listContext.ts';
import { listPage } from '../listPage.ts';
import type { Page } from '../listPage.ts';

export type AuditPage = Page<AuditEntry>;
/** An entry of a page. Its cursor is computed on demand. */
export type AuditEdge = { readonly page: AuditPage; readonly item: AuditEntry };

export type AuditListRequest = PageArguments & {
  readonly filter?: AuditFilterInput | null | undefined;
  readonly order?: 'NEWEST_FIRST' | 'OLDEST_FIRST';
};

/**
 * Lists audit entries, ordered by (time, id), in Relay pages.
 *
 * @throws Refusal for an invalid filter, page or cursor.
 */
export const listAuditEntries = async (
  { db, now }: ListContext,
  { filter, order = 'NEWEST_FIRST', ...page }: AuditListRequest,
): Promise<AuditPage> => {
  const predicate = parseAuditFilter(filter);
  const isNewestFirst = order === 'NEWEST_FIRST';
  return listPage(
    {
      identity: ['auditLog', isNewestFirst, predicate],
      now,
      positions: BY_TIME,
      positionOf: (entry: AuditEntry) => entry,
      select: ({ isBackward, ...query }) =>
        selectAuditEntries(db, {
          ...query,
          predicate,
          scan: isNewestFirst === isBackward ? 'ASCENDING' : 'DESCENDING',
        }),
      count: (asOf, cap) => countAuditEntries(db, { predicate, asOf, cap }),
    },
    page,
  );
};
