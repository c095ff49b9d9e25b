import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { AuditLog } from '../../domain/audit/makeAuditLog.ts';

import { auditRequest } from '../observe/auditRequest.ts';
import { requestInfoOf } from '../observe/requestInfoOf.ts';

type Handling = {
  readonly audit: AuditLog;
  readonly request: FastifyRequest;
  readonly operationName: string;
};

/** Handles a request that ingests, and leaves its entry in the audit. */
export const handleAudited = async (
  { audit, request, operationName }: Handling,
  answer: () => Promise<FastifyReply>,
): Promise<FastifyReply> => {
  const requestInfo = requestInfoOf(request);
  requestInfo.operationType = 'INGEST';
  requestInfo.operationName = operationName;
  try {
    return await answer();
  } catch (error) {
    requestInfo.errorCodes.add('INTERNAL_SERVER_ERROR');
    throw error;
  } finally {
    leaveEntry(audit, request);
  }
};

/** Leaves an entry in the audit for requests to the routes of a scope that are refused before they are handled: too large, or without permission. */
export const auditRefused = (scope: FastifyInstance, audit: AuditLog, operationName: string): void => {
  scope.addHook('onSend', async (request) => {
    const requestInfo = requestInfoOf(request);
    if (requestInfo.operationType !== null) return;
    requestInfo.operationType = 'INGEST';
    requestInfo.operationName = operationName;
    leaveEntry(audit, request);
  });
};

/** The audit does not keep the body: it is stored, or refused with a code. */
const leaveEntry = (audit: AuditLog, request: FastifyRequest): void =>
  auditRequest(audit, requestInfoOf(request), { documentDigest: null, variables: null, rootFields: [] });
