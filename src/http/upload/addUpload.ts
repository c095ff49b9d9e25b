import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { ServerContext } from '../../graphql/context.ts';
import { recordIngested } from '../../graphql/requestInfo.ts';

import type { AuditLog } from '../../domain/audit/makeAuditLog.ts';

import type { CallerOf, Recheck } from '../access/guardRoutes.ts';
import type { Budgets } from '../cost/makeBudgets.ts';
import { budgetIdOf } from '../cost/budgetIdOf.ts';
import { sendError } from '../errors/sendError.ts';
import type { ErrorAnswer } from '../errors/sendError.ts';
import { auditRefused, handleAudited } from '../ingest/handleAudited.ts';
import { refuseByHead, sensorOptionsOf } from '../ingest/refuseByHead.ts';
import { requestInfoOf } from '../observe/requestInfoOf.ts';
import { positionHeaders } from '../positionHeader.ts';
import { letTakeLong } from '../sockets/disconnectSlowClients.ts';
import { MAX_IN_FLIGHT } from '../sockets/limitInFlight.ts';
import { makeDisconnectSignal } from '../sockets/makeDisconnectSignal.ts';
import type { SocketLimits } from '../sockets/socketLimits.ts';
import { openUpload } from './openUpload.ts';
import { readBatches } from './readBatches.ts';
import { makeStoreBatch } from './storeBatch.ts';
import type { StoreBatch } from './storeBatch.ts';
import { NOTHING, storeUpload } from './storeUpload.ts';

type Services = {
  readonly serverContext: ServerContext;
  readonly callerOf: CallerOf;
  readonly recheck: Recheck;
  readonly budgets: Budgets | null;
  readonly audit: AuditLog;
  readonly socketLimits: SocketLimits;
};

/**
 * Adds POST /upload for systemd-journal-upload, which sends all entries behind its saved place in one request, in the journal export format, and
 * saves its place after 200. The body may have any length: its entries are committed in batches while it arrives.
 *
 * Rejected entries do not end an upload: the uploader can neither repair nor leave out an entry, and would send it forever.
 */
export const addUpload = async (app: FastifyInstance, services: Services): Promise<void> => {
  const closing = new AbortController();
  const storeBatch = makeStoreBatch(MAX_IN_FLIGHT);
  app.addHook('preClose', async () => closing.abort());
  await app.register(async (scope) => {
    auditRefused(scope, services.audit, 'upload');
    refuseByHead(scope, async (request) => findMistake(request));
    scope.removeAllContentTypeParsers();
    // The handler reads the body.
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.post('/upload', { bodyLimit: Number.MAX_SAFE_INTEGER }, async (request, reply) =>
      handleAudited({ audit: services.audit, request, operationName: 'upload' }, async () =>
        answer({ ...services, storeBatch, closing: closing.signal }, request, reply),
      ),
    );
  });
};

type Uploading = Services & { readonly storeBatch: StoreBatch; readonly closing: AbortSignal };

const answer = async (
  { serverContext, callerOf, recheck, budgets, socketLimits, storeBatch, closing }: Uploading,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const options = sensorOptionsOf(request);
  const requestInfo = requestInfoOf(request);
  letTakeLong(request.raw);
  const { chunks, discard } = openUpload(request.raw, {
    isGzip: isGzip(request),
    countBytes: (bytes) => void (requestInfo.requestBytes += bytes),
  });
  const batches = readBatches(chunks, {
    tickMs: socketLimits.checkEveryMs,
    pauseMs: socketLimits.uploadPauseMs,
    bytesPerSecond: socketLimits.uploadBytesPerSecond,
    countReceived: () => requestInfo.requestBytes,
    isClosing: () => closing.aborted,
  });
  const stopped = AbortSignal.any([closing, makeDisconnectSignal(reply.raw)]);
  const budgetId = budgetIdOf(callerOf(request), request.ip);
  const stored = await storeUpload(batches, {
    recheck: async () => recheck(request),
    store: async (batch) =>
      storeBatch({ ...serverContext, options, requestInfo, budgets, budgetId, stopped }, batch),
    countRejected: () => {
      const counts = { ...NOTHING, rejected: 1, newestTime: null, position: null };
      recordIngested({ ...serverContext, requestInfo }, counts);
    },
    log: request.log,
  });
  discard();
  // A slow client would keep its connection.
  if (stored.kind === 'REFUSED' && stored.refusal.status === 408) void reply.header('connection', 'close');
  if (stored.kind === 'STORED')
    return reply
      .headers({ ...(await budgets?.headersOf(budgetId)), ...positionHeaders(requestInfo) })
      .send(stored.answer);
  if (!request.raw.socket.destroyed) return sendError(reply, stored.refusal);
  requestInfo.errorCodes.add(stored.refusal.code);
  return reply.hijack();
};

const isGzip = ({ headers }: FastifyRequest): boolean => /^gzip$/i.test(headers['content-encoding'] ?? '');

const findMistake = (request: FastifyRequest): ErrorAnswer | null => {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = request.headers;
  if (!/^application\/vnd\.fdo\.journal *(?:;|$)/i.test(type)) return NO_JOURNAL;
  return /^identity$/i.test(encoding) || isGzip(request) ? null : OTHER_ENCODING;
};

const NO_JOURNAL: ErrorAnswer = {
  status: 415,
  code: 'UNSUPPORTED_MEDIA_TYPE',
  message:
    'Send the journal export format (journalctl -o export) with content-type application/vnd.fdo.journal. Other formats are read at /ingest.',
};
const OTHER_ENCODING: ErrorAnswer = {
  status: 415,
  code: 'UNSUPPORTED_MEDIA_TYPE',
  message:
    'Send the body with content-encoding gzip or without content-encoding. In journal-upload.conf remove ForceCompression.',
};
