import type { CountMode, Page } from '../../domain/listPage.ts';

type Edge<Item> = { readonly page: Page<Item>; readonly item: Item };

/** Every list has the same pages. */
export const makeConnection = <Item>() => ({
  edges: (page: Page<Item>): readonly Edge<Item>[] => page.items.map((item) => ({ page, item })),
  nodes: (page: Page<Item>) => page.items,
  pageInfo: (page: Page<Item>) => page.ends,
});

/** A connection that counts its items when asked. */
export const makeCountedConnection = <Item>() => ({
  ...makeConnection<Item>(),
  totalCount: (page: Page<Item>, { mode }: { readonly mode: CountMode }) => page.count(mode),
});

/** Every list has the same edges. */
export const makeEdge = <Item>() => ({
  cursor: ({ page, item }: Edge<Item>) => page.cursorOf(item),
  node: ({ item }: Edge<Item>) => item,
});
