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

/** Without the zone of a link-local address, which is this machine's own business; null when the client is gone. */
const addressOf = ({ ip }: FastifyRequest): string | null =>
  (ip as string | undefined)?.replace(/%.*$/, '') ?? null;
