import type { Patience } from './awaitAnswer.ts';
import type { RetryPolicy } from './waitBeforeRetry.ts';

/** The world around a command that talks to a running server. */
export type Surroundings = {
  readonly output: Terminal;
  readonly errors: Terminal;
  /** Aborts when the user wants to stop. */
  readonly interrupt: AbortSignal;
  readonly retry?: RetryPolicy;
  readonly patience?: Patience;
  /** The key that the surroundings give; a command's own option goes before it. */
  readonly key?: string | null;
  /** Gives the server that the settings tell of; a command's own option goes before it. */
  readonly findServer?: () => ServerAnswer;
};

/** What came of looking for a server in the settings; a MISTAKE says what is wrong with them. */
export type ServerAnswer =
  { readonly kind: 'URL'; readonly url: string } | { readonly kind: 'MISTAKE'; readonly message: string };

/** A stream that may be a terminal. Progress is shown on standard error, so that standard output holds the result alone. */
export type Terminal = NodeJS.WritableStream & { readonly isTTY?: boolean };

/** Exit codes of such a command. INTERRUPTED is what shells give for a program that Ctrl-C ended. */
export const EXIT = { OK: 0, FLAWED: 1, WRONG_USAGE: 2, INTERRUPTED: 130 } as const;
