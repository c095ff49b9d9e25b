/** Why the embedded Postgres is not available, one code per remedy. */
export type EmbeddedErrorCode =
  | 'DATA_IN_USE'
  | 'NO_BINARIES'
  | 'CANNOT_RUN'
  | 'NO_ACCESS'
  | 'NO_ACCOUNT'
  | 'FOREIGN_DATA'
  | 'OTHER_VERSION'
  | 'INIT_FAILED'
  | 'START_FAILED'
  | 'STOP_FAILED'
  | 'GIVEN_UP';

/**
 * The embedded Postgres could not be started or stopped, for a reason that the operator can correct.
 *
 * The message is for the operator: it contains the problem and the remedy, and needs no stack.
 */
export class EmbeddedError extends Error {
  readonly code: EmbeddedErrorCode;

  constructor(code: EmbeddedErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EmbeddedError';
    this.code = code;
  }
}

/**
 * Whether a thrown value has one of these codes of the operating system or of Postgres, such as ENOENT.
 *
 * Checks the properties rather than `instanceof Error`, which is false for errors of Node if the code runs in a separate context, as under
 * jest.
 */
export const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && codes.includes(String(error.code));

/** Returns the message of a thrown value, for use within a sentence. */
export const formatReason = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
