import type { FastifyRequest } from 'fastify';

import type { ErrorAnswer } from '../errors/sendError.ts';

/** Refuses requests of web pages, which can send text to any site without permission (a simple CORS request). Shippers are not browsers. */
export const refuseBrowser = ({ headers, routeOptions }: FastifyRequest): ErrorAnswer | null =>
  headers.origin === undefined && headers['sec-fetch-site'] === undefined
    ? null
    : {
        status: 403,
        code: 'FORBIDDEN',
        message: `Browsers cannot use ${routeOptions.url}; use the mutations at /graphql.`,
      };
