import type pg from 'pg';

import { withConnection } from './withConnection.ts';
import type { BoundedPool } from './openPool.ts';

/** The half-open time range of a partition, canonical text. */
export type Partition = {
  readonly name: string;
  readonly from: string;
  readonly until: string;
  /** Retention first detaches a partition, then drops it. An interrupted run leaves a partition in one of the other two states. */
  readonly state: 'ATTACHED' | 'DETACHING' | 'DETACHED';
};

/** The partitions of session_event in the memory of this process; other processes may have created more. */
export type Partitions = {
  /** Creates the partitions for events at these times, in a separate transaction. Cheap if they exist. */
  readonly ensure: (times: readonly string[]) => Promise<void>;
  /** The known partitions, oldest first. */
  readonly list: () => Promise<readonly Partition[]>;
  readonly forget: () => void;
};

/** Partitions are remembered for this long, so that a process finds the partitions that another one made. */
const MEMORY_MS = 30_000;

/**
 * Keeps the list of partitions in memory, so that ingest and page queries do not read the catalog. `deadlineMs` applies to one statement;
 * null for none.
 */
export const makePartitions = (pool: BoundedPool, deadlineMs: number | null): Partitions => {
  let known: Promise<readonly Partition[]> | null = null;
  let knownAtMs = 0;
  const forget = (): void => {
    known = null;
  };
  const list = async (): Promise<readonly Partition[]> => {
    if (known === null || Date.now() - knownAtMs > MEMORY_MS) {
      knownAtMs = Date.now();
      known = withConnection(pool, deadlineMs, async ({ client }) =>
        (await selectPartitions(client)).filter(({ state }) => state === 'ATTACHED'),
      );
      known.catch(forget);
    }
    return known;
  };
  const ensure = async (times: readonly string[]): Promise<void> => {
    const months = [...new Set(times.map((time) => `${time.slice(0, 7)}-01T00:00:00Z`))];
    const covered = new Set((await list()).map(({ name }) => name));
    const missing = months.filter((month) => !namesOf(month).some((name) => covered.has(name)));
    if (missing.length === 0) return;
    // Creating a partition twice has no effect, so a lost response does no harm.
    await withConnection(pool, deadlineMs, async ({ client }) =>
      client.query('select ensure_session_event_partitions($1::timestamptz[])', [missing]),
    );
    forget();
  };
  return { ensure, list, forget };
};

const namesOf = (time: string): readonly string[] => {
  const year = `session_event_y${time.slice(0, 4)}`;
  return [year, `${year}m${time.slice(5, 7)}`];
};

/** Reads the partitions from the catalog. Their names contain their ranges (ensure_session_event_partitions). */
export const selectPartitions = async (
  connection: Pick<pg.ClientBase, 'query'>,
): Promise<readonly Partition[]> => {
  const { rows } = await connection.query<{ name: string; state: Partition['state'] }>({
    name: 'partitions',
    text: `select c.relname::text as name,
        case when i.inhrelid is null then 'DETACHED' when i.inhdetachpending then 'DETACHING' else 'ATTACHED' end as state
      from pg_class c left join pg_inherits i on i.inhrelid = c.oid and i.inhparent = 'session_event'::regclass
      where c.relkind = 'r' and c.relname ~ '^session_event_y' and c.relnamespace = 'public'::regnamespace order by 1`,
  });
  return rows
    .flatMap(({ name, state }) => rangeOf(name).map((range) => ({ name, state, ...range })))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
};

const rangeOf = (name: string): readonly Pick<Partition, 'from' | 'until'>[] => {
  const [, yearText, monthText] = /^session_event_y(\d{4})(?:m(\d\d))?$/.exec(name) ?? [];
  if (yearText === undefined) return [];
  const year = Number(yearText);
  const month = monthText === undefined ? null : Number(monthText);
  const endMonth = month === null || month === 12 ? 1 : month + 1;
  const endYear = month === null || month === 12 ? year + 1 : year;
  return [{ from: firstOf(year, month ?? 1), until: firstOf(endYear, endMonth) }];
};

const firstOf = (year: number, month: number): string =>
  `${year}-${String(month).padStart(2, '0')}-01T00:00:00.000000Z`;

const TIMEOUT_MS = 1000;

const PROBES = new WeakMap<BoundedPool, Promise<readonly Partition[] | null>>();

/**
 * Reads the partitions from the catalog, to find out whether Postgres answers; null if it does not within a second. Call it with the pool of
 * API keys, so that no request waits for it. Only one statement runs at a time, so that probes do not pile up.
 */
export const probePartitions = async (pool: BoundedPool): Promise<readonly Partition[] | null> => {
  const probe = PROBES.get(pool) ?? startProbe(pool);
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), TIMEOUT_MS);
  });
  try {
    return await Promise.race([probe, timeout]);
  } finally {
    clearTimeout(timer);
  }
};

const startProbe = (pool: BoundedPool): Promise<readonly Partition[] | null> => {
  const probe = selectPartitions(pool).then(
    (all) => all.filter(({ state }) => state === 'ATTACHED'),
    () => null,
  );
  PROBES.set(pool, probe);
  void probe.then(() => PROBES.delete(pool));
  return probe;
};
