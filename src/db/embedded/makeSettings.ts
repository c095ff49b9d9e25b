import { createHash } from 'node:crypto';

/** A custom setting in which a running Postgres has the fingerprint of the settings that it was started with. */
export const FINGERPRINT_SETTING = 'sessionscope.settings';

/** Settings of Postgres by name. `fingerprint` identifies a set of settings. */
export type Settings = { readonly values: Readonly<Record<string, string>>; readonly fingerprint: string };

/**
 * The settings of the embedded Postgres. They are passed on its command line at every start, so that an upgrade of Sessionscope changes
 * them. postgresql.conf belongs to the user and applies to all other settings.
 *
 * Postgres listens on TCP at 127.0.0.1 with a password, not on a Unix socket: the path of a socket is limited to 107 bytes, which a deeply
 * nested checkout exceeds, and Windows has no Unix sockets.
 */
export const makeSettings = (version: string): Settings => {
  const values = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: '256MB',
    // A query over 60 partitions with their indexes takes hundreds of locks; with 64 per connection, shared memory ran out.
    max_locks_per_transaction: '512',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    // Ingest writes WAL in bursts. With 2 GB, checkpoints run by time rather than by size, and recovery is limited to about a minute.
    max_wal_size: '2GB',
    min_wal_size: '256MB',
    checkpoint_timeout: '10min',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Statements contain evidence, and failing clients repeat them, so errors are logged without their SQL.
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
    // Stops the queries of a client that disconnected. Windows cannot detect that a socket was closed.
    ...(process.platform === 'win32' ? {} : { client_connection_check_interval: '500ms' }),
  };
  const text = JSON.stringify([version, values]);
  const fingerprint = createHash('sha256').update(text).digest('hex').slice(0, 16);
  return { values: { ...values, [FINGERPRINT_SETTING]: fingerprint }, fingerprint };
};
