import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import type { Example } from './readExamples.ts';

/** A folder with files of a page, and a program runner in it. */
export type Project = {
  readonly folder: string;
  /** Runs a program of node_modules, or of the machine, and returns its lines. Throws if it fails or writes to standard error. */
  readonly run: (
    program: string,
    words: readonly string[],
    env?: Readonly<Record<string, string>>,
  ) => Promise<readonly string[]>;
  readonly remove: () => void;
};

/** The files that the marked blocks of a page show: the first line of each is a comment with its path. */
export const readFiles = (examples: readonly Example[], mark: string): ReadonlyMap<string, string> =>
  new Map(
    examples
      .filter((example) => example.mark === mark && example.language !== 'sh')
      .map(({ text }) => {
        const [, name = ''] = /^(?:\/\/|#) (\S+)\n/.exec(text) ?? [];
        return [name, text.slice(text.indexOf('\n') + 1)];
      }),
  );

/** Makes a project like that of a user, with the packages of `modules`. */
export const makeProject = (files: ReadonlyMap<string, string>, modules: string): Project => {
  const folder = mkdtempSync(join(tmpdir(), 'sessionscope-project-'));
  symlinkSync(modules, join(folder, 'node_modules'));
  for (const [name, text] of [['package.json', '{ "type": "module" }'], ...files] as const) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return {
    folder,
    run: async (program, words, env = {}) => {
      const PATH = `${join(modules, '.bin')}:${process.env['PATH']}`;
      const options = { cwd: folder, env: { ...process.env, ...env, PATH } };
      const { stdout, stderr } = await promisify(execFile)(program, words, options).catch(
        (error: { readonly stdout: string; readonly stderr: string }) => {
          const output = `${error.stdout}${error.stderr}`;
          throw new Error(`${program} ${words.join(' ')} fails:\n${output}`, { cause: error });
        },
      );
      if (stderr !== '') throw new Error(`${program} ${words.join(' ')} warns:\n${stderr}`);
      return stdout.split('\n').slice(0, -1);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};
