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
