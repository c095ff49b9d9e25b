/** Postgres cannot be reached, is shutting down or gave up on this statement; nothing was committed, and the same request may succeed later. */
export class OutageError extends Error {
  constructor(cause: unknown) {
    super('The database cannot answer now.', { cause });
    this.name = 'OutageError';
  }
}

/** More is asked of the database than it can take now; this was not begun. */
export class OverloadedError extends OutageError {
  constructor(reason: string, options?: ErrorOptions) {
    super(new Error(reason, options));
    this.name = 'OverloadedError';
    this.message = 'More is asked of the database than it can answer now.';
  }
}

/** COMMIT was sent, and its answer never came: the transaction may be committed or not. The same request may succeed later. */
export class UnknownOutcomeError extends OutageError {
  constructor(cause: unknown) {
    super(cause);
    this.name = 'UnknownOutcomeError';
    this.message = 'The database did not confirm the commit.';
  }
}

/** The statement was given up: it ran into its deadline (SQLSTATE 57014, statement_timeout), or its client disconnected. */
export class DeadlineError extends Error {
  constructor(cause: unknown) {
    super('The statement was given up.', { cause });
    this.name = 'DeadlineError';
  }
}

/**
 * SQLSTATE classes and codes that say "not now", or that the operator has to repair something: the database is damaged (XX), or it refuses the
 * server's login (28; a connection pooler reports that for a statement). https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const OUTAGE_STATES = /^(08|28|40|53|55|57P|58|XX|25006|25P03|25P04)/;

/** Codes of Node for calls of the operating system (ECONNRESET, EPIPE, EMFILE), and of its TLS and streams, for a connection that breaks. */
const CONNECTION_CODES = /^(E(?!RR_)[A-Z\d_]+|ERR_(SSL|TLS|STREAM|SOCKET)_\w+)$/;

/** What pg throws without a code when the connection is not there. */
const OUTAGE_MESSAGES =
  /^(Connection terminated|Query read timeout|Client (has encountered a connection error|was closed)|Cannot use a pool after|[Rr]eceived (unexpected|invalid) )/;

/** pg-pool and pg each have a timeout for connecting, and say so in words. */
const CONNECTION_TIMEOUTS =
  /^(timeout exceeded when trying to connect|timeout expired|Connection terminated due to connection timeout)/;

/**
 * Maps what pg or Drizzle threw to OutageError or DeadlineError; anything else is a bug and comes back as it was, but without
 * Drizzle's wrapper, whose message holds the parameters.
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

/** Maps what failed while a connection was opened: whatever the reason, it is no fault of the request, and nothing was done. */
export const asConnectionError = (error: unknown): unknown => {
  const known = asDatabaseError(error);
  return known instanceof OutageError || known instanceof DeadlineError ? known : new OutageError(known);
};

/**
 * SQLSTATEs with which Postgres refuses a COMMIT and rolls back: a deferred constraint, a serialization failure, a cancelled statement. After
 * any other error of COMMIT its outcome is not known.
 */
const REFUSED_COMMIT = /^(22|23|25P02|40(?!003)|42|57014)/;

/** pg did not send the statement, since the connection was gone before. */
const UNSENT = /^Client (has encountered a connection error|was closed)/;

/** Maps what failed at COMMIT: unless Postgres refused it, or it was not sent, nobody knows whether it was done. */
export const asCommitError = (error: unknown): unknown => {
  const cause = unwrap(error);
  const { code, message } = cause as NodeJS.ErrnoException;
  const isRefused = code !== undefined && REFUSED_COMMIT.test(code);
  return isRefused || UNSENT.test(message) ? asDatabaseError(cause) : new UnknownOutcomeError(cause);
};

/** No partition for the row: SQLSTATE 23514 like a CHECK, but without a constraint's name. */
export const isMissingPartition = (error: unknown): boolean => {
  const { code, constraint } = unwrap(error) as { readonly code?: string; readonly constraint?: string };
  return code === '23514' && constraint === undefined;
};

/** What pg threw, out of the wrapper that Drizzle puts around it. */
export const unwrap = (error: unknown): Error => {
  if (!(error instanceof Error)) return new Error('Something that is no Error was thrown.');
  const isDrizzles = error.name === 'DrizzleQueryError' || error.message.startsWith('Failed query');
  return isDrizzles && error.cause instanceof Error ? error.cause : error;
};
