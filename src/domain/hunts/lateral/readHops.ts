import { eachAddressChange } from '../../../db/hunts/eachAddressChange.ts';
import { eachFailedHop, eachHop } from '../../../db/hunts/eachHop.ts';
import type { HopRow } from '../../../db/hunts/eachHop.ts';

import { accountOf } from '../../../model/account.ts';
import { SUCCESSFUL_LOGINS, ofTypes, within, FAILED_LOGINS } from '../../../model/filter/logins.ts';
import { withoutNoise } from '../../../model/filter/pivot.ts';
import { makeFindCandidates } from '../../../model/hunts/lateral/findCandidates.ts';
import type { Candidate, FindCandidates } from '../../../model/hunts/lateral/findCandidates.ts';
import { makeAddressBook } from '../../../model/hunts/lateral/makeAddressBook.ts';
import type { AddressBook, AddressEvent } from '../../../model/hunts/lateral/makeAddressBook.ts';
import { lengthUs } from '../../../model/hunts/parameters.ts';
import type { TimeRange } from '../../../model/hunts/parameters.ts';
import { Refusal } from '../../../model/refusal.ts';
import { shiftTime } from '../../../model/values/time.ts';
import { edgeKeys } from '../../../model/hunts/lateral/makeGraph.ts';
import { eachInSlices } from '../../../model/mapInSlices.ts';
import type { Predicate } from '../../../model/filter/predicate.ts';
import type { Hop } from '../../../model/hunts/lateral/linkHops.ts';

import type { ListContext } from '../../listContext.ts';

/** Which hops to read. */
export type HopSearch = Pick<ListContext, 'db'> & {
  readonly parameters: {
    readonly range: TimeRange;
    readonly includeUnknown: boolean | null;
    readonly addressLookback: string;
    readonly addressOverlap: string;
    readonly excludeNoise: boolean;
  };
};

/** The hops of a range, which hosts had an address, and which hosts a connection can have come from. */
export type ReadHops = {
  readonly hops: readonly Hop[];
  readonly addressBook: AddressBook;
  readonly findCandidates: FindCandidates;
};

/** Events with a source address or with a name that the client claimed. */
const WITH_SOURCE: Predicate = {
  kind: 'or',
  of: [
    { kind: 'not', of: { kind: 'isNull', field: 'srcIp' } },
    { kind: 'not', of: { kind: 'isNull', field: 'srcHostname' } },
  ],
};

const MAX_HOPS = 500_000;

/**
 * Reads the hops of a range: successful REMOTE and RDP logins and reconnects with an address or a name of the client. Logins from the host
 * itself are not hops.
 *
 * @throws Refusal RANGE_TOO_LARGE for more than MAX_HOPS hops.
 */
export const readHops = async ({
  db,
  parameters: { range, addressLookback, addressOverlap, includeUnknown, excludeNoise },
}: HopSearch): Promise<ReadHops> => {
  const changes: AddressEvent[] = [];
  const known = { from: shiftTime(range.from, -lengthUs(addressLookback)), until: range.until };
  await eachAddressChange(db, known, (change) => changes.push(change));
  const addressBook = makeAddressBook(changes, lengthUs(addressOverlap));
  const findCandidates = makeFindCandidates(addressBook);
  const hops: Hop[] = [];
  const where = [...within(range), ARRIVALS, WITH_SOURCE, ...withoutNoise(excludeNoise)];
  // Only containment SESSION reads the ends.
  const silenceUs = includeUnknown === false ? db.silenceUs : null;
  await eachHop(db, { where, silenceUs }, (row) => {
    const candidates = findCandidates(row);
    if (candidates === null) return;
    hops.push(toHop(row, candidates));
    checkHopCount(hops.length);
  });
  return { hops, addressBook, findCandidates };
};

const ARRIVALS: Predicate = {
  kind: 'or',
  of: [
    { kind: 'in', field: 'action', values: ['RECONNECT'] },
    { kind: 'and', of: [...SUCCESSFUL_LOGINS, ...ofTypes(['RDP', 'REMOTE'])] },
  ],
};

const toHop = (
  { userDomain, userName, hasSession, endedAt, namedHosts: _, ...row }: HopRow,
  candidates: readonly Candidate[],
): Hop => ({
  ...row,
  candidates,
  account: accountOf({ userDomain, userName }),
  session: hasSession ? { endedAt } : null,
});

const checkHopCount = (count: number): void => {
  if (count <= MAX_HOPS) return;
  throw new Refusal(
    'RANGE_TOO_LARGE',
    `range has more than ${MAX_HOPS} remote logins and reconnects with a source; narrow it.`,
    'range',
  );
};

/** Counts the failed logins of the range by the edges of these hops. */
export const countFailures = async (
  { db, parameters: { range, excludeNoise } }: HopSearch,
  hops: readonly Hop[],
  findCandidates: FindCandidates,
): Promise<ReadonlyMap<string, number>> => {
  const counts = new Map<string, number>();
  const addKeys = (hop: Hop): void => {
    for (const key of edgeKeys(hop)) counts.set(key, 0);
  };
  await eachInSlices(hops, addKeys, weighKey);
  if (counts.size === 0) return counts;
  const where = [...within(range), ...FAILED_LOGINS, WITH_SOURCE, ...withoutNoise(excludeNoise)];
  await eachFailedHop(db, where, (row) => {
    const candidates = findCandidates(row);
    if (candidates === null) return;
    for (const key of edgeKeys({ ...row, candidates })) {
      const count = counts.get(key);
      if (count !== undefined) counts.set(key, count + 1);
    }
  });
  return counts;
};

/** A key takes less than a microsecond. */
const weighKey = (): number => 0.05;
