import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { Workplace } from '../../graphql/context.ts';

import type { AuditLog } from '../../domain/audit/makeAuditLog.ts';

import { OutageError, OverloadedError } from '../../db/errors.ts';

import type { CallerOf } from '../access/guardRoutes.ts';
import { makeBill } from '../cost/makeBill.ts';
import type { Budgets } from '../cost/makeBudgets.ts';
import { payerOf } from '../cost/payerOf.ts';
import { describeOutage } from '../errors/describeOutage.ts';
import { sendError } from '../errors/sendError.ts';
import { describeError } from '../log.ts';
import { auditRequest } from '../observe/auditRequest.ts';
import { notesOf } from '../observe/notesOf.ts';
import { ingestSteps } from './ingestSteps.ts';
import { makeBodyReader } from './makeBodyReader.ts';
import type { BodyReader } from './makeBodyReader.ts';
import { makeReaders } from './makeReaders.ts';
import { parseIngestQuery } from './parseIngestQuery.ts';

/**
 * Adds POST /ingest, for log shippers: lines of JSON or text, or a JSON array, also as gzip; own events or raw sensor records.
 *
 * 200 when all that can be stored is committed, with rejections too: a shipper would send them for ever. 503 when nothing was committed, or
 * when the database did not confirm it. Each request stands alone, so that sent again it gives the same.
 */
export const addIngest = async (app: FastifyInstance, services: Services): Promise<void> => {
  const readers = makeReaders();
  const bodies = makeBodyReader(readers);
  app.addHook('onClose', readers.close);
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.post('/ingest', async (request, reply) => {
      const notes = notesOf(request);
      notes.operationType = 'INGEST';
      notes.operationName = 'ingest';
      try {
        return await answer({ ...services, bodies }, request, reply);
      } catch (error) {
        notes.errorCodes.add('INTERNAL_SERVER_ERROR');
        throw error;
      } finally {
        // What was sent is stored, or was refused by code: neither is a question.
        auditRequest(services.audit, notes, { documentDigest: null, variables: null, rootFields: [] });
      }
    });
  });
};

type Services = {
  readonly workplace: Workplace;
  readonly callerOf: CallerOf;
  readonly budgets: Budgets | null;
  readonly audit: AuditLog;
};

const answer = async (
  { workplace, callerOf, budgets, bodies }: Services & { readonly bodies: BodyReader },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const notes = notesOf(request);
  const refuse = (status: number, code: string, message: string): FastifyReply =>
    sendError(reply, { status, code, message });
  // A web page may send text to any address without asking; shippers are no browsers.
  if (request.headers.origin !== undefined || request.headers['sec-fetch-site'] !== undefined) {
    return refuse(403, 'FORBIDDEN', 'Browsers may not send to /ingest; use the mutations at /graphql.');
  }
  const { query, body } = request;
  const options = parseIngestQuery(query);
  if (typeof options === 'string') return refuse(400, 'BAD_USER_INPUT', options);
  if (!Buffer.isBuffer(body) || body.length === 0) {
    return refuse(400, 'BAD_JSON', 'The body is empty; send lines of JSON or text, or a JSON array.');
  }
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && !/^(?:identity|gzip)$/i.test(encoding)) {
    return refuse(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the body with content-encoding gzip, or none.');
  }
  const bill = makeBill(budgets, payerOf(callerOf(request), request.ip));
  // For one record, before it is known how many there are: a caller who has nothing left costs no work.
  const refusal = bill.charge(1);
  if (refusal !== null) return sendError(reply, refusal);
  try {
    const ingested = await bodies.withSteps({ body, query, options }, async (steps) =>
      ingestSteps({ ...workplace, notes, bill }, steps),
    );
    void reply.headers(bill.headers());
    if (ingested.kind === 'REFUSED') return await sendError(reply, ingested.refusal);
    return await reply.send(ingested.answer);
  } catch (error) {
    if (!(error instanceof OutageError)) throw error;
    // What may have been stored is charged once, when it is sent again.
    bill.refund();
    void reply.headers(bill.headers());
    if (!(error instanceof OverloadedError))
      request.log.error({ error: describeError(error.cause) }, 'The database cannot be reached.');
    return sendError(reply, {
      status: 503,
      ...describeOutage(error, 'request'),
      headers: { 'retry-after': '1' },
    });
  }
};
