import { eachAddressChange, eachHop } from '../../../db/hunts/eachHop.ts';
import type { HopRow } from '../../../db/hunts/eachHop.ts';
import { eachLogin } from '../../../db/hunts/eachLogin.ts';

import { accountOf } from '../../../model/account.ts';
import { SUCCESSFUL_LOGINS, ofTypes, within, FAILED_LOGINS } from '../../../model/filter/logins.ts';
import { withoutNoise } from '../../../model/filter/pivot.ts';
import { makeAddressBook } from '../../../model/hunts/lateral/makeAddressBook.ts';
import type { AddressBook, AddressEvent } from '../../../model/hunts/lateral/makeAddressBook.ts';
import { lengthUs } from '../../../model/hunts/parameters.ts';
import type { TimeRange } from '../../../model/hunts/parameters.ts';
import { Refusal } from '../../../model/refusal.ts';
import { LOOPBACK, makeNetworkTest } from '../../../model/values/cidr.ts';
import { shiftTime } from '../../../model/values/time.ts';
import { edgeKey } from '../../../model/hunts/lateral/makeGraph.ts';
import { eachInSlices } from '../../../model/mapInSlices.ts';
import type { Predicate } from '../../../model/filter/predicate.ts';
import type { Hop } from '../../../model/hunts/lateral/linkHops.ts';

import type { ListContext } from '../../listContext.ts';

/** Which hops to read. */
export type HopSearch = Pick<ListContext, 'db'> & {
  readonly parameters: {
    readonly range: TimeRange;
    readonly addressLookback: string;
    readonly excludeNoise: boolean;
  };
};

/** The hops of a range, and which host had an address. */
export type ReadHops = { readonly hops: readonly Hop[]; readonly addressBook: AddressBook };

/** Events with a source address. */
const WITH_SOURCE: Predicate = { kind: 'not', of: { kind: 'isNull', field: 'srcIp' } };

const MAX_HOPS = 500_000;

/**
 * Reads the hops of a range: successful REMOTE and RDP logins and reconnects with a source. Logins from the host itself are not hops.
 *
 * @throws Refusal RANGE_TOO_LARGE for more than MAX_HOPS hops.
 */
export const readHops = async ({
  db,
  parameters: { range, addressLookback, excludeNoise },
}: HopSearch): Promise<ReadHops> => {
  const changes: AddressEvent[] = [];
  const known = { from: shiftTime(range.from, -lengthUs(addressLookback)), until: range.until };
  await eachAddressChange(db, known, (change) => changes.push(change));
  const addressBook = makeAddressBook(changes);
  const hops: Hop[] = [];
  const where = [...within(range), ARRIVALS, WITH_SOURCE, ...withoutNoise(excludeNoise)];
  await eachHop(db, where, (row) => {
    const hop = toHop(row, addressBook);
    if (hop.source === hop.hostname) return;
    hops.push(hop);
    checkHopCount(hops.length);
  });
  return { hops, addressBook };
};

const ARRIVALS: Predicate = {
  kind: 'or',
  of: [
    { kind: 'in', field: 'action', values: ['RECONNECT'] },
    { kind: 'and', of: [...SUCCESSFUL_LOGINS, ...ofTypes(['RDP', 'REMOTE'])] },
  ],
};

const toHop = (
  { userDomain, userName, hasSession, endedAt, ...row }: HopRow,
  addressBook: AddressBook,
): Hop => ({
  ...row,
  account: accountOf({ userDomain, userName }),
  source: isLoopback(row.srcIp) ? row.hostname : addressBook(row.srcIp, row),
  session: hasSession ? { endedAt } : null,
});

const isLoopback = makeNetworkTest(LOOPBACK);

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
  addressBook: AddressBook,
): Promise<ReadonlyMap<string, number>> => {
  const counts = new Map<string, number>();
  await eachInSlices(hops, (hop) => counts.set(edgeKey(hop), 0), weighKey);
  if (counts.size === 0) return counts;
  const where = [...within(range), ...FAILED_LOGINS, WITH_SOURCE, ...withoutNoise(excludeNoise)];
  await eachLogin(db, { where, values: ['hostname', 'srcIp'] }, ({ hostname, srcIp, ...position }) => {
    if (srcIp === null) return;
    const key = edgeKey({ source: addressBook(srcIp, position), srcIp, hostname });
    const count = counts.get(key);
    if (count !== undefined) counts.set(key, count + 1);
  });
  return counts;
};

/** A key takes less than a microsecond. */
const weighKey = (): number => 0.05;
