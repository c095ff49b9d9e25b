import type { FastifyInstance, FastifyRequest } from 'fastify';

import type { SensorOptions } from '../../sensors/sensor.ts';

import { sendError } from '../errors/sendError.ts';
import type { ErrorAnswer } from '../errors/sendError.ts';
import { parseIngestQuery } from './parseIngestQuery.ts';
import { refuseBrowser } from './refuseBrowser.ts';

declare module 'fastify' {
  // eslint-disable-next-line typescript/consistent-type-definitions -- an interface of Fastify is extended.
  interface FastifyRequest {
    sensorOptions: SensorOptions | null;
  }
}

/**
 * Refuses requests to the routes of a scope whose records cannot be read, before their bodies are received: those of web pages, those with an invalid
 * query, and those in which `findMistake` finds something.
 */
export const refuseByHead = (
  scope: FastifyInstance,
  findMistake: (request: FastifyRequest) => Promise<ErrorAnswer | null>,
): void => {
  scope.decorateRequest('sensorOptions', null);
  scope.addHook('onRequest', async (request, reply) => {
    const options = parseIngestQuery(request.query);
    const foreign = refuseBrowser(request);
    if (foreign !== null) await sendError(reply, foreign);
    else if (typeof options === 'string')
      await sendError(reply, { status: 400, code: 'BAD_USER_INPUT', message: options });
    else {
      request.sensorOptions = options;
      const mistake = await findMistake(request);
      if (mistake !== null) await sendError(reply, mistake);
    }
  });
};

/** Returns the options in the query of a request that is not refused. */
export const sensorOptionsOf = ({ sensorOptions }: FastifyRequest): SensorOptions => {
  if (sensorOptions === null) throw new Error('The route of this request does not check its query.');
  return sensorOptions;
};
