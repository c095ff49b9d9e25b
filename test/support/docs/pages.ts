import { readdirSync, readFileSync } from 'node:fs';

/** A page of the documentation; `name` is its path from the root. */
export type Page = { readonly name: string; readonly text: string };

/** All pages of the documentation. */
export const PAGES: readonly Page[] = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].map((name) => ({ name, text: readFileSync(name, 'utf8') }));
