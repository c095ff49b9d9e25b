/** Why the embedded Postgres cannot be had, one code per remedy. */
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
 * The embedded Postgres could not be started or stopped, for a reason that the person at the terminal can put right.
 *
 * The message is for them: it says the problem and the remedy, and needs no stack beside it.
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
 * Whether a thrown value carries one of these codes of the operating system or of Postgres, such as ENOENT.
 *
 * Looks at the shape rather than at `instanceof Error`, which is false for Node's own errors wherever code runs in a
 * context of its own, as under jest.
 */
export const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && codes.includes(String(error.code));

/** The message of anything thrown, for use within a sentence. */
export const formatReason = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
