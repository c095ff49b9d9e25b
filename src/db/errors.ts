import type pg from 'pg';

/** Postgres cannot be reached, is shutting down or aborted the statement. Nothing was committed, and a retry may succeed. */
export class OutageError extends Error {
  constructor(cause: unknown) {
    super('The database is unavailable.', { cause });
    this.name = 'OutageError';
  }
}

/** The database is overloaded. The work was not started. */
export class OverloadedError extends OutageError {
  constructor(reason: string, options?: ErrorOptions) {
    super(new Error(reason, options));
    this.name = 'OverloadedError';
    this.message = 'The database is overloaded.';
  }
}

/** COMMIT was sent but not answered, so the transaction may or may not be committed. A retry may succeed. */
export class UnknownOutcomeError extends OutageError {
  constructor(cause: unknown) {
    super(cause);
    this.name = 'UnknownOutcomeError';
    this.message = 'The database did not confirm the commit.';
  }
}

/** The statement was aborted at its deadline (SQLSTATE 57014, statement_timeout), or because its client disconnected. */
export class DeadlineError extends Error {
  constructor(cause: unknown) {
    super('The statement was aborted.', { cause });
    this.name = 'DeadlineError';
  }
}

/**
 * SQLSTATE classes and codes of temporary failures, and of failures that the operator has to repair: the database is damaged (XX), or
 * refuses the login of the server (28; connection poolers report it for a statement).
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const OUTAGE_STATES = /^(08|28|40|53|55|57P|58|XX|25006|25P03|25P04)/;

/** Codes of Node for a broken connection: from system calls (ECONNRESET, EPIPE, EMFILE), TLS and streams. */
const CONNECTION_CODES = /^(E(?!RR_)[A-Z\d_]+|ERR_(SSL|TLS|STREAM|SOCKET)_\w+)$/;

/** Messages of errors without a code that pg throws for a lost connection. */
const OUTAGE_MESSAGES =
  /^(Connection terminated|Query read timeout|Client (has encountered a connection error|was closed)|Cannot use a pool after|[Rr]eceived (unexpected|invalid) )/;

/** Messages of the connection timeouts of pg-pool and pg, which have no code. */
const CONNECTION_TIMEOUTS =
  /^(timeout exceeded when trying to connect|timeout expired|Connection terminated due to connection timeout)/;

/**
 * Maps an error of pg or Drizzle to OutageError or DeadlineError. Any other error is a bug and is returned without the wrapper of Drizzle,
 * whose message contains the parameters.
 */
export const asDatabaseError = (error: unknown): unknown => {
  const cause = unwrap(error);
  if (cause instanceof OutageError || cause instanceof DeadlineError) return cause;
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === '57014') return new DeadlineError(cause);
  if (CONNECTION_TIMEOUTS.test(message)) return new OverloadedError(message, { cause });
  const isOutage =
    (code !== undefined && (OUTAGE_STATES.test(code) || CONNECTION_CODES.test(code))) ||
    OUTAGE_MESSAGES.test(message);
  return isOutage ? new OutageError(cause) : cause;
};

/** Maps an error while a connection was opened. It is never caused by the request, and nothing was done. */
export const asConnectionError = (error: unknown): unknown => {
  const known = asDatabaseError(error);
  return known instanceof OutageError || known instanceof DeadlineError ? known : new OutageError(known);
};

/**
 * SQLSTATEs with which Postgres rejects a COMMIT and rolls back: a deferred constraint, a serialization failure, a cancelled statement.
 * After any other error the outcome of COMMIT is unknown.
 */
const REFUSED_COMMIT = /^(22|23|25P02|40(?!003)|42|57014)/;

/** Messages for a statement that pg did not send because the connection was lost before. */
const UNSENT = /^Client (has encountered a connection error|was closed)/;

/** Maps an error of COMMIT. The outcome is unknown unless Postgres rejected the COMMIT or it was not sent. */
export const asCommitError = (error: unknown): unknown => {
  const cause = unwrap(error);
  const { code, message } = cause as NodeJS.ErrnoException;
  const isRefused = code !== undefined && REFUSED_COMMIT.test(code);
  return isRefused || UNSENT.test(message) ? asDatabaseError(cause) : new UnknownOutcomeError(cause);
};

/**
 * Whether the row has no partition: SQLSTATE 23514 like a CHECK, but without the name of a constraint. Citus passes on the message of a worker
 * without the name, and for a list of rows without the state. Postgres translates messages, but not the names in them.
 */
export const isMissingPartition = (error: unknown): boolean => {
  const known = error instanceof OutageError ? error.cause : error;
  const { code, constraint, message, detail = '' } = unwrap(known) as pg.DatabaseError;
  if (constraint !== undefined || NAMED_CHECK.test(message)) return false;
  return code === '23514' || (code === 'XX000' && SHARD.test(message) && detail.includes('("time") = ('));
};

/** After this prefix, names of partitions have `y2026`, and those of shards a number. */
const NAMED_CHECK = /session_event_[a-z]{2}/;
const SHARD = /session_event_\d+/;

/** Returns the error of pg without the wrapper of Drizzle. */
export const unwrap = (error: unknown): Error => {
  if (!(error instanceof Error)) return new Error('A value that is not an Error was thrown.');
  const isDrizzles = error.name === 'DrizzleQueryError' || error.message.startsWith('Failed query');
  return isDrizzles && error.cause instanceof Error ? error.cause : error;
};
