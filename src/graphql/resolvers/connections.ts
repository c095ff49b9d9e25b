import type {
  AccountConnectionResolvers,
  AccountEdgeResolvers,
  HostConnectionResolvers,
  HostEdgeResolvers,
  HostStartConnectionResolvers,
  HostStartEdgeResolvers,
  SessionConnectionResolvers,
  SessionEdgeResolvers,
  SessionEventConnectionResolvers,
  SessionEventEdgeResolvers,
} from '../generated.ts';

import type { CountMode, Page } from '../../domain/listPage.ts';

type Edge<Item> = { readonly page: Page<Item>; readonly item: Item };

/** Every list has the same pages and edges. */
const makeConnection = <Item>() => ({
  edges: (page: Page<Item>): readonly Edge<Item>[] => page.items.map((item) => ({ page, item })),
  nodes: (page: Page<Item>) => page.items,
  pageInfo: (page: Page<Item>) => page.ends,
  totalCount: (page: Page<Item>, { mode }: { readonly mode: CountMode }) => page.count(mode),
});

const makeEdge = <Item>() => ({
  cursor: ({ page, item }: Edge<Item>) => page.cursorOf(item),
  node: ({ item }: Edge<Item>) => item,
});

export const SessionEventConnection: SessionEventConnectionResolvers = makeConnection();
export const SessionEventEdge: SessionEventEdgeResolvers = makeEdge();
export const SessionConnection: SessionConnectionResolvers = makeConnection();
export const SessionEdge: SessionEdgeResolvers = makeEdge();
export const HostConnection: HostConnectionResolvers = makeConnection();
export const HostEdge: HostEdgeResolvers = makeEdge();
export const HostStartConnection: HostStartConnectionResolvers = makeConnection();
export const HostStartEdge: HostStartEdgeResolvers = makeEdge();
export const AccountConnection: AccountConnectionResolvers = makeConnection();
export const AccountEdge: AccountEdgeResolvers = makeEdge();
