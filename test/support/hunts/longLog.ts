import fc from 'fast-check';

import { logs } from './huntEvents.ts';
import type { Sent } from './huntEvents.ts';

/** The same 300 events of all kinds in each run. */
export const LONG_LOG: readonly Sent[] = fc.sample(
  logs({
    kinds: ['OK', 'OK', 'OK', 'BAD', 'BAD', 'LOGOUT', 'LOCK', 'UNLOCK', 'RECONNECT', 'TWIN'],
    minLength: 300,
    maxLength: 300,
  }),
  { seed: 20_261_116, numRuns: 1 },
)[0] as readonly Sent[];
