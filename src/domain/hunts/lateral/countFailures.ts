import { eachLogin } from '../../../db/hunts/eachLogin.ts';

import { FAILED_LOGINS, within } from '../../../model/filter/logins.ts';
import { withoutNoise } from '../../../model/filter/pivot.ts';
import type { Hop } from '../../../model/hunts/lateral/linkHops.ts';
import type { AddressBook } from '../../../model/hunts/lateral/makeAddressBook.ts';
import { edgeKey } from '../../../model/hunts/lateral/makeGraph.ts';
import { eachInSlices } from '../../../model/mapInSlices.ts';

import type { HopSearch } from './readHops.ts';
import { WITH_SOURCE } from './readHops.ts';

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
