import type { FastifyRequest } from 'fastify';

import type { RequestInfo } from '../graphql/requestInfo.ts';

import { parsePosition } from '../model/position.ts';
import type { Position } from '../model/position.ts';

import type { RequestMistake } from './graphql/findRequestMistake.ts';

/**
 * The header with which the answer to ingest says where in the log of Postgres its items are stored. A query that sends it back reads them, also from
 * a replica.
 */
export const POSITION_HEADER = 'x-sessionscope-position';

/** The header of an answer: empty if nothing was stored, or without a replica. */
export const positionHeaders = ({ ingested }: RequestInfo): Readonly<Record<string, string>> =>
  ingested === null || ingested.position === null ? NONE : { [POSITION_HEADER]: ingested.position };

const NONE = {};

/** The position that a request sends; null if it sends none. */
export const positionOfRequest = ({ headers }: FastifyRequest): Position | null => {
  const sent = headers[POSITION_HEADER];
  return typeof sent === 'string' ? parsePosition(sent) : null;
};

/** Refuses a position that no answer had: the query would silently read older data. */
export const findPositionMistake = (request: FastifyRequest): RequestMistake | null =>
  request.headers[POSITION_HEADER] === undefined || positionOfRequest(request) !== null ? null : BAD_POSITION;

const BAD_POSITION: RequestMistake = {
  status: 400,
  code: 'BAD_POSITION',
  message: `The header ${POSITION_HEADER} must be the value of the same header in an answer to ingest, 16 hexadecimal digits, once. Correct it, or omit it.`,
};
