import { selectSessions } from '../../db/selectSessions.ts';
import { eachUserOfLogins, selectLastStart } from '../../db/hunts/selectLoginsSince.ts';

import { accountOf } from '../../model/account.ts';
import type { Account } from '../../model/account.ts';
import type { LoginType } from '../../model/action.ts';
import { atPath } from '../../model/filter/comparators.ts';
import { SUCCESSFUL_LOGINS } from '../../model/filter/logins.ts';
import { ofAccount, onHost, withoutNoise } from '../../model/filter/pivot.ts';
import type { Predicate } from '../../model/filter/predicate.ts';
import { collectMatches } from '../../model/hunts/collectMatches.ts';
import type { Match } from '../../model/hunts/match.ts';
import { presentAt, silenceFor } from '../../model/hunts/presence.ts';
import { parsePage } from '../../model/page.ts';
import type { PageArguments } from '../../model/page.ts';
import { Refusal } from '../../model/refusal.ts';
import { parseHostname } from '../../model/values/hostname.ts';
import { parseTime, shiftTime } from '../../model/values/time.ts';

import type { ListContext } from '../listContext.ts';

import { defineHunt } from './run/defineHunt.ts';
import { listMatches } from './run/listMatches.ts';

type Input = PageArguments & {
  readonly hostname: unknown;
  readonly bootTime?: unknown;
  readonly at: unknown;
  readonly includeUnknown: boolean;
  readonly excludeNoise: boolean;
};

type Parameters = {
  readonly hostname: string;
  readonly bootTime: string;
  readonly at: string;
  readonly includeUnknown: boolean;
  readonly excludeNoise: boolean;
};

/** A user and the logins; the account is null for logins without a user. */
type LoginsSince = Match & {
  readonly account: Account | null;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly loginCount: number;
  readonly loginTypes: readonly LoginType[];
  /** The condition for the user's sessions that are open at `at`. */
  readonly open: Predicate;
};

/** Finds users with a login on a host strictly between its last start and `at`: the host's memory may have held their credentials. */
export const loginsSince = defineHunt({
  id: 'CAR-2015-07-001',
  title: 'All Logins Since Last Boot',
  // CAR names no technique. Its text is about credentials in the memory of lsass.exe.
  techniques: ['T1003.001'],
  finds: "users whose credentials a host's memory may have held since its start",
  parse: async (input: Input, { hostnames, db }): Promise<Parameters> => {
    const hostname = atPath('hostname', () => parseHostname(input.hostname, hostnames));
    const given = input.bootTime ?? null;
    const bootTime = given === null ? null : atPath('bootTime', () => parseTime(given));
    const at = atPath('at', () => parseTime(input.at));
    if (bootTime !== null && bootTime >= at) {
      throw refuseBootTime('bootTime is not before at; exchange them.');
    }
    parsePage(input);
    const start = bootTime ?? (await selectLastStart(db, { hostname, at }));
    const { includeUnknown, excludeNoise } = input;
    if (start !== null) return { hostname, bootTime: start, at, includeUnknown, excludeNoise };
    throw refuseBootTime(
      'bootTime is required: no start of this host before `at` was recorded; send the time to search from.',
    );
  },
  search: async (run) => {
    const { hostname, bootTime, at, includeUnknown, excludeNoise } = run.parameters;
    const openAt = presentAt(at, silenceFor({ includeUnknown }, run.db.silenceUs));
    const where: readonly Predicate[] = [
      { kind: 'from', field: 'time', time: shiftTime(bootTime, 1) },
      { kind: 'until', field: 'time', time: at },
      onHost(hostname),
      ...SUCCESSFUL_LOGINS,
      ...withoutNoise(excludeNoise),
    ];
    return listMatches(run, async () => {
      const matches = collectMatches<LoginsSince>();
      await eachUserOfLogins(run.db, where, ({ userDomain, userName, firstUuid, ...logins }) => {
        const account = accountOf({ userDomain, userName });
        const of: Predicate = account === null ? { kind: 'isNull', field: 'user' } : ofAccount(account);
        matches.add({
          first: { time: logins.firstAt, uuid: firstUuid },
          account,
          ...logins,
          open: { kind: 'and', of: [onHost(hostname), ...openAt, of] },
          evidence: { of: 'EVENTS', where: [...where, of] },
        });
      });
      return matches.found();
    });
  },
  computed: {
    LoginsSince: {
      /** Whether the user had an open session at `at`. */
      stillLoggedOn: async ({ open }: LoginsSince, _: unknown, { db }: ListContext): Promise<boolean> => {
        const one = {
          asOf: '',
          field: 'STARTED',
          scan: 'ASCENDING',
          after: null,
          before: null,
          limit: 1,
        } as const;
        return (await selectSessions(db, { ...one, predicate: open })).length > 0;
      },
    },
  },
});

const refuseBootTime = (message: string): Refusal => new Refusal('BAD_PARAMETER', message, 'bootTime');
