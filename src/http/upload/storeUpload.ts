import type { FastifyBaseLogger } from 'fastify';

import { OutageError, OverloadedError } from '../../db/errors.ts';

import { addRecordCounts } from '../../model/ingestCounts.ts';

import { describeOutageForLog } from '../errors/describeOutage.ts';
import type { ErrorAnswer } from '../errors/sendError.ts';
import { MAX_RECORDS } from '../ingest/bodyRecords.ts';
import { MAX_MISTAKES } from '../ingest/firstMistakes.ts';
import type { IngestAnswer, Ingested } from '../ingest/ingestSteps.ts';
import { describeError } from '../log.ts';
import type { Batch, UploadEnd } from './readBatches.ts';
import { afterBatches, REFUSED_ENDS, refuseOutage } from './uploadRefusals.ts';

type Batches = AsyncGenerator<Batch, UploadEnd, void>;

type Storing = {
  readonly recheck: () => Promise<ErrorAnswer | null>;
  readonly store: (batch: Batch) => Promise<Ingested>;
  /** Counts an entry that is rejected without an attempt to store it. */
  readonly countRejected: () => void;
  readonly log: FastifyBaseLogger;
};

/** Stores the batches of an upload one after the other. Before each it checks whether the caller still has access. */
export const storeUpload = async (batches: Batches, storing: Storing): Promise<Ingested> => {
  const { recheck, log } = storing;
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
      const ingested = await storeParts(storing, next.value);
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
const storeParts = async (storing: Storing, { records, bytes }: Batch): Promise<Ingested> => {
  const ingested = await storing.store({ records, bytes });
  if (ingested.kind === 'STORED' || ingested.refusal.status !== 413) return ingested;
  const [first] = records;
  if (records.length === 1 && first !== undefined) {
    const { code } = ingested.refusal;
    const message = `The entry stands for more than ${MAX_RECORDS} records. It was not stored; the others were.`;
    const mistake = { record: first.line, code, field: null, message };
    storing.countRejected();
    return { kind: 'STORED', answer: { ...NOTHING, rejected: 1, errors: [mistake] } };
  }
  const middle = Math.ceil(records.length / 2);
  const earlier = await storeParts(storing, { records: records.slice(0, middle), bytes });
  if (earlier.kind === 'REFUSED') return earlier;
  const later = await storeParts(storing, { records: records.slice(middle), bytes: 0 });
  return later.kind === 'REFUSED'
    ? later
    : { kind: 'STORED', answer: addAnswers(earlier.answer, later.answer) };
};

export const NOTHING: IngestAnswer = {
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
