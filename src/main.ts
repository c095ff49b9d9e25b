import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { KEYS_USAGE, parseKeysArguments } from './commands/keys/parseKeysArguments.ts';
import type { KeysRequest } from './commands/keys/parseKeysArguments.ts';
import { checkImport } from './commands/startImport.ts';

import { ConfigError, readConfig } from './config/config.ts';
import type { Config } from './config/config.ts';

const USAGE = `npm start            the API on your own data
npm start -- FILE…   the same, with these files or folders imported first; takes the options of npm run import, too
npm run demo         the API on a small intrusion, in a database of its own
npm run rebuild      makes all sessions anew from the stored events, also while servers run
npm run maintain     migrates, and drops what RETENTION_DAYS no longer keeps, for servers without the owner's login
npm run erase        takes events back that should never have come, or all of an account
npm run keys         makes, lists and revokes API keys, also while servers run
Settings are environment variables; .env.example lists them.`;

const FLAG = { type: 'boolean' } as const;
const OWN_FLAGS = new Set(['--demo', '--rebuild', '--maintain', '--help']);

/** Starts the process: reads the command line and the settings, and says every problem at once. */
const main = async (): Promise<void> => {
  const [first, ...others] = process.argv.slice(2);
  if (first === '--erase') {
    const { runErase } = await import('./commands/erase/runErase.ts');
    return runErase(readSettings, others);
  }
  const keys = first === '--keys' ? readKeysArguments(others) : null;
  const mode = keys === null ? readArguments(process.argv.slice(2)) : null;
  const words = mode === 'SERVE' ? process.argv.slice(2) : [];
  const config = readSettings();
  if (keys !== null) {
    const { runKeys } = await import('./commands/keys/runKeys.ts');
    return runKeys(config, keys);
  }
  // graphql-js asks when it is loaded, and compares types in a slower way elsewhere: a tenth of a page's time.
  process.env['NODE_ENV'] ??= 'production';
  if (mode === 'REBUILD') {
    const { runRebuild } = await import('./commands/runRebuild.ts');
    return runRebuild(config);
  }
  if (mode === 'MAINTAIN') {
    const { runMaintain } = await import('./commands/runMaintain.ts');
    return runMaintain(config);
  }
  const problems = words.length === 0 ? [] : await checkImport(words);
  if (problems.length > 0) {
    const lines = problems.map((problem) => `Sessionscope cannot start: ${problem}\n`);
    process.stderr.write(`${lines.join('')}\n${USAGE}\n`);
    process.exit(2);
  }
  const { runServer } = await import('./commands/server/runServer.ts');
  return runServer(config, { isDemo: mode === 'DEMO', importWords: words });
};

type Mode = 'SERVE' | 'DEMO' | 'REBUILD' | 'MAINTAIN';

/** Files, and options about them, are the import's to judge. */
const readArguments = (words: readonly string[]): Mode => {
  try {
    const isOwn = words.some((word) => OWN_FLAGS.has(word));
    const { values } = parseArgs({
      args: isOwn ? [...words] : [],
      options: { demo: FLAG, rebuild: FLAG, maintain: FLAG, help: FLAG },
    });
    if (values.help === true) {
      process.stdout.write(`${USAGE}\n`);
      process.exit(0);
    }
    if (values.rebuild === true) return 'REBUILD';
    if (values.maintain === true) return 'MAINTAIN';
    return values.demo === true ? 'DEMO' : 'SERVE';
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}\n`);
    process.exit(2);
  }
};

const readKeysArguments = (words: readonly string[]): KeysRequest => {
  const request = parseKeysArguments(words);
  if (request === null) {
    process.stdout.write(KEYS_USAGE);
    process.exit(0);
  }
  if (typeof request !== 'string') return request;
  process.stderr.write(`keys: ${request}\n\n${KEYS_USAGE}`);
  process.exit(2);
};

const readSettings = (): Config => {
  try {
    const config = readConfig(process.env);
    return { ...config, dataDir: resolve(config.dataDir) };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(
      `Sessionscope cannot start:\n${error.problems.map((line) => `  - ${line}\n`).join('')}`,
    );
    process.exit(2);
  }
};

await main();
