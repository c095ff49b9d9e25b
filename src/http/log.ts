import { LogController } from 'fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import pino from 'pino';
import type { Logger } from 'pino';

/**
 * Makes the log: JSON lines on standard output, without values: no query strings, variables, rows or addresses of hosts. Lines are
 * written behind the requests, and at the latest when the process exits.
 */
export const makeLogger = (level: string): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: {
        req: ({ method, url }: { readonly method: string; readonly url: string }) => ({
          method,
          path: url.split('?', 1)[0],
        }),
        res: ({ statusCode }: { readonly statusCode: number }) => ({ status: statusCode }),
        err: describeError,
      },
    },
    pino.destination({ sync: process.env['SY'] === '1' }),
  );

/** One line a request, when it is answered. Fastify's two, each written at once, take a tenth of the time of a page of events. */
export const makeRequestLog = (): LogController =>
  Object.assign(new LogController(), {
    incomingRequest: () => undefined,
    requestCompleted: (error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply) => {
      const entry = { req: request, res: reply, responseTime: reply.elapsedTime };
      if (error) reply.log.error({ ...entry, err: error }, 'request errored');
      else reply.log.info(entry, 'request completed');
    },
  });

/** What the log keeps of an error: Postgres' `detail` and `where` hold values, so they are left out. */
export const describeError = (error: unknown): object => {
  if (!(error instanceof Error)) return { name: 'unknown' };
  const { name, message, stack } = error;
  const { code, constraint, table, routine } = error as Error & Partial<Record<string, string>>;
  return { name, message, code, constraint, table, routine, stack };
};
