import { OverloadedError, UnknownOutcomeError } from '../../db/errors.ts';
import type { OutageError } from '../../db/errors.ts';

import type { ErrorAnswer } from '../errors/sendError.ts';
import type { UploadEnd } from './readBatches.ts';

/** The uploader keeps its place when it is refused, and sends everything behind it again. */
const REMEDY =
  'Entries of earlier batches are stored. Send the same again: entries that are already stored are not stored twice.';

/** The errors for reasons why an upload was not read to its end. */
export const REFUSED_ENDS: Readonly<Record<Exclude<UploadEnd, 'COMPLETE'>, ErrorAnswer>> = {
  INCOMPLETE: {
    status: 400,
    code: 'INCOMPLETE_UPLOAD',
    message: `The body ends inside an entry; each entry ends with an empty line. ${REMEDY}`,
  },
  // Nobody reads this answer; the audit has its code.
  BROKEN: { status: 400, code: 'INCOMPLETE_UPLOAD', message: `The connection broke. ${REMEDY}` },
  BAD_GZIP: {
    status: 400,
    code: 'BAD_ENCODING',
    message: `The body is not valid gzip; compress it again. ${REMEDY}`,
  },
  TOO_SLOW: { status: 408, code: 'REQUEST_TIMEOUT', message: `The upload arrived too slowly. ${REMEDY}` },
  CLOSING: {
    status: 503,
    code: 'SERVICE_UNAVAILABLE',
    message: `The server is shutting down. ${REMEDY}`,
    retryAfterSeconds: 1,
  },
};

/** The error for an outage while a batch was stored. */
export const refuseOutage = (error: OutageError): ErrorAnswer => ({
  status: 503,
  code: error instanceof OverloadedError ? 'OVERLOADED' : 'SERVICE_UNAVAILABLE',
  message: `${error.message} ${REMEDY}`,
  ...(error instanceof UnknownOutcomeError && { outcome: 'UNKNOWN' as const }),
  retryAfterSeconds: 1,
});

/** Replaces the message of an error that says that nothing was done. */
export const afterBatches = (refusal: ErrorAnswer): ErrorAnswer =>
  refusal.code === 'RATE_LIMITED'
    ? { ...refusal, message: `The remaining budget of the caller is too low. ${REMEDY}` }
    : { ...refusal, message: `${refusal.message} ${REMEDY}` };
