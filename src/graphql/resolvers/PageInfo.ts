import type { PageInfoResolvers } from '../generated.ts';

/** Cursors are made only when selected. */
export const PageInfo: PageInfoResolvers = {
  startCursor: (ends) => ends.startCursor(),
  endCursor: (ends) => ends.endCursor(),
};
