import { OverloadedError, UnknownOutcomeError } from '../../db/errors.ts';
import type { OutageError } from '../../db/errors.ts';

/** When a client of GraphQL should try again after an outage. */
export const RETRY_AFTER_OUTAGE_SECONDS = 2;

/** The error for a client during an outage, in GraphQL and at /ingest. It is always retryable. */
export type OutageAnswer = {
  readonly code: 'OVERLOADED' | 'SERVICE_UNAVAILABLE';
  readonly message: string;
  /** Set when it is unknown whether the request was executed. */
  readonly outcome?: 'UNKNOWN';
};

/**
 * Describes what an outage means for the data that was sent: nothing was stored, or that is unknown. `subject` is what failed: other fields of the
 * same GraphQL request may have succeeded.
 */
export const describeOutage = (error: OutageError, subject: 'request' | 'field'): OutageAnswer => {
  if (error instanceof UnknownOutcomeError) {
    return {
      code: 'SERVICE_UNAVAILABLE',
      message: `${error.message} The data may have been stored; send the same again: items that are already stored are then reported as duplicates.`,
      outcome: 'UNKNOWN',
    };
  }
  const code = error instanceof OverloadedError ? 'OVERLOADED' : 'SERVICE_UNAVAILABLE';
  return { code, message: `${error.message} The ${subject} changed nothing; try again.` };
};

/** Describes an outage for the log, with what the operator can check. The client does not see this text. */
export const describeOutageForLog = ({ cause }: Pick<OutageError, 'cause'>): string => {
  const { code } = (cause ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' && REFUSED_LOGIN.test(code)
    ? 'Postgres refuses the login of the server. Check the user and password in DATABASE_URL, DATABASE_READER_URL and DATABASE_WRITER_URL, and pg_hba.conf.'
    : 'The database cannot be reached.';
};

/** SQLSTATE class 28: invalid authorization specification. */
const REFUSED_LOGIN = /^28/;
