import type { Database } from '../../db/client.ts';
import { insertApiKey } from '../../db/access/insertApiKey.ts';

import { makeKey } from '../../model/access/apiKey.ts';
import type { NewKey } from '../../model/access/apiKey.ts';

/**
 * Makes and stores a key. Servers know it within a second.
 *
 * @throws Refusal BAD_PARAMETER when its name cannot be one.
 */
export const addKey = async (database: Database, asked: NewKey): Promise<ReturnType<typeof makeKey>> => {
  const made = makeKey(asked, Date.now());
  await insertApiKey(database, made.key);
  return made;
};
