import type { SessionEventConnectionResolvers, SessionEventEdgeResolvers } from '../generated.ts';

export const SessionEventConnection: SessionEventConnectionResolvers = {
  edges: (page) => page.items.map((item) => ({ page, item })),
  nodes: (page) => page.items,
  pageInfo: (page) => page.ends,
  totalCount: (page, { mode }) => page.count(mode),
};

export const SessionEventEdge: SessionEventEdgeResolvers = {
  cursor: ({ page, item }) => page.cursorOf(item),
  node: ({ item }) => item,
};
