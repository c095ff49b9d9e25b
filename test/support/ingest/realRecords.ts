import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readRecords } from '../../../src/importer/read/readRecords.ts';

/**
 * Reads the records of a real log as lines that a shipper sends: the lines of a text, EVTX as Winlogbeat writes it, records of utmp as JSON
 * with the names of utmp(5), and a folder of Santa's inner messages with the outer ones.
 */
export const readRealRecords = async (folder: string, name: string): Promise<readonly string[]> => {
  const path = join(folder, name);
  const lines = WRITERS[name.split('.').at(-1) ?? ''] ?? WRITERS[name];
  return lines === undefined ? (await readBinary(path)).map(toLine) : lines(path);
};

type Writer = (path: string) => readonly string[] | Promise<readonly string[]>;

const readLines: Writer = (path) => readFileSync(path, 'utf8').trimEnd().split('\n');

/** The writers by the end of a name, or by a whole name. */
const WRITERS: Readonly<Record<string, Writer>> = {
  log: readLines,
  jsonl: readLines,
  evtx: async (path) => (await readBinary(path)).map(toWinlogbeat),
  macos: (path) =>
    readdirSync(path)
      .toSorted()
      .map((file, second) => {
        const inner: unknown = JSON.parse(readFileSync(join(path, file), 'utf8'));
        const event = SANTA_EVENTS.find(({ start }) => file.startsWith(start))?.event ?? '';
        const time = new Date(Date.UTC(2026, 10, 16, 9, 0, second)).toISOString();
        return toLine({ event_time: time, event_id: `event ${second}`, machine_id: 'MAC1', [event]: inner });
      }),
};

/** The members of Santa's outer message that hold the inner ones, by the beginning of the file's name. */
const SANTA_EVENTS = [
  { start: 'login', event: 'login_logout' },
  { start: 'lw_session', event: 'login_window_session' },
  { start: 'openssh', event: 'open_ssh' },
  { start: 'screensharing', event: 'screen_sharing' },
];

const toLine = (value: unknown): string => JSON.stringify(value);

// The records of other programs have any shape.
const readBinary = async (path: string): Promise<readonly any[]> => {
  const values: unknown[] = [];
  for await (const { records } of readRecords(path, { signal: new AbortController().signal, format: null })) {
    for (const record of records) {
      if (record.kind !== 'VALUE') throw new Error(`${path}, record ${record.line}: ${record.reason}`);
      values.push(record.value);
    }
  }
  return values;
};

/** Writes a record of EVTX as Winlogbeat 8 does, without the message. */
const toWinlogbeat = ({ Event: { System, EventData, UserData } }: any): string => {
  const channel = System.Channel['#text'];
  const code = System.EventID['#text'];
  const provider = System.Provider['#attributes'].Name;
  const time = System.TimeCreated['#attributes'].SystemTime;
  return toLine({
    '@timestamp': `${time.slice(0, 23)}Z`,
    agent: { type: 'winlogbeat', version: '8.15.0', name: 'WEC01' },
    ecs: { version: '8.0.0' },
    event: { code, provider, kind: 'event' },
    host: { name: 'WEC01' },
    winlog: {
      api: 'wineventlog',
      channel,
      computer_name: System.Computer['#text'],
      event_id: code,
      provider_name: provider,
      record_id: Number(System.EventRecordID['#text']),
      time_created: time,
      event_data: EventData,
      user_data: UserData,
    },
  });
};
