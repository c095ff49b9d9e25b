import { eachBoundary } from '../../db/hunts/eachBoundary.ts';

import { readAccountKey } from '../../model/account.ts';
import type { Account } from '../../model/account.ts';
import type { LoginType } from '../../model/action.ts';
import { BY_KNOWN_USERS, ofTypes } from '../../model/filter/logins.ts';
import { ofAccount, onHost, withoutNoise } from '../../model/filter/pivot.ts';
import type { Predicate } from '../../model/filter/predicate.ts';
import type { HostKey } from '../../model/host.ts';
import { collectMatches } from '../../model/hunts/collectMatches.ts';
import { foldOverlaps } from '../../model/hunts/foldOverlaps.ts';
import type { Match } from '../../model/hunts/match.ts';
import { parseCount, parseLoginTypes, parseRange, refuse } from '../../model/hunts/parameters.ts';
import type { RangeInput } from '../../model/hunts/parameters.ts';
import { presentWithin, silenceFor } from '../../model/hunts/presence.ts';
import type { PageArguments } from '../../model/page.ts';

import type { ListContext } from '../listContext.ts';
import { listSessions } from '../listSessions.ts';
import type { SessionPage } from '../listSessions.ts';

import { defineHunt } from './run/defineHunt.ts';
import { listMatches } from './run/listMatches.ts';

type Input = {
  readonly range: RangeInput;
  /** Whose sessions are counted together. */
  readonly key: 'USER' | 'HOST';
  readonly minPeak: number;
  /** The values to count: different hosts, users or source addresses; by default the sessions themselves. */
  readonly distinct?: 'HOST' | 'USER' | 'SRC_IP' | null | undefined;
  readonly loginTypes?: readonly LoginType[] | null | undefined;
  readonly includeUnknown: boolean;
  readonly excludeNoise: boolean;
};

/** A period in which sessions of one user, or on one host, were open at the same time. One of `account` and `host` is null. */
type ConcurrentSessions = Match & {
  readonly account: Account | null;
  readonly host: HostKey | null;
  readonly from: string;
  readonly until: string;
  readonly peak: number;
  readonly peakAt: string;
  readonly sessionCount: number;
  readonly distinctCount: number;
};

/** Finds sessions of one user, or on one host, that were open at the same time: a shared or stolen account, or a desktop that two people use. */
export const concurrentSessions = defineHunt({
  title: 'Sessions Open at Once',
  techniques: ['T1078', 'T1078.002', 'T1078.003', 'T1021.001'],
  finds: 'users or hosts with several sessions open at once',
  parse: ({ range, key, minPeak, distinct = null, loginTypes, includeUnknown, excludeNoise }: Input) => {
    if (distinct === key) {
      throw refuse('distinct', 'is the same as key; omit it or choose another value');
    }
    return {
      range: parseRange(range),
      key,
      minPeak: parseCount(minPeak, 'minPeak', { least: 2, most: 1_000_000 }),
      distinct,
      loginTypes: parseLoginTypes(loginTypes),
      includeUnknown,
      excludeNoise,
    };
  },
  search: async (run) => {
    const { range, key: by, minPeak, distinct, loginTypes, excludeNoise } = run.parameters;
    const silenceUs = silenceFor(run.parameters, run.db.silenceUs);
    const where = [
      ...(by === 'USER' || distinct === 'USER' ? [BY_KNOWN_USERS] : []),
      ...ofTypes(loginTypes),
      ...withoutNoise(excludeNoise),
    ];
    return listMatches(run, async () => {
      const matches = collectMatches<ConcurrentSessions>();
      const fold = foldOverlaps(minPeak, ({ key, first, until, valueCount, ...overlap }) => {
        const account = by === 'USER' ? readAccountKey(key) : null;
        const of = account === null ? onHost(key) : ofAccount(account);
        const open = presentWithin({ from: first.time, until }, silenceUs);
        const known: readonly Predicate[] =
          distinct === 'SRC_IP' ? [{ kind: 'sourceKnown', before: until, silenceUs }] : [];
        matches.add({
          ...overlap,
          account,
          host: account === null ? { hostname: key } : null,
          first,
          from: first.time,
          until,
          distinctCount: valueCount,
          evidence: { of: 'SESSIONS', where: [of, ...open, ...known, ...where] },
        });
      });
      await eachBoundary(run.db, { range, where, by, distinct: distinct ?? 'SESSION', silenceUs }, fold.add);
      await fold.end();
      return matches.found();
    });
  },
  computed: {
    ConcurrentSessions: {
      since: ({ from }: ConcurrentSessions): string => from,
      sessions: async (
        { evidence }: ConcurrentSessions,
        page: PageArguments,
        context: ListContext,
      ): Promise<SessionPage> => {
        const order = { field: 'STARTED', direction: 'ASCENDING' } as const;
        return listSessions(context, { ...page, order }, { where: evidence.where });
      },
    },
  },
});
