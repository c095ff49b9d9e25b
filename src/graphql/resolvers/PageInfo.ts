import type { PageInfoResolvers } from '../generated.ts';

/** Cursors are made only when they are asked for. */
export const PageInfo: PageInfoResolvers = {
  startCursor: (ends) => ends.startCursor(),
  endCursor: (ends) => ends.endCursor(),
};
