import { randomUUID } from 'node:crypto';
import type { Server as HttpsServer } from 'node:https';

import fastify, { LogController } from 'fastify';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

import type { ServerContext } from '../graphql/context.ts';

import { makeAuditLog } from '../domain/audit/makeAuditLog.ts';

import { makeReachability } from '../db/checkDatabase.ts';

import { VERSION } from '../model/version.ts';

import { guardRoutes } from './access/guardRoutes.ts';
import type { Access } from './access/guardRoutes.ts';
import { allowOrigins } from './access/allowOrigins.ts';
import { DEFAULT_COST_LIMITS } from './cost/limits.ts';
import type { CostLimits } from './cost/limits.ts';
import { answerError } from './errors/answerError.ts';
import { addExplorer } from './explorer/addExplorer.ts';
import { addGraphql } from './graphql/addGraphql.ts';
import { addSchemaFile } from './graphql/addSchemaFile.ts';
import { compressAnswers } from './graphql/compressAnswers.ts';
import { makeApollo } from './graphql/makeApollo.ts';
import { parseJsonBody } from './graphql/parseJsonBody.ts';
import { refuseWebSockets } from './graphql/refuseWebSockets.ts';
import { addIngest } from './ingest/addIngest.ts';
import { describeError } from './log.ts';
import { countBytes } from './observe/countBytes.ts';
import { NO_RESTARTS } from './observe/addRestarts.ts';
import { makeMetrics } from './observe/makeMetrics.ts';
import { logReplica } from './observe/logReplica.ts';
import { METRICS_TYPE, printMetrics } from './observe/metricsOfProcess.ts';
import type { CountRestarts } from './observe/addRestarts.ts';
import type { Metrics } from './observe/makeMetrics.ts';
import { observeRequest } from './observe/observeRequest.ts';
import { addRequestInfo } from './observe/requestInfoOf.ts';
import { SAFE_HEADERS, TLS_HEADERS } from './safeHeaders.ts';
import { makeOwnState } from './sharedState.ts';
import type { SharedState } from './sharedState.ts';
import { answerBrokenRequest } from './sockets/answerBrokenRequest.ts';
import { decideByHead } from './sockets/decideByHead.ts';
import { disconnectSlowClients } from './sockets/disconnectSlowClients.ts';
import { limitInFlight } from './sockets/limitInFlight.ts';
import { limitPipelining } from './sockets/limitPipelining.ts';
import { SOCKET_LIMITS } from './sockets/socketLimits.ts';
import type { SocketLimits } from './sockets/socketLimits.ts';
import { refuseMalformedHead } from './sockets/refuseMalformedHead.ts';
import { trackUnusedConnections } from './sockets/trackUnusedConnections.ts';
import { readCertificate } from './tls/readCertificate.ts';
import type { TlsFiles } from './tls/readCertificate.ts';
import { renewCertificate } from './tls/renewCertificate.ts';
import { addUpload } from './upload/addUpload.ts';

const MAX_BODY_BYTES = 8 * 1_048_576;

export type ServerOptions = {
  readonly serverContext: ServerContext;
  readonly access: Access;
  readonly introspection: boolean;
  readonly limits?: CostLimits;
  readonly socketLimits?: SocketLimits;
  /** Only web pages of these origins may send requests. */
  readonly corsOrigins?: readonly string[];
  /** null: no TLS. */
  readonly tlsFiles?: TlsFiles | null;
  readonly countRestarts?: CountRestarts;
  /** By default the server shares nothing with other processes. */
  readonly shared?: SharedState;
  readonly logger: Logger;
};

/** The HTTP server; `close` lets requests in flight finish. */
export type Server = {
  readonly listen: (address: Address) => Promise<string>;
  readonly collectMetrics: Metrics['collect'];
  readonly close: () => Promise<void>;
};

type Address = { readonly host: string; readonly port: number };

/** Makes the HTTP server: the explorer at /, GraphQL and the playground at /graphql, the schema at /schema.graphql, log shippers at /ingest and /upload, health at /livez and /readyz, metrics at /metrics. */
export const makeServer = async ({
  serverContext,
  access,
  introspection,
  limits = DEFAULT_COST_LIMITS,
  socketLimits = SOCKET_LIMITS,
  corsOrigins = [],
  tlsFiles = null,
  countRestarts = () => NO_RESTARTS,
  shared = makeOwnState(limits),
  logger,
}: ServerOptions): Promise<Server> => {
  const certificate = tlsFiles === null ? null : await readCertificate(tlsFiles);
  const safeHeaders = certificate === null ? SAFE_HEADERS : TLS_HEADERS;
  const metrics = makeMetrics(serverContext.database, countRestarts);
  const sockets = {
    // Node's own answer has no body and no headers; the one of refuseMalformedHead has both.
    requireHostHeader: false,
    headersTimeout: socketLimits.headersMs,
    handshakeTimeout: socketLimits.headersMs,
    // Uploads have no such limit. disconnectSlowClients sets that of the others.
    requestTimeout: 0,
    connectionsCheckingInterval: socketLimits.checkEveryMs,
  };
  const app = fastify({
    loggerInstance: logger,
    bodyLimit: MAX_BODY_BYTES,
    keepAliveTimeout: socketLimits.keepAliveMs,
    requestTimeout: 0,
    ...(certificate === null ? { http: sockets } : { https: { ...sockets, ...certificate } }),
    clientErrorHandler: (error, socket) => {
      const broken = answerBrokenRequest(error, socket);
      if (broken !== null)
        logger.info(
          { status: broken.status, errorCodes: [broken.code] },
          'Refused a request that is not valid HTTP.',
        );
    },
    // Requests that Fastify refuses before routing, such as a path that cannot be decoded. No hooks run for them.
    frameworkErrors: (error, request, reply) => {
      if (request.raw.socket.destroyed) return;
      void reply.headers(safeHeaders);
      observeRequest(metrics, request, reply);
      answerError(error, reply, request.log);
    },
    // Requests in flight are answered before the sockets close.
    forceCloseConnections: 'idle',
    // Replaced by the more detailed line of observeRequest.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
  }) as unknown as FastifyInstance;
  const { budgets } = shared;
  const audit = makeAuditLog(serverContext.database, {
    onStored: (count) => metrics.countAudited('stored', count),
    onGivenUp: (entry, cause) => {
      metrics.countAudited('logged', 1);
      logger.error({ entry, ...(cause !== null && { error: describeError(cause) }) }, LEFT_OUT);
    },
  });
  metrics.watchAudit(audit.countWaiting);
  const apollo = makeApollo({ introspection, limits, budgets, audit }, ({ error, ...entry }) => {
    logger.error({ ...entry, error: describeError(error) }, entry.message);
  });
  await apollo.start();
  const endUnusedConnections = trackUnusedConnections(app.server);
  const isReachable = makeReachability(serverContext.database);
  const { replica } = serverContext.database;
  const stopLogging = replica === null ? null : logReplica(replica, logger);
  const stopRenewing =
    tlsFiles === null || certificate === null
      ? null
      : renewCertificate(app.server as unknown as HttpsServer, {
          files: tlsFiles,
          current: certificate,
          everyMs: socketLimits.renewEveryMs,
          logger,
        });
  let isClosing = false;

  addRequestInfo(app);
  limitPipelining(app);
  app.setErrorHandler(async (error, request, reply) => answerError(error, reply, request.log));
  app.addHook('onRequest', async (_request, reply) => void reply.headers(safeHeaders));
  // Otherwise a client that was answered while the server closes could keep its connection, and the server would wait for it for a minute.
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) void reply.header('connection', 'close');
  });
  // First, so that refused requests are counted too.
  app.addHook('onRequest', async (request, reply) => observeRequest(metrics, request, reply));
  refuseMalformedHead(app);
  // Before countBytes, which begins to receive the body.
  decideByHead(app);
  countBytes(app);
  allowOrigins(app, corsOrigins);
  refuseWebSockets(app);
  // Before limitInFlight, so that unauthenticated requests cannot take a slot.
  const { callerOf, recheck } = guardRoutes(app, access);
  limitInFlight(app, shared.slots);
  disconnectSlowClients(app, socketLimits);
  compressAnswers(app);
  parseJsonBody(app);
  addGraphql(app, { apollo, serverContext, callerOf, isKeyNeeded: access.kind === 'GUARDED', corsOrigins });
  addExplorer(app, { isKeyNeeded: access.kind === 'GUARDED' });
  addSchemaFile(app, { introspection });
  await addIngest(app, { serverContext, callerOf, budgets, audit });
  await addUpload(app, { serverContext, callerOf, recheck, budgets, audit, socketLimits });
  app.get('/livez', { logLevel: 'warn' }, async () => ({ status: 'ok' }));
  app.get('/readyz', { logLevel: 'warn' }, async (_request, reply) => {
    const isReady = !isClosing && (await isReachable());
    return reply.code(isReady ? 200 : 503).send({
      status: isReady ? 'ok' : 'unavailable',
      version: VERSION,
      ...(replica !== null && { replica: replica.state(), replicaLagSeconds: replica.lagSeconds() }),
    });
  });
  app.get('/metrics', { logLevel: 'warn' }, async (_request, reply) =>
    reply.type(METRICS_TYPE).send(await printMetrics(await shared.gatherMetrics(metrics.collect))),
  );
  return {
    collectMetrics: metrics.collect,
    listen: async ({ host, port }) => app.listen({ host, port }),
    close: async () => {
      isClosing = true;
      stopRenewing?.();
      stopLogging?.();
      endUnusedConnections();
      await app.close();
      await apollo.stop();
      // All requests are answered by now.
      await audit.close();
      metrics.close();
    },
  };
};

const LEFT_OUT = 'This audit entry is only in the log: the database could not store it.';
