#!/usr/bin/env node
import { register } from 'tsx/esm/api';

/** The file of each command. */
const FILES = new Map([
  ['start', './main.ts'],
  ['demo', './main.ts'],
  ['rebuild', './main.ts'],
  ['maintain', './main.ts'],
  ['erase', './main.ts'],
  ['keys', './main.ts'],
  ['import', './importer/main.ts'],
  ['export', './exporter/main.ts'],
  ['--version', './main.ts'],
  ['-V', './main.ts'],
]);

const USAGE = `Usage: sessionscope COMMAND

  start     the API on your own data
  demo      the API on a small intrusion, in a database of its own
  import    reads logs into a running server
  export    writes what a running server has stored
  rebuild   makes all sessions anew from the stored events, also while servers run
  maintain  migrates, and drops what RETENTION_DAYS no longer keeps, for servers without the owner's login
  erase     takes events back that should never have come, or all of an account
  keys      makes, lists and revokes API keys, also while servers run

sessionscope COMMAND --help shows more; sessionscope --version shows the version.
`;

// The package's bin, in JavaScript: below node_modules Node runs no TypeScript, so tsx does, whatever tsconfig.json is where it is called.
const [name = '--help', ...words] = process.argv.slice(2);
const file = FILES.get(name);
if (file !== undefined) {
  const isOwnFile = name === 'start' || file !== './main.ts';
  const flag = name.startsWith('-') ? name : `--${name}`;
  process.argv.splice(2, Infinity, ...(isOwnFile ? [] : [flag]), ...words);
  register({ tsconfig: false });
  await import(file);
} else if (name === '--help' || name === '-h') {
  process.stdout.write(USAGE);
} else {
  process.stderr.write(`sessionscope: there is no command ${JSON.stringify(name)}\n\n${USAGE}`);
  process.exitCode = 2;
}
