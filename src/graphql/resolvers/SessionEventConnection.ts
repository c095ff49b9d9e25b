import type {
  PageInfoResolvers,
  SessionEventConnectionResolvers,
  SessionEventEdgeResolvers,
} from '../generated.ts';

/** Cursors are made only when they are asked for. */
export const SessionEventConnection: SessionEventConnectionResolvers = {
  edges: (page) => page.events.map((event) => ({ page, event })),
  nodes: (page) => page.events,
  pageInfo: (page) => page,
  totalCount: (page, { mode }) => page.count(mode),
};

export const SessionEventEdge: SessionEventEdgeResolvers = {
  cursor: ({ page, event }) => page.cursorOf(event),
  node: ({ event }) => event,
};

export const PageInfo: PageInfoResolvers = {
  startCursor: ({ events, cursorOf }) => {
    const [first] = events;
    return first === undefined ? null : cursorOf(first);
  },
  endCursor: ({ events, cursorOf }) => {
    const last = events.at(-1);
    return last === undefined ? null : cursorOf(last);
  },
};
