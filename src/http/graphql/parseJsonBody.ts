import type { FastifyInstance, FastifyRequest } from 'fastify';

import { reserveWork, WORK_PER_TURN } from '../../model/reserveWork.ts';

import { hasMoreNames } from './hasMoreNames.ts';

/**
 * The maximum number of values in a body, counted as commas, brackets and braces: 5,000 events with 20 each. A login with all 14 fields has 16; the
 * rest is for commas in strings. JSON.parse takes 5 ms for as many values in events of one shape, and 45 ms when each has another order of members.
 */
const MAX_VALUES = 100_000;
/** The maximum number of different member names. The schema has some hundred; objects with many names take ten times as long to parse and to copy. */
const MAX_NAMES = 1000;
/** JSON.parse takes 25 ms for a normal body of 8 MiB, and counting takes 30 ms. */
const BYTES_PER_UNIT = 1_048_576 / WORK_PER_TURN;

/**
 * Accepts only JSON bodies, and parses them as Fastify does, but each in its own turn of the event loop, after an earlier turn has counted its values: larger bodies would
 * block the event loop. A thread would not help, because returning the values of a large body takes as long as parsing it.
 */
export const parseJsonBody = (app: FastifyInstance): void => {
  // Browsers send plain text to foreign sites without asking.
  app.removeContentTypeParser('text/plain');
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer): Promise<unknown> => {
      const turn = reserveWork(body.length / BYTES_PER_UNIT);
      if (turn !== null) await turn;
      if (hasMoreValues(body, MAX_VALUES)) throw new RefusedBodyError('TOO_MANY_VALUES');
      if (hasMoreNames(body, MAX_NAMES)) throw new RefusedBodyError('TOO_MANY_NAMES');
      const nextTurn = reserveWork(body.length / BYTES_PER_UNIT);
      if (nextTurn !== null) await nextTurn;
      return new Promise((resolve, reject) => {
        void parse(request, body.toString('utf8'), (error, value) => {
          if (error === null) resolve(value);
          else reject(error);
        });
      });
    },
  );
};

/** Recognized by answerError by its code. */
class RefusedBodyError extends Error {
  readonly statusCode = 413;
  readonly code: 'TOO_MANY_VALUES' | 'TOO_MANY_NAMES';

  constructor(code: RefusedBodyError['code']) {
    super(code);
    this.code = code;
  }
}

/** Whether the body may have more than `most` values. Marks in strings count too: few events have 50 of them. */
const hasMoreValues = (body: Buffer, most: number): boolean => {
  let marks = 0;
  for (let index = 0; index < body.length && marks <= most; index += 1) {
    const byte = body[index];
    if (byte === COMMA || byte === BRACKET || byte === BRACE) marks += 1;
  }
  return marks > most;
};

const [COMMA, BRACKET, BRACE] = Buffer.from(',[{');
