import { spawn } from 'node:child_process';

/** The operating system user, by number, that a program runs as. */
export type OsUser = { readonly uid: number; readonly gid: number };

/** `exitCode` is null if the program could not be started or was killed; then `output` contains the reason. */
export type ProgramResult = { readonly exitCode: number | null; readonly output: string };

/**
 * The environment of our child processes. Our own environment may name a locale that does not exist, contain libpq variables for another
 * Postgres, or secrets. libuv adds the variables that Windows requires.
 */
export const PROGRAM_ENVIRONMENT = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
} as const;

/** Returns the options of `spawn` that run a program as a user; null for the user of this process. */
export const formatOsUser = (osUser: OsUser | null): { uid?: number; gid?: number } =>
  osUser === null ? {} : { uid: osUser.uid, gid: osUser.gid };

/**
 * Runs a program until it ends, and collects its output on both streams.
 *
 * A program that fails or cannot be started is a result and not an exception, because each caller has another remedy for it.
 */
export const runProgram = (
  file: string,
  programArguments: readonly string[],
  osUser: OsUser | null,
): Promise<ProgramResult> =>
  new Promise((resolve) => {
    const child = spawn(file, programArguments, {
      // The current folder may be closed to that user, and Postgres requires access to its working folder.
      cwd: '/',
      env: PROGRAM_ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...formatOsUser(osUser),
    });
    let output = '';
    const collect = (text: string): void => {
      output += text;
    };
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.once('error', (error) => resolve({ exitCode: null, output: error.message }));
    child.once('close', (exitCode, signal) =>
      resolve({ exitCode, output: signal === null ? output : `${output}\nkilled by ${signal}` }),
    );
  });
