import type { ListedSessionFragment } from '../api/documents.ts';

type Extent = Pick<ListedSessionFragment, 'startedAt' | 'endedAfter'>;

/** Whether it is proven that two sessions were open at the same time, and not only possible: each is proven up to its `endedAfter`. */
export const isProvenOverlap = (one: Extent, other: Extent): boolean =>
  Math.max(startOf(one), startOf(other)) <= Math.min(proofOf(one), proofOf(other));

const startOf = ({ startedAt }: Extent): number => Date.parse(startedAt);

const proofOf = ({ startedAt, endedAfter }: Extent): number => Date.parse(endedAfter ?? startedAt);
