import { OverloadedError, UnknownOutcomeError } from '../../db/errors.ts';
import type { OutageError } from '../../db/errors.ts';

/** What a client is told of an outage, in GraphQL and at /ingest. All of it is retryable. */
export type OutageAnswer = {
  readonly code: 'OVERLOADED' | 'SERVICE_UNAVAILABLE';
  readonly message: string;
  /** Given when it is not known whether the request was done. */
  readonly outcome?: 'UNKNOWN';
};

/**
 * Says what an outage means for what was sent: nothing of it was stored, or it is not known. `subject` is what failed: other fields of the
 * same GraphQL request may have been done.
 */
export const describeOutage = (error: OutageError, subject: 'request' | 'field'): OutageAnswer => {
  if (error instanceof UnknownOutcomeError) {
    return {
      code: 'SERVICE_UNAVAILABLE',
      message: `${error.message} What was sent may have been stored; send the same again: what is stored already is then a duplicate.`,
      outcome: 'UNKNOWN',
    };
  }
  const code = error instanceof OverloadedError ? 'OVERLOADED' : 'SERVICE_UNAVAILABLE';
  return { code, message: `${error.message} The ${subject} changed nothing; try again.` };
};

/** Says in the log what an outage is, and what the operator can check. The client does not learn it. */
export const describeOutageForLog = ({ cause }: Pick<OutageError, 'cause'>): string => {
  const { code } = (cause ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' && REFUSED_LOGIN.test(code)
    ? 'Postgres refuses the login of the server. Check the user and password in DATABASE_URL, DATABASE_READER_URL and DATABASE_WRITER_URL, and pg_hba.conf.'
    : 'The database cannot be reached.';
};

/** SQLSTATE class 28: invalid authorization specification. */
const REFUSED_LOGIN = /^28/;
