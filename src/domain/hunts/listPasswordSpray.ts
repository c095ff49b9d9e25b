import { eachLogin } from '../../db/hunts/eachLogin.ts';
import type { LoginRow } from '../../db/hunts/eachLogin.ts';

import { LET_IN, OF_SOMEBODY, REFUSED, within } from '../../model/filter/logins.ts';
import { withoutNoise } from '../../model/filter/pivot.ts';
import { collectMatches } from '../../model/hunts/collectMatches.ts';
import { foldStretches } from '../../model/hunts/foldStretches.ts';
import type { WindowEvent } from '../../model/hunts/foldStretches.ts';
import { keyOf, ofTraits, traitsOf } from '../../model/hunts/loginTraits.ts';
import type { LoginTrait } from '../../model/hunts/loginTraits.ts';
import { lengthUs } from '../../model/hunts/parameters.ts';
import { parsePasswordSpray } from '../../model/hunts/passwordSpray.ts';
import type {
  PasswordSpray,
  PasswordSprayInput,
  PasswordSprayParameters,
} from '../../model/hunts/passwordSpray.ts';
import type { PageArguments } from '../../model/page.ts';
import { toMicroseconds } from '../../model/session/sessionRank.ts';
import { shiftTime } from '../../model/values/time.ts';

import type { ListContext } from '../listContext.ts';

import { listMatches } from './listMatches.ts';
import type { HuntEdge, HuntPage } from './listMatches.ts';

export type PasswordSprayPage = HuntPage<PasswordSpray, PasswordSprayParameters>;
export type PasswordSprayEdge = HuntEdge<PasswordSpray>;

/** Successes so long after the last failure are held to be of the spray. */
const AFTERMATH_US = lengthUs('PT1H');

/**
 * Finds failed logins of many users from one place, few for each: one password tried on many accounts.
 *
 * @throws Refusal for bad parameters, page or cursor.
 */
export const listPasswordSpray = async (
  { reader, now }: ListContext,
  input: PasswordSprayInput & PageArguments,
): Promise<PasswordSprayPage> => {
  const parameters = parsePasswordSpray(input);
  const { range, key, window, minUsers, maxFailuresPerUser, excludeNoise } = parameters;
  const by = [key];
  const shown = withoutNoise(excludeNoise);
  const failures = [...REFUSED, OF_SOMEBODY, ...shown];
  const find = async () => {
    const matches = collectMatches<PasswordSpray>();
    const rule = {
      windowUs: lengthUs(window),
      least: minUsers,
      mostOfValue: maxFailuresPerUser,
      fromUs: toMicroseconds(range.from),
    };
    const fold = foldStretches(rule, ({ first, last, eventCount, valueCount, peak, ...stretch }) => {
      const { account: _, ...traits } = traitsOf(traitOf(stretch.key), by);
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
        successes: { of: 'EVENTS', where: [...meanwhile, ...LET_IN, ...of, ...shown] },
        evidence: { of: 'EVENTS', where: [{ kind: 'between', first, last }, ...failures, ...of] },
      });
    });
    const read = within({ from: shiftTime(range.from, -lengthUs(window)), until: range.until });
    const where = [...read, ...failures];
    await eachLogin(reader, { where, values: VALUES, suspects: { by, where, least: minUsers } }, (login) =>
      fold.add(asWindowEvent(login, by)),
    );
    await fold.end();
    return matches.found();
  };
  return listMatches({ name: 'passwordSpray', parameters, now, find }, input);
};

const VALUES = ['hostname', 'userDomain', 'userName', 'srcIp', 'srcNetwork'] as const;

const asWindowEvent = (
  { time, uuid, us, ...login }: LoginRow<(typeof VALUES)[number]>,
  by: readonly LoginTrait[],
): WindowEvent => ({ time, uuid, us, key: keyOf(login, by), value: keyOf(login, ['USER']) });

/** A key of one trait is that trait. */
const traitOf = (key: string) => ({
  hostname: key,
  userDomain: null,
  userName: null,
  srcIp: key,
  srcNetwork: key,
});
