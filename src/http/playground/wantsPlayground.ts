import type { FastifyRequest } from 'fastify';

/** Whether a request is for the playground's page: those of browsers are, those of the page itself and of API clients are not. */
export const wantsPlayground = ({ method, headers }: FastifyRequest): boolean =>
  (method === 'GET' || method === 'HEAD') && (headers.accept ?? '').includes('text/html');
