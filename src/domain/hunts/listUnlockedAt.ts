import { eachUnlocked } from '../../db/hunts/eachUnlocked.ts';
import { DeadlineError } from '../../db/errors.ts';

import { ofTypes } from '../../model/filter/logins.ts';
import { withoutNoise } from '../../model/filter/pivot.ts';
import { collectMatches } from '../../model/hunts/collectMatches.ts';
import type { Found } from '../../model/hunts/collectMatches.ts';
import { lengthUs } from '../../model/hunts/parameters.ts';
import { makeUnlockedMatch, parseUnlockedAt } from '../../model/hunts/unlockedAt.ts';
import type { UnlockedAt, UnlockedAtInput, UnlockedAtParameters } from '../../model/hunts/unlockedAt.ts';
import type { PageArguments } from '../../model/page.ts';
import { Refusal } from '../../model/refusal.ts';
import { shiftTime } from '../../model/values/time.ts';

import type { ListContext } from '../listContext.ts';

import { listMatches } from './listMatches.ts';
import type { HuntEdge, HuntPage } from './listMatches.ts';

export type UnlockedAtPage = HuntPage<UnlockedAt, UnlockedAtParameters>;
export type UnlockedAtEdge = HuntEdge<UnlockedAt>;

/**
 * Finds the sessions that are open and not locked at a moment: desktops that anybody may use who comes by. The longest unlocked come first.
 *
 * @throws Refusal for bad parameters, page or cursor.
 */
export const listUnlockedAt = async (
  context: ListContext,
  input: UnlockedAtInput & PageArguments,
): Promise<UnlockedAtPage> => {
  const parameters = parseUnlockedAt(input);
  const find = async () => findUnlocked(context, parameters).catch(refuseSlow);
  return listMatches({ name: 'unlockedAt', parameters, now: context.now, find }, input);
};

const findUnlocked = async (
  { reader }: ListContext,
  { at, minUnlocked, loginTypes, excludeNoise }: UnlockedAtParameters,
): Promise<Found<UnlockedAt>> => {
  const since = shiftTime(at, -lengthUs(minUnlocked));
  const where = [
    { kind: 'until', field: 'started', time: shiftTime(since, 1) } as const,
    ...ofTypes(loginTypes),
    ...withoutNoise(excludeNoise),
  ];
  const matches = collectMatches<UnlockedAt>();
  await eachUnlocked(reader, { at, since, where }, (unlocked) =>
    matches.add(makeUnlockedMatch(unlocked, at)),
  );
  return matches.found();
};

const refuseSlow = (error: unknown): never => {
  if (!(error instanceof DeadlineError)) throw error;
  throw new Refusal(
    'DEADLINE_EXCEEDED',
    'Reading the sessions that are open at `at` took longer than the deadline; give fewer loginTypes or a longer minUnlocked.',
    'at',
  );
};
