import type { FastifyInstance, FastifyRequest } from 'fastify';

import { makeRequestInfo } from '../../graphql/requestInfo.ts';
import type { RequestInfo } from '../../graphql/requestInfo.ts';

declare module 'fastify' {
  // eslint-disable-next-line typescript/consistent-type-definitions -- an interface of Fastify is extended.
  interface FastifyRequest {
    requestInfo: RequestInfo | null;
  }
}

/** Gives each request a place for its facts. A WeakMap would keep requests until the next full garbage collection. */
export const addRequestInfo = (app: FastifyInstance): void => void app.decorateRequest('requestInfo', null);

/** The facts about a request, one object per request. */
export const requestInfoOf = (request: FastifyRequest): RequestInfo =>
  (request.requestInfo ??= makeRequestInfo({ requestId: request.id, address: addressOf(request) }));

/** Returns the address of the client without the zone of a link-local address, which only has a meaning on this machine; null after it disconnected. */
const addressOf = ({ ip }: FastifyRequest): string | null =>
  (ip as string | undefined)?.replace(/%.*$/, '') ?? null;
