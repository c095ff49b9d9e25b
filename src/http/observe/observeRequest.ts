import type { FastifyReply, FastifyRequest } from 'fastify';

import { auditOutcomeOf } from '../../model/audit/auditOutcome.ts';

import { onResponseEnd } from '../sockets/onResponseEnd.ts';
import type { Metrics } from './makeMetrics.ts';
import { requestInfoOf } from './requestInfoOf.ts';

/**
 * Logs one line for a request when it has ended, and counts it. The line contains the kind of caller, the key id, the operation and numbers, but no
 * values, queries, addresses or user agents. Errors in the log have the same `reqId`.
 */
export const observeRequest = (metrics: Metrics, request: FastifyRequest, reply: FastifyReply): void => {
  const requestInfo = requestInfoOf(request);
  void reply.header('x-request-id', request.id);
  // Also called when the client disconnected without a response.
  onResponseEnd(reply.raw, () =>
    tell(metrics, { request, reply, durationMs: performance.now() - requestInfo.startedMs }),
  );
};

type Ended = {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly durationMs: number;
};

const tell = (metrics: Metrics, { request, reply, durationMs }: Ended): void => {
  const { url: route = 'none' } = request.routeOptions;
  const requestInfo = requestInfoOf(request);
  const { caller, operationName, operationType, costRequested, costActual, ingested } = requestInfo;
  const errorCodes = [...requestInfo.errorCodes];
  const status = reply.raw.writableFinished ? reply.statusCode : null;
  const outcome = status === null ? 'HUNG_UP' : auditOutcomeOf(errorCodes, status);
  metrics.countRequest(requestInfo, { route, status, outcome, durationMs });
  request.log.info(
    {
      method: request.method,
      route,
      status,
      outcome,
      durationMs: Math.round(durationMs * 1000) / 1000,
      ...(operationType !== null && { operationType, operationName }),
      ...(costRequested !== null && { costRequested, costActual }),
      ...(ingested !== null && {
        accepted: ingested.accepted,
        duplicates: ingested.duplicates,
        rejected: ingested.rejected,
      }),
      ...(caller !== null && { caller: caller.kind, keyId: caller.keyId }),
      ...(errorCodes.length > 0 && { errorCodes }),
      ...(requestInfo.errorIds.length > 0 && { errorIds: requestInfo.errorIds }),
    },
    'Request ended.',
  );
};
