/** Postgres cannot be reached, is shutting down or gave up on this statement: the same request may succeed later. */
export class OutageError extends Error {
  constructor(cause: unknown) {
    super('The database cannot answer now.', { cause });
    this.name = 'OutageError';
  }
}

/** More is asked of the database than it can take now; this was not begun. */
export class OverloadedError extends OutageError {
  constructor(reason: string) {
    super(new Error(reason));
    this.name = 'OverloadedError';
    this.message = 'More is asked of the database than it can answer now.';
  }
}

/** The statement was given up: it ran into its deadline (SQLSTATE 57014, statement_timeout), or its reader hung up. */
export class DeadlineError extends Error {
  constructor(cause: unknown) {
    super('The statement was given up.', { cause });
    this.name = 'DeadlineError';
  }
}

/** SQLSTATE classes and codes that say "not now": https://www.postgresql.org/docs/current/errcodes-appendix.html */
const OUTAGE_STATES = /^(08|53|57P|58|40|55P03|25006)/;

/** What Node and pg throw without a SQLSTATE when the connection is not there. */
const OUTAGE_CODES = new Set([
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'ETIMEDOUT',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
const OUTAGE_MESSAGES =
  /^(Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client (has encountered a connection error|was closed)|Cannot use a pool after)/;

/**
 * Maps what pg or Drizzle threw to OutageError or DeadlineError; anything else is a bug and comes back as it was, but without
 * Drizzle's wrapper, whose message holds the parameters.
 */
export const asDatabaseError = (error: unknown): unknown => {
  const cause = unwrap(error);
  const { code, message } = cause as { readonly code?: string; readonly message?: string };
  if (code === '57014') return new DeadlineError(cause);
  if (code !== undefined && (OUTAGE_STATES.test(code) || OUTAGE_CODES.has(code)))
    return new OutageError(cause);
  return message !== undefined && OUTAGE_MESSAGES.test(message) ? new OutageError(cause) : cause;
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
