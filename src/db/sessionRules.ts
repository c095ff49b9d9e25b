import { formatDomainAliases } from '../model/domainAliases.ts';
import { formatDuration } from '../model/session/sessionDuration.ts';

import { writeAliases } from './accountDomain.ts';
import type { Database } from './client.ts';
import { withTransaction } from './withTransaction.ts';

/**
 * The version of the rules by which sessions are computed. Stored sessions keep the rules with which they were computed until a rebuild: raise it
 * when a change needs one. Databases of version 0.1 have none.
 */
const SESSION_RULES = '2';

const SETTING = 'SESSION_RULES';

/** The rules, with the settings on which sessions depend. */
export const describeRules = ({ silenceUs, aliases }: Pick<Database, 'silenceUs' | 'aliases'>): string =>
  `${SESSION_RULES} ${formatDuration(silenceUs)} ${formatDomainAliases(aliases)}`;

/** Whether the stored sessions were computed with these rules. A database without hosts has no sessions, and gets these rules. */
export const hasTheseRules = async ({ writePool }: Pick<Database, 'writePool'>): Promise<boolean> => {
  await writePool.query(KEEP, [SETTING, SESSION_RULES]);
  const { rows } = await writePool.query<{ value: string }>(
    'select value from database_setting where name = $1',
    [SETTING],
  );
  return rows[0]?.value === SESSION_RULES;
};

/** Reads one row of host; index: database_setting_pkey. */
const KEEP = `insert into database_setting (name, value) select $1, $2
  where not exists (select from host) on conflict do nothing`;

/** Stores that all sessions were computed with these rules, SILENCE and DOMAIN_ALIASES. Index: database_setting_pkey. */
export const noteRules = async ({ writePool, silenceUs, aliases }: Database): Promise<void> =>
  withTransaction(writePool, async (client) => {
    await client.query(
      `insert into database_setting (name, value) values ($1, $2), ('SILENCE', $3)
       on conflict (name) do update set value = excluded.value`,
      [SETTING, SESSION_RULES, formatDuration(silenceUs)],
    );
    await writeAliases(client, aliases);
  });
