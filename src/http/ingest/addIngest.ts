import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { Workplace } from '../../graphql/context.ts';
import { noteIngested } from '../../graphql/requestNotes.ts';
import type { RequestNotes } from '../../graphql/requestNotes.ts';

import type { AuditLog } from '../../domain/audit/makeAuditLog.ts';
import { countVerdicts } from '../../domain/countVerdicts.ts';
import { recordItems } from '../../domain/recordItems.ts';

import { OutageError, OverloadedError } from '../../db/errors.ts';

import { flushSensors, readRecord, startSensors } from '../../sensors/readRecord.ts';
import { UNKNOWN_EVENT } from '../../sensors/sensor.ts';
import type { Outcome, SensorOptions } from '../../sensors/sensor.ts';
import { splitEvent } from '../../sensors/sessionEventInput.ts';

import type { CallerOf } from '../access/guardRoutes.ts';
import type { Budgets } from '../cost/makeBudgets.ts';
import { payerOf } from '../cost/payerOf.ts';
import { describeOutage } from '../errors/describeOutage.ts';
import { sendError } from '../errors/sendError.ts';
import { describeError } from '../log.ts';
import { auditRequest } from '../observe/auditRequest.ts';
import { notesOf } from '../observe/notesOf.ts';
import { parseIngestQuery } from './parseIngestQuery.ts';
import { readIngestBody } from './readIngestBody.ts';
import type { BodyRecord } from './readIngestBody.ts';

/** What a shipper is answered: every record is counted once (one that tells of several events, with each). */
type IngestAnswer = {
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly skipped: number;
  /** Of what was rejected, the first 100. */
  readonly errors: readonly IngestError[];
};

type IngestError = {
  /** The line or the place in the array, from 1. */
  readonly record: number;
  readonly code: string;
  readonly field: string | null;
  readonly message: string;
};

const MAX_ERRORS = 100;

/**
 * Adds POST /ingest, for log shippers: lines of JSON or text, or a JSON array, also as gzip; own events or raw sensor records.
 *
 * 200 when all that can be stored is committed, with rejections too: a shipper would send them for ever. 503 when nothing was committed, or
 * when the database did not confirm it. Each request stands alone, so that sent again it gives the same.
 */
export const addIngest = async (app: FastifyInstance, door: Door): Promise<void> => {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.post('/ingest', async (request, reply) => {
      const notes = notesOf(request);
      notes.operationType = 'INGEST';
      notes.operationName = 'ingest';
      try {
        return await answer(door, request, reply);
      } catch (error) {
        notes.errorCodes.add('INTERNAL_SERVER_ERROR');
        throw error;
      } finally {
        // What was sent is stored, or was refused by code: neither is a question.
        auditRequest(door.audit, notes, { documentDigest: null, variables: null, rootFields: [] });
      }
    });
  });
};

type Door = {
  readonly workplace: Workplace;
  readonly callerOf: CallerOf;
  readonly budgets: Budgets | null;
  readonly audit: AuditLog;
};

const answer = async (
  { workplace, callerOf, budgets }: Door,
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
  const options = parseIngestQuery(request.query);
  if (typeof options === 'string') return refuse(400, 'BAD_USER_INPUT', options);
  const body = await readIngestBody(request.body, request.headers['content-encoding']);
  if (body.kind === 'REFUSED') return refuse(body.status, body.code, body.message);
  const payer = payerOf(callerOf(request), request.ip);
  const charge = budgets?.take(payer, body.records.length) ?? null;
  const left = budgets?.headersOf(payer) ?? {};
  if (charge?.kind === 'SPENT') {
    return sendError(reply, {
      status: 429,
      code: 'RATE_LIMITED',
      message: `The caller's budget has less left than ${body.records.length} records. Nothing was done; try again in ${charge.retryAfterSeconds} s.`,
      headers: { ...left, 'retry-after': String(charge.retryAfterSeconds) },
    });
  }
  void reply.headers(left);
  try {
    return await reply.send(await ingest({ ...workplace, notes }, body.records, options));
  } catch (error) {
    if (!(error instanceof OutageError)) throw error;
    // What may have been stored is charged once, when it is sent again.
    charge?.settle(0);
    if (!(error instanceof OverloadedError))
      request.log.error({ error: describeError(error.cause) }, 'The database cannot be reached.');
    return sendError(reply, {
      status: 503,
      ...describeOutage(error, 'request'),
      headers: { 'retry-after': '1' },
    });
  }
};

const ingest = async (
  { database, makeRules, notes }: Workplace & { readonly notes: RequestNotes },
  records: readonly BodyRecord[],
  options: SensorOptions,
): Promise<IngestAnswer> => {
  const outcomes = readAll(records, options);
  const events = outcomes.filter((outcome) => outcome.kind === 'EVENT');
  const starts = outcomes.filter((outcome) => outcome.kind === 'HOST_START');
  const verdicts = await recordItems(database, makeRules(), {
    events: events.map(({ event }) => splitEvent(event)),
    hostStarts: starts.map(({ start }) => start),
  });
  const judged = [
    ...events.map(({ origin }, index) => ({ record: origin.line, verdict: verdicts.events[index] })),
    ...starts.map(({ origin }, index) => ({ record: origin.line, verdict: verdicts.hostStarts[index] })),
  ];
  const failed = outcomes.flatMap((outcome) =>
    outcome.kind === 'FAILED' ? [{ record: outcome.origin.line, message: outcome.reason }] : [],
  );
  const stored = countVerdicts([...verdicts.events, ...verdicts.hostStarts]);
  const counts = {
    ...stored,
    rejected: stored.rejected + failed.length,
    skipped: outcomes.filter(({ kind }) => kind === 'SKIPPED').length,
  };
  noteIngested({ database, notes }, counts);
  const errors = [
    ...judged.flatMap(({ record, verdict }) =>
      verdict?.status === 'REJECTED' ? verdict.errors.map((mistake) => ({ record, ...mistake })) : [],
    ),
    ...failed.map((mistake) => ({ ...mistake, code: 'UNREADABLE_RECORD', field: null })),
  ].toSorted((a, b) => a.record - b.record);
  return {
    accepted: counts.accepted,
    duplicates: counts.duplicates,
    rejected: counts.rejected,
    skipped: counts.skipped,
    errors: errors.slice(0, MAX_ERRORS),
  };
};

const readAll = (records: readonly BodyRecord[], options: SensorOptions): readonly Outcome[] => {
  const state = startSensors(options);
  const outcomes = records.flatMap((record): readonly Outcome[] => {
    const origin = { file: 'request', line: record.line };
    if (record.kind === 'VALUE') return readRecord(state, { value: record.value, origin });
    return [{ ...record, origin: { ...origin, sensorEvent: UNKNOWN_EVENT } }];
  });
  return [...outcomes, ...flushSensors(state)];
};
