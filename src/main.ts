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

const USAGE = `npm start            the API on your own data
npm start -- FILE…   the same, with these files or folders imported first; takes the options of npm run import, too
npm run demo         the API on a small intrusion, in a database of its own
npm run rebuild      makes all sessions anew from the stored events, also while servers run
npm run maintain     migrates, and drops what RETENTION_DAYS no longer keeps, for servers without the owner's login
npm run erase        takes events back that should never have come, or all of an account
npm run keys         makes, lists and revokes API keys, also while servers run
Each shows its version with --version. Settings are environment variables, or lines of the file .env in the working directory;
.env.example lists them.`;

const FLAG = { type: 'boolean' } as const;
/** The scripts of package.json run their commands by these; none takes anything else but --help. */
const OWN_FLAGS = { demo: FLAG, rebuild: FLAG, maintain: FLAG, help: FLAG } as const;

/** Starts the process: reads the command line and the settings, and says every problem at once. */
const main = async (): Promise<void> => {
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
  // graphql-js asks when it is loaded, and compares types in a slower way elsewhere: a tenth of a page's time.
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
  // Before the modules are loaded, which takes seconds on a slow machine.
  process.stdout.write(`Sessionscope ${VERSION} starts.\n`);
  const { runServer } = await import('./commands/server/runServer.ts');
  return runServer(config, { isDemo: mode === 'DEMO', importWords });
};

type Mode = 'SERVE' | 'DEMO' | 'REBUILD' | 'MAINTAIN';

/** Files, and options about them, are the import's to judge. */
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
