import type { CountMode, Page } from '../../domain/listPage.ts';

type Edge<Item> = { readonly page: Page<Item>; readonly item: Item };

/** Resolvers of a connection. */
export const makeConnection = <Item>() => ({
  edges: (page: Page<Item>): readonly Edge<Item>[] => page.items.map((item) => ({ page, item })),
  nodes: (page: Page<Item>) => page.items,
  pageInfo: (page: Page<Item>) => page.ends,
});

/** Resolvers of a connection with `totalCount`. */
export const makeCountedConnection = <Item>() => ({
  ...makeConnection<Item>(),
  totalCount: (page: Page<Item>, { mode }: { readonly mode: CountMode }) => page.count(mode),
});

/** Resolvers of an edge. */
export const makeEdge = <Item>() => ({
  cursor: ({ page, item }: Edge<Item>) => page.cursorOf(item),
  node: ({ item }: Edge<Item>) => item,
});
