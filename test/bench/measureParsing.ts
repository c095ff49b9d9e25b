import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { EventToRecord } from '../../src/domain/recordItems.ts';
import { readRecords } from '../../src/importer/read/readRecords.ts';
import { startSensors } from '../../src/sensors/startSensors.ts';
import { NO_OPTIONS } from '../../src/sensors/sensor.ts';
import { writeEvtx } from '../support/evtxFile.ts';

import { makeEvents } from './makeEvents.ts';
import { formatCount, median } from './measurement.ts';
import type { Measurement } from './measurement.ts';

const LINES_PER_SECOND = 60_000;
const RECORDS_PER_SECOND = 15_000;

/** The lines of a file, and how many times each file is read. */
type Lines = { readonly count: number; readonly rounds: number };

/** Measures how fast files are parsed and mapped to events, on one core, against the rates that are asked for. */
export const measureParsing = async ({ count, rounds }: Lines): Promise<readonly Measurement[]> => {
  const untilMs = Date.now();
  const events = [...makeEvents({ count, fromMs: untilMs - 86_400_000, untilMs, seed: 7 })];
  const own = events.map(({ action, input }) => JSON.stringify({ [action.toLowerCase()]: input }));
  const beats = events.map((event, index) => JSON.stringify(toWinlogbeat(event, index)));
  const folder = await mkdtemp(join(tmpdir(), 'sessionscope-bench-'));
  try {
    return [
      await measureLines(join(folder, 'own'), 'events of this API', { lines: own, rounds }),
      await measureLines(join(folder, 'winlogbeat'), "Winlogbeat's records of logons", {
        lines: beats,
        rounds,
      }),
      await measureEvtx(join(folder, 'evtx'), { count: count / 10, rounds }),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
};

const measureLines = async (
  file: string,
  name: string,
  { lines, rounds: times }: { readonly lines: readonly string[]; readonly rounds: number },
): Promise<Measurement> => {
  await writeFile(file, `${lines.join('\n')}\n`);
  const rounds: { read: number; bare: number }[] = [];
  for (let round = 0; round < times; round += 1) {
    const bareMs = performance.now();
    for (const line of lines) JSON.parse(line);
    rounds.push({
      bare: (lines.length * 1000) / (performance.now() - bareMs),
      read: await rateOf(file, lines.length),
    });
  }
  const bytes = lines.reduce((sum, line) => sum + line.length, 0) / lines.length;
  const read = median(rounds.map((round) => round.read));
  const bare = median(rounds.map((round) => round.bare));
  return {
    name: `lines of JSON parsed and mapped (${name}, ${formatCount(bytes)} bytes each) / ${formatCount(LINES_PER_SECOND)} a second`,
    ratio: read / LINES_PER_SECOND,
    target: { least: 1 },
    detail: `${formatCount(read)} lines/s; a bare JSON.parse of the same lines: ${formatCount(bare)}`,
  };
};

const measureEvtx = async (file: string, { count, rounds }: Lines): Promise<Measurement> => {
  const chunkOf = 80;
  const one = writeEvtx(
    Array.from({ length: chunkOf }, (_, index) => toEvtxEvent(index)),
    'SHARED',
  );
  const chunks = Math.ceil(count / chunkOf);
  const [header, chunk] = [one.subarray(0, 4096), one.subarray(4096)];
  await writeFile(file, Buffer.concat([header, ...Array.from({ length: chunks }, () => chunk)]));
  const rates: number[] = [];
  for (let round = 0; round < rounds; round += 1) rates.push(await rateOf(file, chunks * chunkOf));
  const rate = median(rates);
  return {
    name: `records of EVTX parsed and mapped / ${formatCount(RECORDS_PER_SECOND)} a second`,
    ratio: rate / RECORDS_PER_SECOND,
    target: { least: 1 },
    detail: `${formatCount(rate)} records/s`,
  };
};

/** Records a second; every one must become an event. */
const rateOf = async (file: string, count: number): Promise<number> => {
  const sensors = startSensors(NO_OPTIONS);
  let events = 0;
  const startMs = performance.now();
  for await (const { records } of readRecords(file, { signal: new AbortController().signal, format: null })) {
    for (const { line, ...record } of records) {
      if (record.kind !== 'VALUE') throw new Error(`Line ${line} of the benchmark: ${record.reason}`);
      events += sensors.read({ value: record.value, origin: { file, line } }).length;
    }
  }
  events += [...sensors.flush()].length;
  if (events !== count) throw new Error(`${count} records of the benchmark became ${events}.`);
  return (count * 1000) / (performance.now() - startMs);
};

/** A logon of a host, as Winlogbeat 8 writes it without the rendered message. */
const toWinlogbeat = ({ input }: EventToRecord, index: number): object => ({
  '@timestamp': `${String(input.time).slice(0, 23)}Z`,
  '@metadata': { beat: 'winlogbeat', type: '_doc', version: '8.15.0' },
  agent: { type: 'winlogbeat', version: '8.15.0', name: 'WEC01', id: '8f0d2a4e-6d0f-4f0c-9b0a-2f6d3c9a1b77' },
  ecs: { version: '8.0.0' },
  event: {
    action: 'logged-in',
    code: '4624',
    kind: 'event',
    outcome: 'success',
    provider: 'Microsoft-Windows-Security-Auditing',
  },
  host: { name: 'WEC01' },
  winlog: {
    api: 'wineventlog',
    channel: 'Security',
    computer_name: input.hostname,
    event_id: '4624',
    provider_name: 'Microsoft-Windows-Security-Auditing',
    record_id: index + 1,
    time_created: input.time,
    process: { pid: 620, thread: { id: 4312 } },
    event_data: {
      ...LOGON,
      TargetLogonId: `0x${(index + 4096).toString(16)}`,
      IpPort: String(50_000 + (index % 1000)),
    },
  },
});

const LOGON = {
  SubjectUserSid: 'S-1-0-0',
  SubjectUserName: '-',
  SubjectDomainName: '-',
  SubjectLogonId: '0x0',
  TargetUserSid: 'S-1-5-21-1407437180-2914830171-1108432377-5000',
  TargetUserName: 'ana',
  TargetDomainName: 'CORP',
  LogonType: '3',
  LogonProcessName: 'Kerberos',
  AuthenticationPackageName: 'Kerberos',
  WorkstationName: '-',
  LogonGuid: '{8f0d2a4e-6d0f-4f0c-9b0a-2f6d3c9a1b77}',
  TransmittedServices: '-',
  LmPackageName: '-',
  KeyLength: '0',
  ProcessId: '0x0',
  ProcessName: '-',
  IpAddress: '10.20.0.10',
};

const toEvtxEvent = (index: number) => ({
  recordNumber: index + 1,
  eventId: 4624,
  ticks: 133_000_000_000_000_000n + BigInt(index) * 10_000_000n,
  computer: 'WS1.corp.example',
  data: {
    TargetUserSid: LOGON.TargetUserSid,
    TargetUserName: LOGON.TargetUserName,
    TargetDomainName: LOGON.TargetDomainName,
    TargetLogonId: `0x${(index + 4096).toString(16)}`,
    LogonType: LOGON.LogonType,
    LogonProcessName: LOGON.LogonProcessName,
    WorkstationName: LOGON.WorkstationName,
    ProcessName: LOGON.ProcessName,
    IpAddress: LOGON.IpAddress,
    IpPort: '50438',
  },
});
