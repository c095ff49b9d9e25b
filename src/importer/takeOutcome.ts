import { splitContextEvent } from '../sensors/contextEventInput.ts';
import { splitEvent } from '../sensors/sessionEventInput.ts';
import { UNKNOWN_EVENT } from '../sensors/sensor.ts';
import type { Outcome } from '../sensors/sensor.ts';

import { noteClockChange } from './report/clockChanges.ts';
import type { ClockChanges } from './report/clockChanges.ts';
import type { ImportReporter } from './report/countItems.ts';
import type { FileFailures } from './report/fileFailures.ts';
import { noteHostname } from './report/hostDomains.ts';
import type { HostDomains } from './report/hostDomains.ts';
import { maskText } from './report/maskText.ts';
import { CONTEXT_COUNTS, countOutcome, countReason, formatOrigin } from './report/tally.ts';
import { addItem } from './send/batcher.ts';
import type { Batcher } from './send/batcher.ts';
import type { Batch } from './send/delivery.ts';

/** What an import keeps of the outcomes of records. */
export type Counting = {
  readonly reporter: ImportReporter;
  readonly batchers: Readonly<Record<Batch['kind'], Batcher>>;
  readonly hosts: HostDomains;
  /** The failures of the current file until its first record could be read; then null, and always null when files are followed. */
  failures: FileFailures | null;
  readonly clockChanges: ClockChanges;
};

/** Counts an outcome, and adds its event to the next batch. */
export const takeOutcome = (
  { reporter, batchers, hosts, failures, clockChanges }: Counting,
  outcome: Outcome,
): void => {
  const { tally, explainer } = reporter;
  countOutcome(tally, outcome);
  noteClockChange(clockChanges, outcome);
  explainer.explainOutcome(outcome);
  const { origin } = outcome;
  if ('isExtra' in outcome) tally.extra += 1;
  switch (outcome.kind) {
    case 'EVENT':
      tally.events += 1;
      noteHostname(hosts, String(splitEvent(outcome.event).input['hostname']));
      return addItem(batchers.EVENT, { json: JSON.stringify(outcome.event), ...outcome });
    case 'CONTEXT': {
      const { kind, input } = splitContextEvent(outcome.event);
      tally[CONTEXT_COUNTS[kind]] += 1;
      noteHostname(hosts, input.hostname);
      return addItem(batchers.CONTEXT, { json: JSON.stringify(outcome.event), ...outcome });
    }
    case 'SKIPPED':
      return countReason(tally.skipped, outcome.reason, () => formatOrigin(origin));
    case 'UNRELATED':
      return countReason(tally.unrelated, outcome.reason, () => formatOrigin(origin));
    case 'NOT_UNDERSTOOD':
      return countReason(
        tally.notUnderstood,
        outcome.text === '' ? outcome.reason : maskText(outcome.text),
        () => formatOrigin(origin),
      );
    case 'FAILED': {
      const counted = failures !== null && isUnknownRecord(outcome) ? failures : tally.failed;
      return countReason(counted, outcome.reason, () => formatOrigin(origin));
    }
  }
};

/** Whether no sensor recognized the record of an outcome. */
export const isUnknownRecord = ({ kind, origin }: Outcome): boolean =>
  kind === 'FAILED' && origin.sensorEvent === UNKNOWN_EVENT;
