import type { ResponseTimeouts } from './awaitAnswer.ts';
import type { RetryPolicy } from './waitBeforeRetry.ts';

/** The streams, signals and settings of a command that talks to a running server. */
export type CommandContext = {
  readonly output: Terminal;
  readonly errors: Terminal;
  /** Aborts when the user stops the command. */
  readonly interrupt: AbortSignal;
  readonly retry?: RetryPolicy;
  readonly timeouts?: ResponseTimeouts;
  /** The key from the environment; the option of the command takes precedence. */
  readonly key?: string | null;
  /** Returns the server that the settings name; the option of the command takes precedence. */
  readonly findServer?: () => ServerLookup;
};

/** The server that the settings name; MISTAKE explains what is wrong with them. */
export type ServerLookup =
  { readonly kind: 'URL'; readonly url: string } | { readonly kind: 'MISTAKE'; readonly message: string };

/** A stream that may be a terminal. Progress goes to standard error, so that standard output contains only the result. */
export type Terminal = NodeJS.WritableStream & { readonly isTTY?: boolean };

/** Exit codes of these commands. INTERRUPTED is the code that shells return for a program that Ctrl-C ended. */
export const EXIT = { OK: 0, FLAWED: 1, WRONG_USAGE: 2, INTERRUPTED: 130 } as const;
