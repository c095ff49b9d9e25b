import { eachBoundary } from '../../db/hunts/eachBoundary.ts';

import { readAccountKey } from '../../model/account.ts';
import { OF_SOMEBODY, ofTypes } from '../../model/filter/logins.ts';
import { ofAccount, onHost, withoutNoise } from '../../model/filter/pivot.ts';
import type { Predicate } from '../../model/filter/predicate.ts';
import { collectMatches } from '../../model/hunts/collectMatches.ts';
import type { Found } from '../../model/hunts/collectMatches.ts';
import { parseConcurrentSessions } from '../../model/hunts/concurrentSessions.ts';
import type {
  ConcurrentSessions,
  ConcurrentSessionsInput,
  ConcurrentSessionsParameters,
} from '../../model/hunts/concurrentSessions.ts';
import { foldOverlaps } from '../../model/hunts/foldOverlaps.ts';
import type { PageArguments } from '../../model/page.ts';

import type { ListContext } from '../listContext.ts';

import { listMatches } from './listMatches.ts';
import type { HuntEdge, HuntPage } from './listMatches.ts';

export type ConcurrentSessionsPage = HuntPage<ConcurrentSessions, ConcurrentSessionsParameters>;
export type ConcurrentSessionsEdge = HuntEdge<ConcurrentSessions>;

/**
 * Sessions of one user, or on one host, that were open at once: an account that is shared or stolen, or a desktop with company.
 *
 * @throws Refusal for bad parameters, page or cursor.
 */
export const listConcurrentSessions = async (
  context: ListContext,
  input: ConcurrentSessionsInput & PageArguments,
): Promise<ConcurrentSessionsPage> => {
  const parameters = parseConcurrentSessions(input);
  return listMatches(
    {
      name: 'concurrentSessions',
      parameters,
      now: context.now,
      find: async () => findConcurrent(context, parameters),
    },
    input,
  );
};

const findConcurrent = async (
  { reader }: ListContext,
  { range, key: by, minPeak, distinct, loginTypes, excludeNoise }: ConcurrentSessionsParameters,
): Promise<Found<ConcurrentSessions>> => {
  const where = [
    ...(by === 'USER' || distinct === 'USER' ? [OF_SOMEBODY] : []),
    ...(distinct === 'SRC_IP' ? [FROM_SOMEWHERE] : []),
    ...ofTypes(loginTypes),
    ...withoutNoise(excludeNoise),
  ];
  const matches = collectMatches<ConcurrentSessions>();
  const fold = foldOverlaps(minPeak, ({ key, first, until, valueCount, ...overlap }) => {
    const of = by === 'USER' ? ofAccount(readAccountKey(key)) : onHost(key);
    matches.add({
      ...overlap,
      key,
      by,
      first,
      from: first.time,
      until,
      distinctCount: valueCount,
      evidence: {
        of: 'SESSIONS',
        where: [of, { kind: 'overlaps', from: first.time, until }, LASTING, ...where],
      },
    });
  });
  await eachBoundary(reader, { range, where, by, distinct: distinct ?? 'SESSION' }, fold.add);
  await fold.end();
  return matches.found();
};

const FROM_SOMEWHERE: Predicate = { kind: 'not', of: { kind: 'isNull', field: 'srcIp' } };
/** What ended as it began was never open. */
const LASTING: Predicate = { kind: 'not', of: { kind: 'momentary' } };
