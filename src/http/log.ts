import pino from 'pino';
import type { Logger } from 'pino';

/** Makes the log: JSON lines on standard output, without values: no query strings, variables, rows or addresses of hosts. */
export const makeLogger = (level: string): Logger => {
  const destination = pino.destination(STANDARD_OUTPUT);
  // Writing to a closed terminal fails; without a listener the error would end the process.
  destination.on('error', () => undefined);
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: {
        err: describeError,
      },
    },
    destination,
  );
};

const STANDARD_OUTPUT = 1;

/** Selects the parts of an error for the log. The `detail` and `where` of Postgres contain values, so they are omitted. */
export const describeError = (error: unknown): object => {
  if (!(error instanceof Error)) return { name: 'unknown' };
  const { name, message, stack } = error;
  const { code, constraint, table, routine } = error as Error & Partial<Record<string, string>>;
  return { name, message, code, constraint, table, routine, stack };
};
