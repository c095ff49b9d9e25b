import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { ServerContext } from '../../graphql/context.ts';

import type { AuditLog } from '../../domain/audit/makeAuditLog.ts';

import { OutageError, OverloadedError } from '../../db/errors.ts';

import type { CallerOf } from '../access/guardRoutes.ts';
import { makeIngestCharge } from '../cost/makeIngestCharge.ts';
import type { IngestCharge } from '../cost/makeIngestCharge.ts';
import type { Budgets } from '../cost/makeBudgets.ts';
import { budgetIdOf } from '../cost/budgetIdOf.ts';
import { describeOutage, describeOutageForLog } from '../errors/describeOutage.ts';
import { sendError } from '../errors/sendError.ts';
import type { ErrorAnswer } from '../errors/sendError.ts';
import { describeError } from '../log.ts';
import { requestInfoOf } from '../observe/requestInfoOf.ts';
import { positionHeaders } from '../positionHeader.ts';
import { auditRefused, handleAudited } from './handleAudited.ts';
import { ingestSteps } from './ingestSteps.ts';
import { makeBodyParser } from './makeBodyParser.ts';
import type { BodyParser } from './makeBodyParser.ts';
import { makeWorkerPool } from './makeWorkerPool.ts';
import { refuseByHead, sensorOptionsOf } from './refuseByHead.ts';

declare module 'fastify' {
  // eslint-disable-next-line typescript/consistent-type-definitions -- an interface of Fastify is extended.
  interface FastifyRequest {
    /** Null in routes other than /ingest. */
    ingestCharge: IngestCharge | null;
  }
}

/**
 * Adds POST /ingest for log shippers. It accepts lines of JSON or text, or a JSON array, optionally compressed with gzip, of events or raw
 * sensor records.
 *
 * Answers 200 when everything valid is committed, even if records were rejected: a shipper would resend them forever. Answers 503 when nothing
 * was committed or the database did not confirm the commit. Requests are independent, so a resent request has the same effect.
 */
export const addIngest = async (app: FastifyInstance, services: Services): Promise<void> => {
  const workers = makeWorkerPool();
  const bodies = makeBodyParser(workers);
  app.addHook('onClose', workers.close);
  await app.register(async (scope) => {
    auditRefused(scope, services.audit, 'ingest');
    scope.decorateRequest('ingestCharge', null);
    refuseByHead(scope, async (request) => findMistake(services, request));
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.post('/ingest', async (request, reply) =>
      handleAudited({ audit: services.audit, request, operationName: 'ingest' }, async () =>
        answer(services.serverContext, bodies, { request, reply }),
      ),
    );
  });
};

type Services = {
  readonly serverContext: ServerContext;
  readonly callerOf: CallerOf;
  readonly budgets: Budgets | null;
  readonly audit: AuditLog;
};

const answer = async (
  serverContext: ServerContext,
  bodies: BodyParser,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
): Promise<FastifyReply> => {
  const requestInfo = requestInfoOf(request);
  const { query, body, ingestCharge } = request;
  if (ingestCharge === null) throw new Error('The request was not charged by its head.');
  if (!Buffer.isBuffer(body) || body.length === 0) {
    ingestCharge.refund();
    return sendError(reply, NO_BODY);
  }
  try {
    const ingested = await bodies.withSteps(
      { body, query, options: sensorOptionsOf(request) },
      async (steps) => ingestSteps({ ...serverContext, requestInfo, ingestCharge }, steps),
    );
    void reply.headers({ ...(await ingestCharge.headers()), ...positionHeaders(requestInfo) });
    if (ingested.kind === 'REFUSED') return await sendError(reply, ingested.refusal);
    return await reply.send(ingested.answer);
  } catch (error) {
    if (!(error instanceof OutageError)) throw error;
    // The client is expected to resend the body; it is charged then.
    ingestCharge.refund();
    void reply.headers(await ingestCharge.headers());
    if (!(error instanceof OverloadedError))
      request.log.error({ error: describeError(error.cause) }, describeOutageForLog(error));
    return sendError(reply, { status: 503, ...describeOutage(error, 'request'), retryAfterSeconds: 1 });
  }
};

/**
 * Refuses a body that cannot be unpacked, and a caller who has spent the budget. Charges one record before the records are counted, so that a caller
 * without budget causes no work. It stays charged if the body is not received.
 */
const findMistake = async (
  { callerOf, budgets }: Services,
  request: FastifyRequest,
): Promise<ErrorAnswer | null> => {
  const { 'content-encoding': encoding = 'identity' } = request.headers;
  if (!/^(?:identity|gzip)$/i.test(encoding)) return OTHER_ENCODING;
  request.ingestCharge = makeIngestCharge(budgets, budgetIdOf(callerOf(request), request.ip));
  return request.ingestCharge.charge(1);
};

const OTHER_ENCODING: ErrorAnswer = {
  status: 415,
  code: 'UNSUPPORTED_MEDIA_TYPE',
  message: 'Send the body with content-encoding gzip or without content-encoding.',
};
const NO_BODY: ErrorAnswer = {
  status: 400,
  code: 'BAD_JSON',
  message: 'The body is empty; send lines of JSON or text, or a JSON array.',
};
