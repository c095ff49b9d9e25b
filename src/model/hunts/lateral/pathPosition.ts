import { CANONICAL_TIME } from '../../values/time.ts';
import type { PositionCodec } from '../../cursor.ts';
import { UUID } from '../../globalId.ts';

import type { Hop } from './linkHops.ts';

/** A path's position in the list: the positions of its hops, joined. As texts they sort like the paths. */
export const positionOfPath = (hops: readonly Hop[]): string =>
  hops.map(({ time, uuid }) => `${time} ${uuid}`).join(' ');

/** How cursors hold positions of paths. */
export const PATH_POSITIONS: PositionCodec<string> = {
  write: (position) => position,
  read: (text) => (POSITION.test(text) ? text : null),
};

const POSITION = new RegExp(`^${CANONICAL_TIME} ${UUID}(?: ${CANONICAL_TIME} ${UUID}){0,9}$`);
