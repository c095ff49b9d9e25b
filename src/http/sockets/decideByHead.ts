import { errorCodes } from 'fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/**
 * Sends `100 Continue` when everything that the head of a request can be refused for is checked, so that a client that waits for it does not send a
 * body in vain. Refuses bodies that are too long before they are received.
 *
 * Node closes the connection behind an answer without `100 Continue`: the client may send the body, or leave it out.
 */
export const decideByHead = (app: FastifyInstance): void => {
  // Without a listener Node sends `100 Continue` itself, before anything is checked.
  app.server.on('checkContinue', (request, answer) => app.server.emit('request', request, answer));
  app.addHook('preParsing', async (request, { raw: answer }) => {
    if (request.method === 'POST') refuseBody(request);
    // RFC 9110, 10.1.1: not to a client of HTTP/1.0.
    if (request.headers.expect !== undefined && request.raw.httpVersion === '1.1') answer.writeContinue();
  });
};

/** Throws the errors that Fastify throws when it begins to read the body: it closes the connection then, and the client may lose the answer. */
const refuseBody = ({ headers, mediaType, routeOptions }: FastifyRequest): void => {
  if (Number(headers['content-length']) > routeOptions.bodyLimit)
    throw new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE();
  if (headers['content-type'] !== undefined && mediaType === undefined)
    throw new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE();
};
