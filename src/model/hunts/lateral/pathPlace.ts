import { CANONICAL_TIME } from '../../values/time.ts';
import type { PositionCodec } from '../../cursor.ts';
import { UUID } from '../../globalId.ts';

import type { Hop } from './linkHops.ts';

/** Where a path stands among others: the places of its hops, one after another; as text they sort as the paths do. */
export const placeOfPath = (hops: readonly Hop[]): string =>
  hops.map(({ time, uuid }) => `${time} ${uuid}`).join(' ');

export const comparePlaces = (a: string, b: string): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

/** Places of paths in cursors. */
export const PATH_PLACES: PositionCodec<string> = {
  write: (place) => place,
  read: (text) => (PLACE.test(text) ? text : null),
};

const PLACE = new RegExp(`^${CANONICAL_TIME} ${UUID}(?: ${CANONICAL_TIME} ${UUID}){0,9}$`);
