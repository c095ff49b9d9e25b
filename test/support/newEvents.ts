import { parseEventInput } from '../../src/model/eventInput.ts';
import type { NewEvent } from '../../src/model/sessionEvent.ts';

import { RULES } from './database.ts';

const ANY_TIME = { earliest: '1000-01-01T00:00:00.000000Z', latest: '9999-12-31T23:59:59.999999Z' };

/** A LOCK event as stored, at any time. Each source id makes a distinct event. */
export const aStoredLock = (time: string, sourceId: string, hostname = 'HOST1'): NewEvent => {
  const parsed = parseEventInput(
    'LOCK',
    { time, hostname, sourceId, user: 'CORP\\ana', loginId: '0x8a1f0' },
    { ...RULES, timeBounds: ANY_TIME },
  );
  if (parsed.kind === 'EVENT') return parsed.event;
  throw new Error(`The event of the test was rejected: ${JSON.stringify(parsed.errors)}`);
};
