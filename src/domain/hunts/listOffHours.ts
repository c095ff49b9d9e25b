import { LET_IN, ofTypes, within } from '../../model/filter/logins.ts';
import { withoutNoise } from '../../model/filter/pivot.ts';
import type { Predicate } from '../../model/filter/predicate.ts';
import { makeEventMatch } from '../../model/hunts/eventMatch.ts';
import { parseOffHours, readWall } from '../../model/hunts/offHours.ts';
import type { OffHours, OffHoursInput, OffHoursParameters } from '../../model/hunts/offHours.ts';
import { stretchesOf } from '../../model/hunts/weeklyHours.ts';
import type { PageArguments } from '../../model/page.ts';
import { listOffsets } from '../../model/values/listOffsets.ts';
import { parseTimeZone } from '../../model/values/parseTimeZone.ts';

import type { ListContext } from '../listContext.ts';

import { listEventMatches } from './listEventMatches.ts';
import type { HuntEdge, HuntPage } from './listMatches.ts';

export type OffHoursPage = HuntPage<OffHours, OffHoursParameters>;
export type OffHoursEdge = HuntEdge<OffHours>;

/**
 * Finds logins when nobody works, by the wall clock of a zone. When that is set is asked of Node and not of Postgres, as for the buckets of
 * statistics: their rules of zones may be of different years, and one answer must not mix them.
 *
 * @throws Refusal for bad parameters, page or cursor.
 */
export const listOffHours = async (
  context: ListContext,
  input: OffHoursInput & PageArguments,
): Promise<OffHoursPage> => {
  const parameters = parseOffHours(input);
  const { range, timeZone, openHours, loginTypes, excludeNoise } = parameters;
  const clock = parseTimeZone(timeZone, 'timeZone');
  const stretches = stretchesOf(openHours);
  const closed = listOffsets(clock, range).map(({ from, until, aheadSeconds }): Predicate => ({
    kind: 'and',
    of: [...within({ from, until }), { kind: 'not', of: { kind: 'inWeek', aheadSeconds, stretches } }],
  }));
  const where: readonly Predicate[] = [
    ...within(range),
    ...LET_IN,
    { kind: 'or', of: closed },
    ...ofTypes(loginTypes),
    ...withoutNoise(excludeNoise),
  ];
  return listEventMatches(
    context,
    {
      name: 'offHours',
      parameters,
      action: 'LOGIN',
      where,
      makeMatch: (event): OffHours => ({ ...makeEventMatch(event), ...readWall(clock, event.time) }),
    },
    input,
  );
};
