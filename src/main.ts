import cluster from 'node:cluster';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { startCommand } from './startCommand.ts';

import { ERASE_OPTIONS } from './commands/erase/parseErasure.ts';
import { KEYS_OPTIONS, KEYS_USAGE, parseKeysArguments } from './commands/keys/parseKeysArguments.ts';
import type { KeysRequest } from './commands/keys/parseKeysArguments.ts';

import { readConfig } from './config/config.ts';
import type { Config } from './config/config.ts';
import { ConfigError } from './config/ConfigError.ts';
import { preferProduction } from './config/environment.ts';
import type { Environment } from './config/environment.ts';

import { IMPORT_OPTIONS } from './importer/importOptions.ts';

import { VERSION } from './model/version.ts';

const USAGE = `npm start            serves the API on your own data
npm start -- FILE…   also imports these files or folders; accepts the options of npm run import
npm run demo         serves the API on the events of a small intrusion, in a separate database
npm run rebuild      rebuilds all sessions from the stored events; servers may keep running unless SILENCE or DOMAIN_ALIASES has changed
npm run maintain     migrates the database and drops data older than RETENTION_DAYS, for servers without the owner's login
npm run erase        erases events that should not have been imported, or all events of an account
npm run keys         creates, lists and revokes API keys; servers may keep running
Each command prints its version with --version. Settings are environment variables, or lines of the file .env in the working directory;
.env.example lists them.`;

const FLAG = { type: 'boolean' } as const;
/** The scripts of package.json select their command by these flags. Each of them accepts only --help besides. */
const OWN_FLAGS = { demo: FLAG, rebuild: FLAG, maintain: FLAG, help: FLAG } as const;

/** Starts the process: reads the command line and the settings, and reports all problems together. */
const main = async (): Promise<void> => {
  if (cluster.isWorker) {
    const { runWorker } = await import('./commands/server/workers/runWorker.ts');
    return runWorker();
  }
  const [first, ...others] = process.argv.slice(2);
  if (first === '--erase') {
    const environment = startCommand({ command: 'erase', words: others, options: ERASE_OPTIONS });
    const { runErase } = await import('./commands/erase/runErase.ts');
    return runErase(() => readSettings(environment), others);
  }
  if (first === '--keys') {
    const environment = startCommand({ command: 'keys', words: others, options: KEYS_OPTIONS });
    const request = readKeysArguments(others);
    const config = readSettings(environment);
    const { runKeys } = await import('./commands/keys/runKeys.ts');
    return runKeys(config, request);
  }
  const words = process.argv.slice(2);
  const command = /^--(demo|rebuild|maintain)$/.exec(first ?? '')?.[1] ?? 'start';
  const environment = startCommand({
    command,
    words,
    options: command === 'start' ? { ...IMPORT_OPTIONS, ...OWN_FLAGS } : {},
  });
  const mode = readArguments(words);
  const config = readSettings(environment);
  // graphql-js reads NODE_ENV when it is loaded. Outside production it compares types more slowly, which costs a tenth of a page's time.
  preferProduction();
  if (mode === 'REBUILD') {
    const { runRebuild } = await import('./commands/runRebuild.ts');
    return runRebuild(config);
  }
  if (mode === 'MAINTAIN') {
    const { runMaintain } = await import('./commands/runMaintain.ts');
    return runMaintain(config);
  }
  const importWords = mode === 'SERVE' ? words : [];
  if (importWords.length > 0) await refuseWrongImport(importWords);
  // Printed before the modules are loaded, because loading takes seconds on a slow machine.
  process.stdout.write(`Sessionscope ${VERSION} starts.\n`);
  const { runServer } = await import('./commands/server/runServer.ts');
  return runServer(config, { isDemo: mode === 'DEMO', importWords });
};

type Mode = 'SERVE' | 'DEMO' | 'REBUILD' | 'MAINTAIN';

/** Reads the flags of this file. Files and import options are checked by the import. */
const readArguments = (words: readonly string[]): Mode => {
  try {
    const isOwn = words.some((word) => word.startsWith('--') && Object.hasOwn(OWN_FLAGS, word.slice(2)));
    const { values } = parseArgs({ args: isOwn ? [...words] : [], options: OWN_FLAGS });
    if (values.help === true) {
      process.stdout.write(`${USAGE}\n`);
      process.exit(0);
    }
    if (values.rebuild === true) return 'REBUILD';
    if (values.maintain === true) return 'MAINTAIN';
    return values.demo === true ? 'DEMO' : 'SERVE';
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}\n`);
    return process.exit(2);
  }
};

const refuseWrongImport = async (words: readonly string[]): Promise<void> => {
  const { checkImport } = await import('./commands/startImport.ts');
  const problems = await checkImport(words);
  if (problems.length === 0) return;
  const lines = problems.map((problem) => `Sessionscope cannot start: ${problem}\n`);
  process.stderr.write(`${lines.join('')}\n${USAGE}\n`);
  process.exit(2);
};

const readKeysArguments = (words: readonly string[]): KeysRequest => {
  const request = parseKeysArguments(words);
  if (request === null) {
    process.stdout.write(KEYS_USAGE);
    process.exit(0);
  }
  if (typeof request !== 'string') return request;
  process.stderr.write(`keys: ${request}\n\n${KEYS_USAGE}`);
  return process.exit(2);
};

const readSettings = (environment: Environment): Config => {
  try {
    const config = readConfig(environment);
    return { ...config, dataDir: resolve(config.dataDir) };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(
      `Sessionscope cannot start:\n${error.problems.map((line) => `  - ${line}\n`).join('')}`,
    );
    return process.exit(2);
  }
};

await main();
