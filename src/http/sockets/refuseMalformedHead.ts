import type { FastifyInstance, FastifyRequest } from 'fastify';

import { sendError } from '../errors/sendError.ts';
import type { ErrorAnswer } from '../errors/sendError.ts';

/**
 * Refuses heads of requests that Node would refuse with a bare answer, or that cannot be put together to a URL, as any other mistake is refused:
 * with the headers of every answer, and a line in the log.
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
  // HTTP/1.0 has no such header: load balancers ask for health without it. Apollo needs one for the URL.
  if (host === undefined && (raw.httpVersion !== '1.0' || routeOptions.url === '/graphql')) return NO_HOST;
  const isValid = URL.canParse(`http://${host ?? 'localhost'}/`) && URL.canParse(url, 'http://localhost/');
  return isValid ? null : BAD_ADDRESS;
};

const NOT_EXPECTED: ErrorAnswer = {
  status: 417,
  code: 'EXPECTATION_FAILED',
  message: 'The header Expect may only be 100-continue; leave it out.',
};
const NO_HOST: ErrorAnswer = {
  status: 400,
  code: 'BAD_REQUEST',
  message: 'The request has no header Host; send one.',
};
const BAD_ADDRESS: ErrorAnswer = {
  status: 400,
  code: 'BAD_REQUEST',
  message: 'The header Host and the address must make a valid URL; correct them.',
};
