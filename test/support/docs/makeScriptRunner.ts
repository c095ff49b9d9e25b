import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

import { argumentsFor } from '../entryPoints.ts';
import { writeEvtx } from '../evtxFile.ts';

/** What scripts run against: a server, its database, and the id of one of its keys. */
type Surroundings = { readonly origin: string; readonly databaseUrl: string; readonly keyId: string };

export type ScriptRunner = {
  /** Runs a script as a shell does, and returns its output. Throws if a command fails. */
  readonly run: (script: string) => Promise<string>;
  readonly remove: () => void;
};

/** Makes a folder with the files that the documentation names. The scripts of the documentation run in it. */
export const makeScriptRunner = ({ origin, databaseUrl, keyId }: Surroundings): ScriptRunner => {
  const folder = mkdtempSync(join(tmpdir(), 'sessionscope-docs-'));
  mkdirSync(join(folder, 'evidence'));
  for (const [name, content] of Object.entries(FILES)) writeFileSync(join(folder, name), content);
  const { hostname, port } = new URL(origin);
  const env = {
    PATH: process.env['PATH'],
    HOST: hostname,
    PORT: port,
    DATABASE_URL: databaseUrl,
    SESSIONSCOPE_KEY: `ss_${keyId}.x`,
  };
  const run = async (script: string): Promise<string> => {
    const text = script
      .replaceAll('http://127.0.0.1:4000', origin)
      .replaceAll('618f3a1248c560bc', keyId)
      .replaceAll('/var/log/', `${folder}/`);
    const { stdout } = await promisify(execFile)('bash', ['--norc', '-euc', `${NPM}\n${text}`], {
      cwd: folder,
      env,
    });
    return stdout;
  };
  return { run, remove: () => rmSync(folder, { recursive: true }) };
};

const quote = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(' ');

/** `npm run` for the commands that scripts use. test/npm.test.ts runs the real one. */
const NPM = `npm() {
  [ "$1" = run ] || { echo "npm $1 is not an example that runs" >&2; return 1; }
  local name=$2
  shift 2
  [ "\${1-}" != -- ] || shift
  case $name in
    import) node ${quote(argumentsFor('importer'))} "$@" ;;
    export) node ${quote(argumentsFor('exporter'))} "$@" ;;
    erase | keys | maintain | rebuild) node ${quote(argumentsFor('main'))} "--$name" "$@" ;;
    *) echo "npm run $name is not an example that runs" >&2; return 1 ;;
  esac
}`;

const LOGIN = {
  TargetUserSid: 'S-1-5-21-1-2-3-1104',
  TargetUserName: 'ana',
  TargetDomainName: 'CORP',
  TargetLogonId: '0x8a1f0',
  LogonType: '3',
  IpAddress: '10.0.0.54',
};

const WINLOGBEAT = {
  '@timestamp': '2026-11-16T09:00:00.123Z',
  winlog: {
    channel: 'Security',
    provider_name: 'Microsoft-Windows-Security-Auditing',
    event_id: '4624',
    record_id: 1001,
    computer_name: 'WS11.corp.example',
    event_data: LOGIN,
  },
};

const lockOf = (hostname: string): string =>
  JSON.stringify({ lock: { time: '2026-11-16T09:00:00Z', hostname, user: 'ana' } });

/** The files that scripts read, those of /var/log included. */
const FILES = {
  'Security.evtx': writeEvtx([
    { recordNumber: 7, eventId: 4624, ticks: 134_392_932_001_234_567n, computer: 'WS10', data: LOGIN },
  ]),
  'winlogbeat.ndjson.gz': gzipSync(JSON.stringify(WINLOGBEAT)),
  'auth.log':
    '2026-11-16T10:00:00+00:00 web01 sshd[4711]: Accepted password for ana from 10.0.0.9 port 50000 ssh2\n',
  'evidence/events.jsonl': lockOf('WS12'),
  'own.jsonl': lockOf('WS13'),
} as const;
