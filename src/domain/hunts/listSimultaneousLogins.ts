import { eachBoundary } from '../../db/hunts/eachBoundary.ts';
import { eachLogin } from '../../db/hunts/eachLogin.ts';

import { accountKey } from '../../model/account.ts';
import { LET_IN, OF_SOMEBODY, ofTypes, within } from '../../model/filter/logins.ts';
import { onHost, withoutNoise } from '../../model/filter/pivot.ts';
import type { Predicate } from '../../model/filter/predicate.ts';
import { collectMatches } from '../../model/hunts/collectMatches.ts';
import type { Found } from '../../model/hunts/collectMatches.ts';
import { foldOverlaps } from '../../model/hunts/foldOverlaps.ts';
import { foldStretches } from '../../model/hunts/foldStretches.ts';
import { lengthUs } from '../../model/hunts/parameters.ts';
import { parseSimultaneousLogins } from '../../model/hunts/simultaneousLogins.ts';
import type {
  SimultaneousLogins,
  SimultaneousLoginsInput,
  SimultaneousLoginsParameters,
} from '../../model/hunts/simultaneousLogins.ts';
import type { PageArguments } from '../../model/page.ts';
import { toMicroseconds } from '../../model/session/sessionRank.ts';
import { shiftTime } from '../../model/values/time.ts';

import type { ListContext } from '../listContext.ts';

import { listMatches } from './listMatches.ts';
import type { HuntEdge, HuntPage } from './listMatches.ts';

export type SimultaneousLoginsPage = HuntPage<SimultaneousLogins, SimultaneousLoginsParameters>;
export type SimultaneousLoginsEdge = HuntEdge<SimultaneousLogins>;

/**
 * CAR-2013-02-008: several users on one host at once.
 *
 * CAR's pseudocode counts logins of the whole range where it says users within an hour; here a window slides, so that a burst is found
 * wherever it lies, and users are counted once, however they are spelt.
 *
 * @throws Refusal for bad parameters, page or cursor.
 */
export const listSimultaneousLogins = async (
  context: ListContext,
  input: SimultaneousLoginsInput & PageArguments,
): Promise<SimultaneousLoginsPage> => {
  const parameters = parseSimultaneousLogins(input);
  const { mode, loginTypes, excludeNoise } = parameters;
  const where = [OF_SOMEBODY, ...ofTypes(loginTypes), ...withoutNoise(excludeNoise)];
  const find = mode === 'WINDOW' ? findWithinWindow : findAtOnce;
  return listMatches(
    {
      name: 'simultaneousLogins',
      parameters,
      now: context.now,
      find: async () => find(context, parameters, where),
    },
    input,
  );
};

type Find = (
  context: ListContext,
  parameters: SimultaneousLoginsParameters,
  where: readonly Predicate[],
) => Promise<Found<SimultaneousLogins>>;

const findWithinWindow: Find = async ({ reader }, { range: { from, until }, window, minUsers }, where) => {
  const windowUs = lengthUs(window ?? '');
  const logins = [...LET_IN, ...where];
  const matches = collectMatches<SimultaneousLogins>();
  const rule = { windowUs, least: minUsers, mostOfValue: Infinity, fromUs: toMicroseconds(from) };
  const fold = foldStretches(rule, ({ key, first, last, eventCount, valueCount, peak }) =>
    matches.add({
      first,
      hostname: key,
      firstAt: first.time,
      lastAt: last.time,
      userCount: valueCount,
      eventCount,
      peak,
      evidence: { of: 'EVENTS', where: [{ kind: 'between', first, last }, onHost(key), ...logins] },
    }),
  );
  const read = within({ from: shiftTime(from, -windowUs), until });
  await eachLogin(
    reader,
    { where: [...read, ...logins], values: ['hostname', 'userDomain', 'userName'] },
    ({ time, uuid, us, hostname, userDomain, userName }) => {
      if (userName === null) return null;
      return fold.add({ time, uuid, us, key: hostname, value: accountKey({ userDomain, userName }) });
    },
  );
  await fold.end();
  return matches.found();
};

const findAtOnce: Find = async ({ reader }, { range, minUsers }, where) => {
  const matches = collectMatches<SimultaneousLogins>();
  const fold = foldOverlaps(minUsers, ({ key, first, until, sessionCount, valueCount, peak }) => {
    const open: Predicate = { kind: 'overlaps', from: first.time, until };
    const lasting: Predicate = { kind: 'not', of: { kind: 'momentary' } };
    matches.add({
      first,
      hostname: key,
      firstAt: first.time,
      lastAt: until,
      userCount: valueCount,
      eventCount: sessionCount,
      peak,
      evidence: { of: 'SESSIONS', where: [onHost(key), open, lasting, ...where] },
    });
  });
  await eachBoundary(reader, { range, where, by: 'HOST', distinct: 'USER' }, fold.add);
  await fold.end();
  return matches.found();
};
