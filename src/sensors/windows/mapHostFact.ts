import type { Instant } from '../../model/values/time.ts';

import type { ContextOutcome, Outcome, OutcomeOrigin } from '../sensor.ts';

import type { HostFact } from './findHostFact.ts';
import { readLastSeen } from './readLastSeen.ts';
import { sourceIdOf } from './sourceIdOf.ts';
import type { WindowsRecord } from './windowsRecord.ts';

/** Where and when a record about a host was written. */
export type FactPlace = Instant & {
  readonly hostname: string;
  /** The name of the host before this record; null if it was not renamed. */
  readonly oldName: string | null;
  readonly origin: OutcomeOrigin;
};

/** Maps a record about a host. A host that was renamed also starts under its old name, which ends the sessions under that name. */
export const mapHostFact = (record: WindowsRecord, fact: HostFact, place: FactPlace): readonly Outcome[] => {
  const { time, timeMs, hostname, oldName, origin } = place;
  const sourceId = sourceIdOf(record);
  const input = { time, hostname, sourceId };
  switch (fact) {
    case 'HOST_START': {
      const outcome: ContextOutcome = { kind: 'CONTEXT', event: { hostStart: input }, timeMs, origin };
      if (oldName === null) return [outcome];
      return [outcome, { ...outcome, event: { hostStart: { ...input, hostname: oldName } }, isExtra: true }];
    }
    case 'HOST_STOP':
      return [{ kind: 'CONTEXT', event: { hostStop: input }, timeMs, origin }];
    case 'HOST_SEEN':
      return [{ kind: 'CONTEXT', event: { hostSeen: input }, timeMs, origin }];
    case 'LAST_SEEN': {
      const seen = readLastSeen(record.fields);
      if (seen === null) return [{ kind: 'SKIPPED', reason: NO_LAST_SEEN, origin }];
      if (seen.kind === 'FAILED') return [{ ...seen, origin }];
      const hostSeen = { ...input, time: seen.time };
      return [{ kind: 'CONTEXT', event: { hostSeen }, timeMs: seen.timeMs, origin }];
    }
  }
};

const NO_LAST_SEEN = '6008 unexpected shutdown: without the binary data that has its time';
