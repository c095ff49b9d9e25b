import { readFile, readdir } from 'node:fs/promises';

import { makeFiles } from '../static/addFiles.ts';
import type { Files } from '../static/addFiles.ts';
import { DEMO_STARTED_AT, PLAYGROUND_TABS } from './tabs/playgroundTabs.ts';

/** Makes the files of the playground: GraphiQL, its fonts, the browser code, and the tabs. The page loads no file from another server. */
export const makeAssets = async (): Promise<Files> => {
  // 2 MB of text, so imported only at the first request.
  const graphiql = await import('@graphql-yoga/render-graphiql/graphiql');
  const fonts: [string, Buffer][] = [];
  const css = graphiql.css.replace(FONT, (_match, extension: string, base64: string) => {
    const name = `font-${fonts.length}.${extension}`;
    fonts.push([name, Buffer.from(base64, 'base64')]);
    return `url(${name})`;
  });
  const contents: readonly (readonly [string, Uint8Array])[] = [
    ['graphiql.js', Buffer.from(graphiql.js)],
    ['graphiql.css', Buffer.from(css)],
    ['tabs.json', Buffer.from(printTabs())],
    ...fonts,
    ...(await readBrowserCode()),
  ];
  return makeFiles(contents);
};

/** Extracts the fonts from GraphiQL's style sheet, because a page uses only four of the thirty-four. */
const FONT = /url\(["']?data:font\/(woff2?);base64,([A-Za-z0-9+/=]+)["']?\)/g;

const printTabs = (): string => JSON.stringify({ startOfDemo: DEMO_STARTED_AT, tabs: PLAYGROUND_TABS });

const BROWSER_CODE = new URL('browser/', import.meta.url);

const readBrowserCode = async (): Promise<readonly (readonly [string, Buffer])[]> => {
  const names = (await readdir(BROWSER_CODE)).filter((name) => /\.(js|css)$/.test(name)).sort();
  return Promise.all(names.map(async (name) => [name, await readFile(new URL(name, BROWSER_CODE))] as const));
};
