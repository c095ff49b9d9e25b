import { getTableColumns } from 'drizzle-orm';

import { joinList, nameOf, renderOnce } from './statement.ts';
import { sessionEvent } from './tables.ts';

/** All columns of an EventRow. */
export const EVENT_COLUMNS = renderOnce(
  joinList(Object.values(getTableColumns(sessionEvent)).map(({ name }) => nameOf(name))),
);
