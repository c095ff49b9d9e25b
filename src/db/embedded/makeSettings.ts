import { createHash } from 'node:crypto';

/** Custom setting under which a running Postgres carries the fingerprint of the settings it was started with. */
export const FINGERPRINT_SETTING = 'sessionscope.settings';

/** Postgres' settings by name; `fingerprint` tells two sets apart. */
export type Settings = { readonly values: Readonly<Record<string, string>>; readonly fingerprint: string };

/**
 * The settings that the embedded Postgres runs with, given on its command line at every start, so that an upgrade of ours
 * changes them and postgresql.conf stays the user's: it counts for every setting not named here.
 *
 * It listens on TCP at 127.0.0.1 with a password, not on a Unix socket: a socket's path ends at 107 bytes, which a deep
 * checkout exceeds, and Windows has none.
 */
export const makeSettings = (version: string): Settings => {
  const values = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: '256MB',
    // A query over 60 partitions with their indexes takes hundreds of locks; 64 a connection ran out of shared memory.
    max_locks_per_transaction: '512',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    // Ingest writes WAL in bursts: 2 GB keeps checkpoints timed rather than forced, and bounds recovery to about a minute.
    max_wal_size: '2GB',
    min_wal_size: '256MB',
    checkpoint_timeout: '10min',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Statements carry evidence and a failing client repeats them: errors are logged without their SQL.
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
    // Stops the queries of a client that hung up. Windows cannot see that a socket was closed.
    ...(process.platform === 'win32' ? {} : { client_connection_check_interval: '500ms' }),
  };
  const text = JSON.stringify([version, values]);
  const fingerprint = createHash('sha256').update(text).digest('hex').slice(0, 16);
  return { values: { ...values, [FINGERPRINT_SETTING]: fingerprint }, fingerprint };
};
