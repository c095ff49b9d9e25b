import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { ConfigError, readConfig } from './config.ts';
import type { Config } from './config.ts';

const USAGE = `npm start            the API on your own data
npm run demo         the API on a small intrusion, in a database of its own
npm run rebuild      makes all sessions anew from the stored events, also while servers run
Settings are environment variables; .env.example lists them.`;

const FLAG = { type: 'boolean' } as const;

/** Starts the process: reads the command line and the settings, and says every problem at once. */
const main = async (): Promise<void> => {
  const mode = readArguments();
  const config = readSettings();
  // graphql-js asks when it is loaded, and compares types in a slower way elsewhere: a tenth of a page's time.
  process.env['NODE_ENV'] ??= 'production';
  if (mode === 'REBUILD') {
    const { runRebuild } = await import('./runRebuild.ts');
    return runRebuild(config);
  }
  const { runServer } = await import('./runServer.ts');
  return runServer(config, mode === 'DEMO');
};

type Mode = 'SERVE' | 'DEMO' | 'REBUILD';

const readArguments = (): Mode => {
  try {
    const { values } = parseArgs({ options: { demo: FLAG, rebuild: FLAG, help: FLAG } });
    if (values.help === true) {
      process.stdout.write(`${USAGE}\n`);
      process.exit(0);
    }
    if (values.rebuild === true) return 'REBUILD';
    return values.demo === true ? 'DEMO' : 'SERVE';
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}\n`);
    process.exit(2);
  }
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
