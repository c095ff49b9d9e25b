import type pg from 'pg';

import { formatDomainAliases, parseDomainAliases } from '../model/domainAliases.ts';
import type { DomainAliases } from '../model/domainAliases.ts';
import { formatDuration } from '../model/session/sessionDuration.ts';
import { parseDuration } from '../model/values/duration.ts';

import { selectAliases, writeAliases } from './accountDomain.ts';
import type { Database } from './client.ts';
import { withClient } from './withClient.ts';
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

/**
 * Reads SILENCE and DOMAIN_ALIASES with which the sessions were computed. SILENCE is null before the first start of a server. Index:
 * database_setting_pkey.
 */
export const readSessionSettings = async (
  url: string,
): Promise<{ readonly silenceUs: number | null; readonly aliases: DomainAliases }> =>
  withClient({ connectionString: url }, async (client) => {
    const { rows } = await client.query<{ value: string }>(
      "select value from database_setting where name = 'SILENCE'",
    );
    const [silence] = rows;
    return {
      silenceUs: silence === undefined ? null : parseDuration(silence.value, 'SILENCE') * 1000,
      aliases: parseDomainAliases(await selectAliases(client)),
    };
  });

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
  where not exists (select 1 from host limit 1) on conflict do nothing`;

/** A rebuild that has changed a part of the sessions to another SILENCE or other DOMAIN_ALIASES: its values, for messages. */
const UNFINISHED = 'UNFINISHED_REBUILD';

/**
 * Stores that a rebuild begins, if SILENCE or DOMAIN_ALIASES differ from those with which the sessions were computed. Only noteRules ends this: a
 * rebuild with the values from before does not, until it has computed all sessions.
 */
export const noteRebuild = async (
  client: pg.ClientBase,
  { silenceUs, aliases }: Pick<Database, 'silenceUs' | 'aliases'>,
): Promise<void> => {
  const silence = formatDuration(silenceUs);
  const names = formatDomainAliases(aliases);
  const values = `SILENCE=${silence} and ${names === '' ? 'no DOMAIN_ALIASES' : `DOMAIN_ALIASES="${names}"`}`;
  await client.query(BEGIN, [UNFINISHED, values, silence, names]);
};

/** Index: database_setting_pkey. */
const BEGIN = `insert into database_setting (name, value) select $1, $2
  where exists (select from database_setting where name = 'SILENCE' and value <> $3)
    or coalesce((select value from database_setting where name = 'DOMAIN_ALIASES'), '') <> $4
  on conflict (name) do update set value = excluded.value`;

/** Returns the values of a rebuild that has changed a part of the sessions to another SILENCE or other DOMAIN_ALIASES, or null. Index: database_setting_pkey. */
export const selectUnfinishedRebuild = async (
  client: Pick<pg.ClientBase | Database['writePool'], 'query'>,
): Promise<string | null> => {
  const { rows } = await client.query<{ value: string }>(
    'select value from database_setting where name = $1',
    [UNFINISHED],
  );
  return rows[0]?.value ?? null;
};

/** Stores that all sessions were computed with these rules, SILENCE and DOMAIN_ALIASES. Index: database_setting_pkey. */
export const noteRules = async ({ writePool, silenceUs, aliases }: Database): Promise<void> =>
  withTransaction(writePool, async (client) => {
    await client.query(
      `insert into database_setting (name, value) values ($1, $2), ('SILENCE', $3)
       on conflict (name) do update set value = excluded.value`,
      [SETTING, SESSION_RULES, formatDuration(silenceUs)],
    );
    await writeAliases(client, aliases);
    await client.query('delete from database_setting where name = $1', [UNFINISHED]);
  });
