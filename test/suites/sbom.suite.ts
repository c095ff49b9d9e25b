import { readFileSync } from 'node:fs';

import { expect, test } from '@jest/globals';

import { runTool } from './runTool.ts';

type Component = {
  readonly name: string;
  readonly version: string;
  readonly licenses?: readonly {
    readonly license?: { readonly id?: string };
    readonly expression?: string;
  }[];
};

/** Licences that require only attribution. The last two belong to tools that are not shipped. */
const PERMISSIVE = new Set(
  'MIT ISC Apache-2.0 BSD-2-Clause BSD-3-Clause 0BSD BlueOak-1.0.0 Zlib CC0-1.0 Python-2.0 CC-BY-4.0'.split(
    ' ',
  ),
);

/** Under the MPL, which asks only for changes of its own files. It checks pages in tests, and is not shipped. */
const TOOLS = new Set(['axe-core']);

test('the bill of materials of npm lists every dependency, each under a permissive licence', async () => {
  // Without --omit dev, with which npm also omits dependencies that tools share, such as graphql.
  const { output } = await runTool('npm', ['sbom', '--sbom-format', 'cyclonedx'], { cwd: process.cwd() });
  const { components } = JSON.parse(output) as { readonly components: readonly Component[] };
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const listed = components.map(({ name, version }) => `${name} ${version}`);
  expect(listed).toEqual(
    expect.arrayContaining(Object.entries(dependencies).map(([name, version]) => `${name} ${version}`)),
  );
  const others = components.filter(
    ({ name, licenses = [] }) => !TOOLS.has(name) && !licenses.some(isPermissive),
  );
  expect(Object.keys(dependencies).filter((name) => TOOLS.has(name))).toEqual([]);
  expect(others.map(({ name, licenses }) => [name, licenses])).toEqual([]);
});

const isPermissive = ({ license, expression }: NonNullable<Component['licenses']>[number]): boolean =>
  (expression ?? license?.id ?? '')
    .replace(/[()]/g, '')
    .split(' AND ')
    .every((all) => all.split(' OR ').some((id) => PERMISSIVE.has(id)));
