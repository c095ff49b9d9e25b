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

  start     serves the API on your own data
  demo      serves the API on the events of a small intrusion, in a separate database
  import    imports logs into a running server
  export    exports the data of a running server
  rebuild   rebuilds all sessions from the stored events; servers may keep running unless SILENCE or DOMAIN_ALIASES has changed
  maintain  migrates the database and drops data older than RETENTION_DAYS, for servers without the owner's login
  erase     erases events that should not have been imported, or all events of an account
  keys      creates, lists and revokes API keys; servers may keep running

sessionscope COMMAND --help prints the options of a command; sessionscope --version prints the version.
`;

// The package's bin is JavaScript because Node does not run TypeScript below node_modules; tsx does, and ignores the tsconfig.json of the working directory.
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
  process.stderr.write(`sessionscope: unknown command ${JSON.stringify(name)}\n\n${USAGE}`);
  process.exitCode = 2;
}
