import { within } from '../../model/filter/logins.ts';
import { withoutNoise } from '../../model/filter/pivot.ts';
import { matchOfEvent } from '../../model/hunts/match.ts';
import { lengthUs, parseLengthUpTo, parseRange } from '../../model/hunts/parameters.ts';
import type { RangeInput } from '../../model/hunts/parameters.ts';

import { defineHunt } from './run/defineHunt.ts';
import { listEventMatches } from './run/listEventMatches.ts';

type Input = { readonly range: RangeInput; readonly window: unknown; readonly excludeNoise: boolean };

/** Finds reconnects without a login of the account on the host nearby: somebody took the session over without credentials, as with tscon. */
export const reconnectWithoutLogin = defineHunt({
  title: 'Reconnect Without a Login',
  techniques: ['T1563.002', 'T1021.001'],
  finds: 'reconnects without a login, as after a hijack',
  parse: ({ range, window, excludeNoise }: Input) => ({
    range: parseRange(range),
    window: parseLengthUpTo('P1D', window, 'window'),
    excludeNoise,
  }),
  search: async (run) => {
    const { range, window, excludeNoise } = run.parameters;
    return listEventMatches(run, {
      action: 'RECONNECT',
      where: [
        ...within(range),
        ...withoutNoise(excludeNoise),
        { kind: 'not', of: { kind: 'loginNearby', windowUs: lengthUs(window), ...range } },
      ],
      makeMatch: (reconnect) => ({ ...matchOfEvent(reconnect), reconnect }),
    });
  },
});
