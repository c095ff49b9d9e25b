import type { FastifyRequest } from 'fastify';

/** Whether a request asks for the playground's page: a browser does, the page itself and API clients do not. */
export const wantsPlayground = ({ method, headers }: FastifyRequest): boolean =>
  (method === 'GET' || method === 'HEAD') && (headers.accept ?? '').includes('text/html');
