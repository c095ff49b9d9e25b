import { realpath } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

import { Client } from 'pg';

import { EmbeddedError, hasCode, formatReason } from './EmbeddedError.ts';
import { FINGERPRINT_SETTING } from './makeSettings.ts';
import type { Cluster } from './openCluster.ts';

const TIMEOUT_MS = 60_000;
const ATTEMPT_TIMEOUT_MS = 10_000;
const RETRY_MS = 100;

/** SQLSTATEs that pass: too many connections, starting up or shutting down. */
const PASSING_STATES = ['53300', '57P03'];

/** The connection URL of a cluster's superuser on its maintenance database. */
export const formatUrl = ({ password }: Cluster, port: number): string =>
  `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;

/**
 * Connects to a Postgres that says it is ready, which proves that it takes our password, and reads with which settings it
 * runs; null when it was started by something else than us, or works on another folder.
 *
 * @throws EmbeddedError START_FAILED when it cannot be connected to.
 */
export const readFingerprint = async (cluster: Cluster, port: number): Promise<string | null> => {
  const deadlineMs = Date.now() + TIMEOUT_MS;
  for (;;) {
    try {
      const { folder, fingerprint } = await query(cluster, port);
      return (await realpath(folder)) === (await realpath(cluster.cluster)) ? fingerprint : null;
    } catch (error) {
      if (Date.now() > deadlineMs || !isPassing(error)) {
        throw new EmbeddedError(
          'START_FAILED',
          `Postgres runs on port ${port} and cannot be connected to (${formatReason(error)}). ` +
            `If its password was changed, put the new one into ${cluster.cluster}/sessionscope.password.`,
          { cause: error },
        );
      }
      await sleep(RETRY_MS);
    }
  }
};

type Answer = { readonly folder: string; readonly fingerprint: string | null };

const query = async (cluster: Cluster, port: number): Promise<Answer> => {
  const client = new Client({
    connectionString: formatUrl(cluster, port),
    // Else PGSSLMODE in our environment decides, and this server speaks no TLS.
    ssl: false,
    connectionTimeoutMillis: ATTEMPT_TIMEOUT_MS,
    query_timeout: ATTEMPT_TIMEOUT_MS,
  });
  // A connection that breaks after the answer is of no interest, and without a listener it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<Answer>(
      `select current_setting('data_directory') as folder, current_setting($1, true) as fingerprint`,
      [FINGERPRINT_SETTING],
    );
    const [answer] = rows;
    if (answer === undefined) throw new Error('no answer');
    return answer;
  } finally {
    await client.end().catch(() => undefined);
  }
};

const isPassing = (error: unknown): boolean =>
  hasCode(error, 'ECONNREFUSED', 'ECONNRESET', ...PASSING_STATES) || formatReason(error).includes('timeout');
