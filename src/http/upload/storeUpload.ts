import type { FastifyBaseLogger } from 'fastify';

import { OutageError, OverloadedError } from '../../db/errors.ts';

import { addRecordCounts } from '../../model/ingestCounts.ts';

import { describeOutageForLog } from '../errors/describeOutage.ts';
import type { ErrorAnswer } from '../errors/sendError.ts';
import { MAX_RECORDS } from '../ingest/bodyRecords.ts';
import type { BodyRecord } from '../ingest/bodyRecords.ts';
import { MAX_MISTAKES } from '../ingest/firstMistakes.ts';
import type { IngestAnswer, Ingested } from '../ingest/ingestSteps.ts';
import { describeError } from '../log.ts';
import type { UploadEnd } from './readBatches.ts';
import { afterBatches, REFUSED_ENDS, refuseOutage } from './uploadRefusals.ts';

type Batches = AsyncGenerator<readonly BodyRecord[], UploadEnd, void>;

type Storing = {
  readonly recheck: () => Promise<ErrorAnswer | null>;
  readonly store: (records: readonly BodyRecord[]) => Promise<Ingested>;
  readonly log: FastifyBaseLogger;
};

/** Stores the batches of an upload one after the other. Before each it checks whether the caller still has access. */
export const storeUpload = async (batches: Batches, { recheck, store, log }: Storing): Promise<Ingested> => {
  let answer = NOTHING;
  try {
    for (;;) {
      const next = await batches.next();
      if (next.done === true)
        return next.value === 'COMPLETE'
          ? { kind: 'STORED', answer }
          : { kind: 'REFUSED', refusal: REFUSED_ENDS[next.value] };
      const refusal = await recheck();
      if (refusal !== null) return { kind: 'REFUSED', refusal: afterBatches(refusal) };
      const ingested = await storeParts(next.value, store);
      if (ingested.kind === 'REFUSED') return { kind: 'REFUSED', refusal: afterBatches(ingested.refusal) };
      answer = addAnswers(answer, ingested.answer);
    }
  } catch (error) {
    if (!(error instanceof OutageError)) throw error;
    if (!(error instanceof OverloadedError))
      log.error({ error: describeError(error.cause) }, describeOutageForLog(error));
    return { kind: 'REFUSED', refusal: refuseOutage(error) };
  }
};

/**
 * Stores a batch. One that stands for too many events (`message repeated 60000 times`) is stored in halves, and such an entry is rejected: every user
 * of a host can log one, and could stop its uploads.
 */
const storeParts = async (records: readonly BodyRecord[], store: Storing['store']): Promise<Ingested> => {
  const ingested = await store(records);
  if (ingested.kind === 'STORED' || ingested.refusal.status !== 413) return ingested;
  const [first] = records;
  if (records.length === 1 && first !== undefined) {
    const { code } = ingested.refusal;
    const message = `The entry stands for more than ${MAX_RECORDS} records. It was not stored; the others were.`;
    const mistake = { record: first.line, code, field: null, message };
    return { kind: 'STORED', answer: { ...NOTHING, rejected: 1, errors: [mistake] } };
  }
  const middle = Math.ceil(records.length / 2);
  const earlier = await storeParts(records.slice(0, middle), store);
  if (earlier.kind === 'REFUSED') return earlier;
  const later = await storeParts(records.slice(middle), store);
  return later.kind === 'REFUSED'
    ? later
    : { kind: 'STORED', answer: addAnswers(earlier.answer, later.answer) };
};

const NOTHING: IngestAnswer = {
  accepted: 0,
  duplicates: 0,
  rejected: 0,
  skipped: 0,
  unrelated: 0,
  notUnderstood: 0,
  errors: [],
};

const addAnswers = (a: IngestAnswer, b: IngestAnswer): IngestAnswer => ({
  ...addRecordCounts(a, b),
  errors: [...a.errors, ...b.errors].slice(0, MAX_MISTAKES),
});
