import { selectAccountsOf } from '../../db/hunts/selectAccountsOf.ts';
import { eachLogin } from '../../db/hunts/eachLogin.ts';
import type { LoginRow } from '../../db/hunts/eachLogin.ts';

import type { Account } from '../../model/account.ts';
import { SUCCESSFUL_LOGINS, BY_KNOWN_USERS, FAILED_LOGINS, within } from '../../model/filter/logins.ts';
import { withoutNoise } from '../../model/filter/pivot.ts';
import { collectMatches } from '../../model/hunts/collectMatches.ts';
import { foldBursts } from '../../model/hunts/foldBursts.ts';
import type { WindowEvent } from '../../model/hunts/foldBursts.ts';
import { keyOf, ofTraits, traitsOf } from '../../model/hunts/loginTraits.ts';
import type { KeyTraits, LoginTrait } from '../../model/hunts/loginTraits.ts';
import type { Evidence, Match } from '../../model/hunts/match.ts';
import { lengthUs, parseCount, parseLength, parseRange } from '../../model/hunts/parameters.ts';
import type { RangeInput } from '../../model/hunts/parameters.ts';
import type { PageArguments } from '../../model/page.ts';
import { toMicroseconds } from '../../model/session/sessionRank.ts';
import { shiftTime } from '../../model/values/time.ts';

import type { ListContext } from '../listContext.ts';
import type { EventPage } from '../listEvents.ts';

import { defineHunt } from './run/defineHunt.ts';
import { listEvidence } from './run/listEvidence.ts';
import { listMatches } from './run/listMatches.ts';

/** The trait that the failures have in common. HOST is the host of the login: half of the failures in real logs have no source address. */
type Key = 'SRC_IP' | 'SRC_NETWORK' | 'HOST';

type Input = {
  readonly range: RangeInput;
  readonly key: Key;
  readonly window: unknown;
  readonly minUsers: number;
  readonly maxFailuresPerUser: number;
  readonly excludeNoise: boolean;
};

/** Failed logins of many users with one key; the traits of the key, null for other traits. */
type PasswordSpray = Match &
  Omit<KeyTraits, 'account'> & {
    readonly firstAt: string;
    readonly lastAt: string;
    readonly userCount: number;
    readonly failureCount: number;
    readonly peak: number;
    /** Successful logins of the key during the failures and for AFTERMATH_US after the last. */
    readonly successEvidence: Evidence;
  };

const AFTERMATH_US = lengthUs('PT1H');

/** Finds failed logins of many users with one key, few for each user: one password tried on many accounts. */
export const passwordSpray = defineHunt({
  title: 'Password Spraying',
  techniques: ['T1110', 'T1110.003'],
  finds: 'failed logins of many users from one source or on one host, and who logged in then',
  parse: ({ key, minUsers, maxFailuresPerUser, excludeNoise, ...input }: Input) => {
    const range = parseRange(input.range);
    return {
      range,
      key,
      window: parseLength(input.window, 'window'),
      minUsers: parseCount(minUsers, 'minUsers', { least: 2, most: 1_000_000 }),
      maxFailuresPerUser: parseCount(maxFailuresPerUser, 'maxFailuresPerUser', { least: 1, most: 1_000_000 }),
      excludeNoise,
    };
  },
  search: async (run) => {
    const { range, key, window, minUsers, maxFailuresPerUser, excludeNoise } = run.parameters;
    const by = [key];
    const shown = withoutNoise(excludeNoise);
    const failures = [...FAILED_LOGINS, BY_KNOWN_USERS, ...shown];
    const rule = {
      windowUs: lengthUs(window),
      least: minUsers,
      mostOfValue: maxFailuresPerUser,
      fromUs: toMicroseconds(range.from),
    };
    return listMatches(run, async () => {
      const matches = collectMatches<PasswordSpray>();
      const fold = foldBursts(rule, ({ first, last, eventCount, valueCount, peak, ...burst }) => {
        const { account: _, ...traits } = traitsOf(valuesOf(burst.key), by);
        const of = ofTraits({ account: null, ...traits });
        const meanwhile = within({ from: first.time, until: shiftTime(last.time, AFTERMATH_US) });
        matches.add({
          first,
          ...traits,
          firstAt: first.time,
          lastAt: last.time,
          userCount: valueCount,
          failureCount: eventCount,
          peak,
          successEvidence: {
            of: 'EVENTS',
            where: [...meanwhile, ...SUCCESSFUL_LOGINS, BY_KNOWN_USERS, ...of, ...shown],
          },
          evidence: { of: 'EVENTS', where: [{ kind: 'between', first, last }, ...failures, ...of] },
        });
      });
      const read = within({ from: shiftTime(range.from, -rule.windowUs), until: range.until });
      const where = [...read, ...failures];
      await eachLogin(
        run.db,
        { where, values: VALUES, candidates: { by, where, least: minUsers } },
        (login) => fold.add(toWindowEvent(login, by)),
      );
      await fold.end();
      return matches.found();
    });
  },
  computed: {
    PasswordSpray: {
      users: async (
        { evidence }: PasswordSpray,
        _: unknown,
        { db }: ListContext,
      ): Promise<readonly Account[]> => selectAccountsOf(db, evidence),
      compromisedUsers: async (
        { successEvidence }: PasswordSpray,
        _: unknown,
        { db }: ListContext,
      ): Promise<readonly Account[]> => selectAccountsOf(db, successEvidence),
      successes: async (
        { successEvidence }: PasswordSpray,
        page: PageArguments,
        context: ListContext,
      ): Promise<EventPage> => listEvidence(context, successEvidence, page),
    },
  },
});

const VALUES = ['hostname', 'userDomain', 'userName', 'srcIp', 'srcNetwork'] as const;

/** Failures have the domain that the client sent, so the name alone identifies the user. */
const toWindowEvent = (
  { time, uuid, us, ...login }: LoginRow<(typeof VALUES)[number]>,
  by: readonly LoginTrait[],
): WindowEvent => ({ time, uuid, us, key: keyOf(login, by), value: keyOf(login, ['USER_NAME']) });

/** The key has one trait, so its text is the value of that trait. */
const valuesOf = (key: string) => ({
  hostname: key,
  userDomain: null,
  userName: null,
  srcIp: key,
  srcNetwork: key,
});
