import type { FastifyRequest } from 'fastify';

import { makeRequestInfo } from '../../graphql/requestInfo.ts';
import type { RequestInfo } from '../../graphql/requestInfo.ts';

const REQUEST_INFOS = new WeakMap<FastifyRequest, RequestInfo>();

/** The facts about a request, one object per request. */
export const requestInfoOf = (request: FastifyRequest): RequestInfo => {
  const known = REQUEST_INFOS.get(request);
  if (known !== undefined) return known;
  const requestInfo = makeRequestInfo({ requestId: request.id, address: addressOf(request) });
  REQUEST_INFOS.set(request, requestInfo);
  return requestInfo;
};

/** Returns the address of the client without the zone of a link-local address, which only has a meaning on this machine; null after it disconnected. */
const addressOf = ({ ip }: FastifyRequest): string | null =>
  (ip as string | undefined)?.replace(/%.*$/, '') ?? null;
