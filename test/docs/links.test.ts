import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

import { expect, test } from '@jest/globals';

import { PAGES } from '../support/docs/pages.ts';

/** A link of a page to a file of the repository, from its root, and to a heading there. */
type Link = { readonly place: string; readonly path: string; readonly anchor: string | null };

const withoutCode = (text: string): string =>
  text.replaceAll(/^( *)```[^]*?^\1```$/gm, (code) => code.replaceAll(/[^\n]/g, ' '));

/** The anchors that GitHub gives the headings of a page. */
const anchorsOf = (text: string): readonly string[] =>
  [...withoutCode(text).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

const ANCHORS = new Map(PAGES.map(({ name, text }) => [name, anchorsOf(text)]));

const LINKS: readonly Link[] = PAGES.flatMap(({ name, text }) =>
  [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(({ 1: target = '', index }) => {
    if (/^[a-z]+:/.test(target)) return [];
    const [file = '', anchor = null] = target.split('#');
    const path = file === '' ? name : normalize(join(dirname(name), file));
    return [{ place: `${name}:${text.slice(0, index).split('\n').length}`, path, anchor }];
  }),
);

test('the pages have links to files and to headings', () => {
  expect(LINKS.length).toBeGreaterThan(50);
  expect(LINKS.filter(({ anchor }) => anchor !== null).length).toBeGreaterThan(20);
});

test('every link leads to a file, and to a heading of it', () => {
  const broken = LINKS.filter(
    ({ path, anchor }) =>
      !existsSync(path) || (anchor !== null && ANCHORS.get(path)?.includes(anchor) !== true),
  );
  expect(broken).toEqual([]);
});

test('the README links to every other page', () => {
  const linked = new Set(LINKS.filter(({ place }) => place.startsWith('README.md:')).map(({ path }) => path));
  expect([...ANCHORS.keys()].filter((name) => !linked.has(name))).toEqual(['README.md']);
});

test('the README has at most 250 lines', () => {
  const [readme] = PAGES;
  expect(readme?.text.split('\n').length).toBeLessThanOrEqual(250);
});

test('every page that other files name exists', () => {
  const files = [
    '.env.example',
    'docker-compose.yml',
    'schema.graphql',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    ...['src', 'test', 'docs'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
    ),
  ].filter((path) => !/node_modules|[.]png$/.test(path) && statSync(path).isFile());
  const named = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bdocs\/[\w/-]+\.(?:md|png|sh|yml|json|service)\b/g)].map(
      ([path]) => ({ file, path }),
    ),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter(({ path }) => !existsSync(path))).toEqual([]);
});
