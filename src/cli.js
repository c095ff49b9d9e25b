#!/usr/bin/env node
import { importEntryPoint } from './bundle/importEntryPoint.js';

/** The entry point of each command. */
const ENTRIES = new Map([
  ['start', 'main'],
  ['demo', 'main'],
  ['rebuild', 'main'],
  ['maintain', 'main'],
  ['erase', 'main'],
  ['keys', 'main'],
  ['import', 'importer'],
  ['export', 'exporter'],
  ['--version', 'main'],
  ['-V', 'main'],
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

// JavaScript, because Node 20 does not run TypeScript, and no Node does below node_modules.
const [name = '--help', ...words] = process.argv.slice(2);
const entry = ENTRIES.get(name);
if (entry !== undefined) {
  const isOwnFile = name === 'start' || entry !== 'main';
  const flag = name.startsWith('-') ? name : `--${name}`;
  process.argv.splice(2, Infinity, ...(isOwnFile ? [] : [flag]), ...words);
  await importEntryPoint(entry);
} else if (name === '--help' || name === '-h') {
  process.stdout.write(USAGE);
} else {
  process.stderr.write(`sessionscope: unknown command ${JSON.stringify(name)}\n\n${USAGE}`);
  process.exitCode = 2;
}
