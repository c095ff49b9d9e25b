import { realpath } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

import { Client } from 'pg';

import { EmbeddedError, hasCode, formatReason } from './EmbeddedError.ts';
import { FINGERPRINT_SETTING } from './makeSettings.ts';
import type { Cluster } from './openCluster.ts';

const TIMEOUT_MS = 60_000;
const ATTEMPT_TIMEOUT_MS = 10_000;
const RETRY_MS = 100;

/** SQLSTATEs of temporary conditions: too many connections, starting up or shutting down. */
const PASSING_STATES = ['53300', '57P03'];

/** The connection URL of the superuser of a cluster, for its maintenance database. */
export const formatUrl = ({ password }: Cluster, port: number): string =>
  `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;

/**
 * Connects to a Postgres that reports that it is ready, which proves that it accepts our password, and reads the fingerprint of its
 * settings. Null if something else started it, or if it works on another folder.
 *
 * @throws EmbeddedError START_FAILED if no connection can be made.
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
          `Postgres runs on port ${port}, but refuses connections (${formatReason(error)}). ` +
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
    // Otherwise PGSSLMODE in our environment would apply, and this server does not support TLS.
    ssl: false,
    connectionTimeoutMillis: ATTEMPT_TIMEOUT_MS,
    query_timeout: ATTEMPT_TIMEOUT_MS,
  });
  // A connection that breaks after the response does not matter. Without a listener, the event would end the process.
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
