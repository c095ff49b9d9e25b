import type { Database } from '../db/client.ts';
import { storeItems } from '../db/storeItems.ts';

import { parseHostStartInput } from '../model/hostStart.ts';
import type { HostStartInput } from '../model/hostStart.ts';
import type { InputRules } from '../model/readField.ts';

import { recordBatch } from './recordBatch.ts';
import type { Verdict } from './recordBatch.ts';

/**
 * Records host starts with the promises of events; the sessions that they cut off are brought up to date in the same transaction.
 *
 * @throws Refusal BAD_BATCH_SIZE for 0 or more than 5,000; OutageError when nothing was committed, but UnknownOutcomeError when it may have been.
 */
export const recordHostStarts = async (
  database: Database,
  rules: InputRules,
  starts: readonly HostStartInput[],
): Promise<readonly Verdict[]> =>
  recordBatch(starts, {
    field: 'starts',
    parse: (input) => parseHostStartInput(input, rules),
    store: (sorted) => storeItems(database, { events: [], hostStarts: sorted }),
    notesOn: () => [],
  });
