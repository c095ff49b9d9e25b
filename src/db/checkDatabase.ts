import { formatDomainAliases } from '../model/domainAliases.ts';
import type { DomainAliases } from '../model/domainAliases.ts';
import { formatDuration } from '../model/session/sessionDuration.ts';

import { selectAliases } from './accountDomain.ts';
import type { Database } from './client.ts';
import { OverloadedError } from './errors.ts';
import type { BoundedPool } from './openPool.ts';
import { hasTheseRules, selectUnfinishedRebuild } from './sessionRules.ts';

const OLDEST_VERSION = 150_000;

/** The default of Postgres provides locks for this many relations per connection. */
const LOCKS_PER_PARTITION = 8;

export type DatabaseCheck = { readonly problems: readonly string[]; readonly warnings: readonly string[] };

/** The settings that are fixed for a database. */
type FixedSettings = {
  readonly hostnames: string;
  readonly silenceUs: number;
  readonly aliases: DomainAliases;
};

/**
 * Checks at startup what durability and correctness depend on: the version, fsync, the encoding, the size of the lock table, and that
 * HOSTNAMES, SILENCE and DOMAIN_ALIASES have the values that the database was created or rebuilt with. Warns if its sessions need a rebuild.
 */
export const checkDatabase = async (
  { writePool }: Database,
  settings: FixedSettings,
): Promise<DatabaseCheck> => {
  const { rows } = await writePool.query<Facts>(
    `select current_setting('server_version_num')::integer as version, current_setting('fsync') as fsync,
       current_setting('server_encoding') as encoding,
       current_setting('synchronous_commit') = 'remote_apply' and current_setting('synchronous_standby_names') = '' as "waitsForNone",
       current_setting('max_locks_per_transaction')::integer * (current_setting('max_connections')::integer
         + current_setting('max_prepared_transactions')::integer) as locks,
       (select count(*)::integer from pg_inherits where inhparent = 'session_event'::regclass) as partitions`,
  );
  const [facts] = rows;
  if (facts === undefined) return { problems: ['The database returned no settings.'], warnings: [] };
  const needed = (facts.partitions + 12) * LOCKS_PER_PARTITION * 10;
  return {
    problems: [
      ...(facts.version < OLDEST_VERSION ? ['Postgres is older than 15; use 15 to 18.'] : []),
      ...(facts.fsync === 'on'
        ? []
        : ['fsync is off, so an acknowledged event could be lost; switch it on.']),
      ...(facts.encoding === 'UTF8'
        ? []
        : [`The encoding of the database is ${facts.encoding}; create the database with UTF8.`]),
      ...(await checkSettings(writePool, settings)),
    ],
    warnings: [
      ...(facts.locks < needed
        ? [
            `The lock table is limited to ${facts.locks} locks; ${facts.partitions} partitions may need ${needed}: raise max_locks_per_transaction.`,
          ]
        : []),
      ...(facts.waitsForNone ? [NO_SYNCHRONOUS_STANDBY] : []),
      ...((await hasTheseRules({ writePool })) ? [] : [OLD_RULES]),
    ],
  };
};

/** Checks that the settings have the values with which the database was created and its sessions were computed. */
const checkSettings = async (
  writePool: Database['writePool'],
  { hostnames, silenceUs, aliases }: FixedSettings,
): Promise<readonly string[]> => {
  const created = await keepSetting(writePool, 'HOSTNAMES', hostnames);
  const silence = formatDuration(silenceUs);
  const computed = await keepSetting(writePool, 'SILENCE', silence);
  const names = formatDomainAliases(aliases);
  const resolved = await selectAliases(writePool);
  const unfinished = await selectUnfinishedRebuild(writePool);
  return [
    ...(created === hostnames
      ? []
      : [
          `HOSTNAMES is ${hostnames}, but this database was created with ${created}; set HOSTNAMES=${created}.`,
        ]),
    ...(unfinished === null ? [] : [explainUnfinished(unfinished)]),
    ...(unfinished !== null || computed === silence
      ? []
      : [
          `SILENCE is ${silence}, but the sessions of this database were computed with ${computed}; stop the servers and run the command rebuild with the new value, or set SILENCE=${computed}.`,
        ]),
    ...(unfinished !== null || resolved === names ? [] : [explainAliases(names, resolved)]),
  ];
};

const OLD_RULES =
  'The sessions of this database were computed with the rules of another version; run the command rebuild. Servers may keep running.';

const NO_SYNCHRONOUS_STANDBY =
  'SYNCHRONOUS_COMMIT is remote_apply, but synchronous_standby_names of Postgres is empty, so a commit waits for no standby; set it to the names of the standbys.';

const explainUnfinished = (values: string): string =>
  `A rebuild with ${values} has not ended, so a part of the sessions was computed with these values; stop the servers and run the command rebuild until it ends, with the values that the servers will have.`;

const explainAliases = (set: string, computed: string): string => {
  const before = computed === '' ? 'without aliases' : `with ${computed}`;
  const remedy = computed === '' ? 'remove DOMAIN_ALIASES' : `restore DOMAIN_ALIASES="${computed}"`;
  return `DOMAIN_ALIASES is ${set === '' ? 'not set' : set}, but the sessions of this database were computed ${before}; stop the servers and run the command rebuild with the new value, or ${remedy}.`;
};

type Facts = {
  readonly version: number;
  readonly fsync: string;
  readonly encoding: string;
  readonly waitsForNone: boolean;
  readonly locks: number;
  readonly partitions: number;
};

/** Stores a setting at the first start. Returns the stored value. */
const keepSetting = async (
  writePool: Database['writePool'],
  name: string,
  value: string,
): Promise<string | undefined> => {
  await writePool.query('insert into database_setting (name, value) values ($1, $2) on conflict do nothing', [
    name,
    value,
  ]);
  const { rows } = await writePool.query<{ value: string }>(
    'select value from database_setting where name = $1',
    [name],
  );
  return rows[0]?.value;
};

/**
 * Makes the readiness check: whether the database runs statements of ingest and of queries now. For ingest it uses the connection of API keys, so that
 * a busy server counts as ready. Concurrent checks share one statement each, because they need no API key.
 */
export const makeReachability = (database: Database): (() => Promise<boolean>) => {
  let asking: Promise<boolean> | null = null;
  const ask = async (): Promise<boolean> => {
    try {
      await database.keyPool.query('select 1');
      return await canRead(database);
    } catch {
      return false;
    } finally {
      asking = null;
    }
  };
  return async () => {
    asking ??= ask();
    return asking;
  };
};

/** Whether queries can be answered. A replica is watched; another pool is asked, unless all of its connections are busy, which shows that they work. */
export const canRead = async ({ readPool, replica }: Database): Promise<boolean> => {
  if (replica?.isUsed() === true) return true;
  const pool: BoundedPool = replica?.primaryPool ?? readPool;
  try {
    const client = await pool.acquire({ waitMs: 0 });
    const isAnswered = await client.query('select 1').then(
      () => true,
      () => false,
    );
    client.release(!isAnswered);
    return isAnswered;
  } catch (error) {
    return error instanceof OverloadedError;
  }
};
