import { renderGraphiQL } from '@graphql-yoga/render-graphiql';

import { PLAYGROUND_TABS } from './tabs/playgroundTabs.ts';

/** Renders the playground's page: GraphiQL with our tabs, and what it gets wrong put right. It loads nothing from elsewhere. */
export const renderPlayground = (): string =>
  renderGraphiQL({
    title: 'Sessionscope',
    logo: LOGO,
    favicon: `data:image/svg+xml,${encodeURIComponent(LOGO)}`,
    defaultTabs: PLAYGROUND_TABS.map((query) => ({ query })),
    defaultEditorToolsVisibility: false,
    // A key does not belong in a browser's storage, where it would stay.
    shouldPersistHeaders: false,
  })
    .replace('</head>', () => `<style>${STYLE}</style></head>`)
    .replace('<script>', () => `<script>${PRELUDE}`);

/** A lens over the sessions of three hosts. */
const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" stroke-linecap="round">
<g stroke="#1d6fb8" stroke-width="3"><circle cx="14" cy="14" r="11.5"/><path d="M22.5 22.5 29 29"/></g>
<path d="M9 10h7M12 14h8M8 18h5" stroke="#d9208f" stroke-width="2.5"/></svg>`;

/**
 * The editor's font draws `0x8a1f0` as `0×8a1f0`. And a tab that is pressed jumps aside to where the drag-and-drop library
 * believes it to be, so that the first click on each tab hits nothing.
 */
const STYLE = `
.view-lines { font-feature-settings: 'calt' 0 !important; }
.graphiql-tab { transform: none !important; }`;

/**
 * Without a query in its storage, a reload of GraphiQL's first page opens an empty tab in front of ours. And it writes the
 * query into the address, which servers and proxies take to 8,000 characters (RFC 9110, 4.1); a longer one is kept by the
 * storage alone, so that a reload still finds a page.
 *
 * And headers are of one tab: a key that was sent once is sent by all, until the page is left. It is stored nowhere.
 */
const PRELUDE = `
try {
  localStorage['graphiql:query'] ??= ${JSON.stringify(PLAYGROUND_TABS[0])};
} catch {}
{
  const replaceState = history.replaceState.bind(history);
  history.replaceState = (state, unused, url) =>
    replaceState(state, unused, String(url).length > 8000 ? location.pathname : url);
}
{
  const send = window.fetch.bind(window);
  let key = null;
  window.fetch = (address, options = {}) => {
    const headers = new Headers(options.headers);
    key = headers.get('authorization') ?? key;
    if (key !== null) headers.set('authorization', key);
    return send(address, { ...options, headers });
  };
}`;
