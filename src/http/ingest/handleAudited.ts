import type { FastifyReply, FastifyRequest } from 'fastify';

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
    // The audit does not keep the body: it is stored, or refused with a code.
    auditRequest(audit, requestInfo, { documentDigest: null, variables: null, rootFields: [] });
  }
};
