import { spawn } from 'node:child_process';

/** An operating system user, by number, that a program runs as. */
export type OsUser = { readonly uid: number; readonly gid: number };

/** `exitCode` is null when the program could not be started or was killed; `output` then says why. */
export type ProgramResult = { readonly exitCode: number | null; readonly output: string };

/**
 * What our child processes see instead of our own environment, which may name a locale that does not exist, libpq
 * variables of another Postgres, or secrets. Windows' own variables are added by libuv.
 */
export const PROGRAM_ENVIRONMENT = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
} as const;

/** The options of `spawn` that make a program run as the user; none for null, which is the user of this process. */
export const formatOsUser = (osUser: OsUser | null): { uid?: number; gid?: number } =>
  osUser === null ? {} : { uid: osUser.uid, gid: osUser.gid };

/**
 * Runs a program to its end and collects what it prints on both streams.
 *
 * A program that fails or cannot be started is a result, not an exception, since each caller has another remedy for it.
 */
export const runProgram = (
  file: string,
  programArguments: readonly string[],
  osUser: OsUser | null,
): Promise<ProgramResult> =>
  new Promise((resolve) => {
    const child = spawn(file, programArguments, {
      // The folder we were started in may be closed to that user, and Postgres asks for its working folder.
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
