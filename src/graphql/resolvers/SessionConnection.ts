import type { SessionConnectionResolvers, SessionEdgeResolvers } from '../generated.ts';

export const SessionConnection: SessionConnectionResolvers = {
  edges: (page) => page.items.map((item) => ({ page, item })),
  nodes: (page) => page.items,
  pageInfo: (page) => page.ends,
  totalCount: (page, { mode }) => page.count(mode),
};

export const SessionEdge: SessionEdgeResolvers = {
  cursor: ({ page, item }) => page.cursorOf(item),
  node: ({ item }) => item,
};
