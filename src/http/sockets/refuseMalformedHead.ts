import type { FastifyInstance, FastifyRequest } from 'fastify';

import { sendError } from '../errors/sendError.ts';
import type { ErrorAnswer } from '../errors/sendError.ts';

/**
 * Refuses request heads that Node would refuse with an empty answer, and those that do not form a URL, in the form of all errors: with the usual
 * headers and a line in the log.
 */
export const refuseMalformedHead = (app: FastifyInstance): void => {
  // Without a listener Node answers 417 itself.
  app.server.on('checkExpectation', (request, answer) => app.server.emit('request', request, answer));
  app.addHook('onRequest', async (request, reply) => {
    const mistake = findMistake(request);
    if (mistake !== null) await sendError(reply, mistake);
  });
};

const findMistake = ({ raw, headers, url, routeOptions }: FastifyRequest): ErrorAnswer | null => {
  const { host, expect } = headers;
  if (expect !== undefined && !/^100-continue$/i.test(expect)) return NOT_EXPECTED;
  // HTTP/1.0 does not have this header: health checks of load balancers omit it. Apollo needs one for the URL.
  if (host === undefined && (raw.httpVersion !== '1.0' || routeOptions.url === '/graphql')) return NO_HOST;
  const isValid = URL.canParse(`http://${host ?? 'localhost'}/`) && URL.canParse(url, 'http://localhost/');
  return isValid ? null : BAD_ADDRESS;
};

const NOT_EXPECTED: ErrorAnswer = {
  status: 417,
  code: 'EXPECTATION_FAILED',
  message: 'The header Expect may only be 100-continue; omit it.',
};
const NO_HOST: ErrorAnswer = {
  status: 400,
  code: 'BAD_REQUEST',
  message: 'The request has no header Host; send one.',
};
const BAD_ADDRESS: ErrorAnswer = {
  status: 400,
  code: 'BAD_REQUEST',
  message: 'The header Host and the address do not form a valid URL; correct them.',
};
