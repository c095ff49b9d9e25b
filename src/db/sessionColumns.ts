import { getTableColumns } from 'drizzle-orm';

import { joinList, nameOf, renderOnce } from './statement.ts';
import { session } from './tables.ts';

/** All columns of a SessionRow. */
export const SESSION_COLUMNS = renderOnce(
  joinList(Object.values(getTableColumns(session)).map(({ name }) => nameOf(name))),
);
