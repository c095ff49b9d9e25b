import { findTakenFlags } from './client/findTakenFlags.ts';
import type { CommandLine } from './client/findTakenFlags.ts';
import { stopWithParent } from './client/stopWithParent.ts';

import { ConfigError } from './config/ConfigError.ts';
import { getEnvironment, readEnvironmentFile } from './config/environment.ts';
import type { Environment } from './config/environment.ts';
import { listUnknownSettings } from './config/unknownSettings.ts';

import { VERSION } from './model/version.ts';

/**
 * Does the common first steps of every command: answers --version, refuses a command whose options npm consumed, makes the process stop together
 * with npm, and reads the file `.env`. Ends the process in the first two cases and when the file cannot be used.
 *
 * @returns the settings; variables of the environment take precedence over the file.
 */
export const startCommand = (line: CommandLine): Environment => {
  if (has(line.words, '--version', '-V')) {
    process.stdout.write(`sessionscope ${VERSION}\n`);
    process.exit(0);
  }
  const environment = getEnvironment();
  if (environment['npm_lifecycle_event'] === line.command) stopWithParent();
  const taken = findTakenFlags(line, environment);
  if (taken !== null) endWith(`${line.command}: ${taken}\n`);
  // --help must also work while the file has mistakes.
  if (has(line.words, '--help', '-h')) return environment;
  const file = readFile(line.command);
  for (const warning of listUnknownSettings({ file, environment })) {
    process.stderr.write(`${line.command}: ${warning}\n`);
  }
  return { ...file, ...environment };
};

/** Words after -- are not options. */
const has = (words: readonly string[], ...flags: readonly string[]): boolean =>
  words.slice(0, words.includes('--') ? words.indexOf('--') : undefined).some((word) => flags.includes(word));

const readFile = (command: string): Environment => {
  try {
    return readEnvironmentFile(process.cwd());
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return endWith(error.problems.map((problem) => `${command}: ${problem}\n`).join(''));
  }
};

const endWith = (message: string): never => {
  process.stderr.write(message);
  return process.exit(2);
};
