import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, chmodSync, chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { getOsUser } from '../../../src/db/embedded/getOsUser.ts';

/** Debian's programs for the services of docker-compose.yml. */
const POSTGRES = '/usr/lib/postgresql/15/bin';
const PROGRAMS = [`${POSTGRES}/initdb`, '/usr/sbin/pgbouncer', '/usr/sbin/haproxy'];

export const areProgramsThere = PROGRAMS.every((path) => {
  try {
    accessSync(path);
    return true;
  } catch {
    return false;
  }
});

type Replacements = readonly (readonly [from: string | RegExp, to: string])[];
type Environment = Readonly<Record<string, string>>;

/** Runs programs as the user of Postgres, which refuses to run as root, and keeps their files in a folder. */
export type Programs = {
  /** Writes a file, and returns its path. */
  readonly write: (name: string, text: string) => string;
  /** Makes a folder that the user owns, and returns its path. */
  readonly makeFolder: (name: string) => string;
  /** Copies a file of the project with other addresses, and returns its path. @throws Error if it lacks one of the texts. */
  readonly place: (path: string, replacements: Replacements) => string;
  /** Waits until a program ends. @throws Error with the output of all if it fails. */
  readonly complete: (program: string, words: readonly string[], environment?: Environment) => Promise<void>;
  /** Starts a program that runs until `stop`. */
  readonly serve: (program: string, words: readonly string[], environment?: Environment) => Served;
  /** What all programs have printed. */
  readonly output: () => string;
  /** Stops all in the reverse order of their starts. */
  readonly stop: () => Promise<void>;
};

/** SIGINT is a fast shutdown for Postgres; the others end at once. */
export type Served = { readonly stop: () => Promise<void> };

export const usePrograms = async (folder: string): Promise<Programs> => {
  const user = process.getuid?.() === 0 ? await getOsUser(() => undefined) : undefined;
  chmodSync(folder, 0o755);
  const served: Served[] = [];
  let output = '';
  const run = (program: string, words: readonly string[], environment: Environment = {}): ChildProcess => {
    const env = {
      PATH: `${POSTGRES}:/usr/sbin:${process.env['PATH'] ?? ''}`,
      LC_ALL: 'C.UTF-8',
      ...environment,
    };
    const child = spawn(program, words, { cwd: '/', env, stdio: ['ignore', 'pipe', 'pipe'], ...user });
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    return child;
  };
  const write: Programs['write'] = (name, text) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  return {
    write,
    makeFolder: (name) => {
      const path = join(folder, name);
      mkdirSync(path);
      if (user !== undefined) chownSync(path, user.uid, user.gid);
      return path;
    },
    place: (path, replacements) => {
      let text = readFileSync(path, 'utf8');
      for (const [from, to] of replacements) {
        if (text.search(from) === -1) throw new Error(`${path} lacks ${from}`);
        text = text.replace(from, to);
      }
      return write(path.replaceAll('/', '_'), text);
    },
    complete: async (...program) => {
      const [code] = (await once(run(...program), 'exit')) as [number | null];
      if (code !== 0) throw new Error(`${program[0]} ended with ${code}: ${output}`);
    },
    serve: (...program) => {
      const child = run(...program);
      const stop = async (): Promise<void> => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const ended = once(child, 'exit');
        child.kill('SIGINT');
        await ended;
      };
      served.push({ stop });
      return { stop };
    },
    output: () => output,
    stop: async () => {
      for (const { stop } of served.toReversed()) await stop();
    },
  };
};
