import { selectSourcesBefore } from '../../db/hunts/selectSourcesBefore.ts';

import { within } from '../../model/filter/logins.ts';
import { withoutNoise } from '../../model/filter/pivot.ts';
import { matchOfEvent } from '../../model/hunts/match.ts';
import type { Match } from '../../model/hunts/match.ts';
import { parseRange } from '../../model/hunts/parameters.ts';
import type { RangeInput } from '../../model/hunts/parameters.ts';
import type { ReconnectEvent } from '../../model/sessionEvent.ts';

import type { ListContext } from '../listContext.ts';

import { defineHunt } from './run/defineHunt.ts';
import { listEventMatches } from './run/listEventMatches.ts';

type Input = { readonly range: RangeInput; readonly excludeNoise: boolean };

type ReconnectFromNewSource = Match & { readonly reconnect: ReconnectEvent };

/** Finds reconnects from a source that no earlier event of the session has: a user who changed machines, or a hijacked session. */
export const reconnectFromNewSource = defineHunt({
  title: 'Reconnect From a Source New to the Session',
  techniques: ['T1563.002', 'T1021.001', 'T1078'],
  finds: 'reconnects from an address that the session did not have before',
  parse: ({ range, excludeNoise }: Input) => ({ range: parseRange(range), excludeNoise }),
  search: async (run) => {
    const { range, excludeNoise } = run.parameters;
    return listEventMatches(run, {
      action: 'RECONNECT',
      where: [...within(range), ...withoutNoise(excludeNoise), { kind: 'fromNewSource' }],
      makeMatch: (reconnect): ReconnectFromNewSource => ({ ...matchOfEvent(reconnect), reconnect }),
    });
  },
  computed: {
    ReconnectFromNewSource: {
      sourcesBefore: async (
        { reconnect }: ReconnectFromNewSource,
        _: unknown,
        { db }: ListContext,
      ): Promise<readonly string[]> => selectSourcesBefore(db, reconnect),
    },
  },
});
