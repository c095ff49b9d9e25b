import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';

import { makeBody } from '../static/compress.ts';
import type { Body } from '../static/compress.ts';
import { DEMO_STARTED_AT, PLAYGROUND_TABS } from './tabs/playgroundTabs.ts';

/** A file that the playground's page loads. */
export type Asset = { readonly type: string; readonly getBody: Body };
/** The files by name, and a version that changes with any of them, so that browsers may cache them forever. */
export type Assets = { readonly version: string; readonly files: ReadonlyMap<string, Asset> };

/** Makes the files of the playground: GraphiQL, its fonts, the browser code, and the tabs. The page loads no file from another server. */
export const makeAssets = async (): Promise<Assets> => {
  // 2 MB of text, so imported only at the first request.
  const graphiql = await import('@graphql-yoga/render-graphiql/graphiql');
  const fonts: [string, Buffer][] = [];
  const css = graphiql.css.replace(FONT, (_match, extension: string, base64: string) => {
    const name = `font-${fonts.length}.${extension}`;
    fonts.push([name, Buffer.from(base64, 'base64')]);
    return `url(${name})`;
  });
  const contents: readonly (readonly [string, Buffer])[] = [
    ['graphiql.js', Buffer.from(graphiql.js)],
    ['graphiql.css', Buffer.from(css)],
    ['tabs.json', Buffer.from(printTabs())],
    ...fonts,
    ...(await readBrowserCode()),
  ];
  const hash = createHash('sha256');
  for (const [name, bytes] of contents) hash.update(name).update(bytes);
  return {
    version: hash.digest('base64url').slice(0, 16),
    files: new Map(
      contents.map(([name, bytes]) => [name, { type: typeOf(name), getBody: makeBody(bytes) }] as const),
    ),
  };
};

/** Extracts the fonts from GraphiQL's style sheet, because a page uses only four of the thirty-four. */
const FONT = /url\(["']?data:font\/(woff2?);base64,([A-Za-z0-9+/=]+)["']?\)/g;

const printTabs = (): string => JSON.stringify({ startOfDemo: DEMO_STARTED_AT, tabs: PLAYGROUND_TABS });

const BROWSER_CODE = new URL('browser/', import.meta.url);

const readBrowserCode = async (): Promise<readonly (readonly [string, Buffer])[]> => {
  const names = (await readdir(BROWSER_CODE)).filter((name) => /\.(js|css)$/.test(name)).sort();
  return Promise.all(names.map(async (name) => [name, await readFile(new URL(name, BROWSER_CODE))] as const));
};

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  woff: 'font/woff',
  woff2: 'font/woff2',
};

const typeOf = (name: string): string =>
  TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
