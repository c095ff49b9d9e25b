import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { parseIngestQuery } from '../../../src/http/ingest/parseIngestQuery.ts';
import { readBody } from '../../../src/http/ingest/readBody.ts';
import { KNOWN_FORMATS } from '../../../src/sensors/knownFormats/knownFormats.ts';
import { NO_OPTIONS } from '../../../src/sensors/sensor.ts';
import type { SensorOptions } from '../../../src/sensors/sensor.ts';
import { startSensors } from '../../../src/sensors/startSensors.ts';
import { parseInputZone } from '../../../src/sensors/timeZone.ts';

const RECORDS: Readonly<Record<string, string>> = {
  'syslog without a zone':
    'Nov 16 10:00:00 web01 sshd[1]: Accepted password for ana from 10.0.0.1 port 50000 ssh2',
  'NXLog without a zone': JSON.stringify({
    EventID: 4624,
    Channel: 'Security',
    Hostname: 'WS1',
    EventTime: '2026-07-01 03:07:18',
    TargetUserName: 'ana',
    LogonType: '3',
  }),
  'auditd without a host': `type=USER_LOGIN msg=audit(1781077043.193:421): pid=1 uid=0 auid=1000 ses=3 msg='op=login acct="ana" exe="/usr/sbin/sshd" hostname=? addr=10.0.0.1 terminal=ssh res=success'`,
};
const TWICE = JSON.stringify({
  EventID: 4624,
  Channel: 'Security',
  Hostname: 'WS1',
  EventTime: '2026-11-01 01:30:00',
  TargetUserName: 'ana',
  LogonType: '3',
});

/** The reason why a body of one record fails. */
const ofRequest = (record: string, query: object = {}): string => {
  const [reason = ''] = listReasons(record, query);
  return reason;
};

/** The reasons why the records of a body are not events. */
const listReasons = (body: string, query: object): readonly string[] => {
  const options = parseIngestQuery(query) as SensorOptions;
  return [...readBody(Buffer.from(body), options)]
    .flatMap((step) => (step.kind === 'READ' ? step.outcomes : []))
    .flatMap((outcome) => ('reason' in outcome ? [outcome.reason] : []));
};

/** The reason why the importer fails to read the record. */
const ofFile = (record: string, timezone: string | null = null): string => {
  const timeZone = timezone === null ? null : parseInputZone(timezone);
  const sensors = startSensors({ ...NO_OPTIONS, timeZone });
  const value: unknown = record.startsWith('{') ? JSON.parse(record) : record;
  const [outcome] = sensors.read({ value, origin: { file: 'x', line: 1 } });
  return outcome !== undefined && 'reason' in outcome ? outcome.reason : '';
};

describe('the remedy is one that the user has', () => {
  test.each(Object.entries(RECORDS))('%s', (_, record) => {
    expect(ofRequest(record)).toMatch(/: \?(?:timezone=Europe\/Berlin|host=WEB01)$/);
    expect(ofFile(record)).toMatch(/--(?:timezone Europe\/Berlin|host WEB01)$/);
  });

  test('a time that the clock showed twice', () => {
    const timezone = 'America/New_York';
    expect(ofRequest(TWICE, { timezone })).toMatch(/in the URL: \?timezone=%2BHH:MM$/);
    expect(ofFile(TWICE, timezone)).toMatch(/with their offset: --timezone \+HH:MM$/);
  });

  test('the remedies of requests work', () => {
    for (const record of Object.values(RECORDS)) {
      const parameters = /: \?(\S+)$/.exec(ofRequest(record))?.[1];
      expect(ofRequest(record, Object.fromEntries(new URLSearchParams(parameters)))).toBe('');
    }
  });

  test.each(KNOWN_FORMATS.flatMap(({ name, sample }) => (sample === null ? [] : [[name, sample] as const])))(
    '%s: /ingest names no option of the command line',
    (_, sample) => {
      for (const query of [{}, { timezone: 'America/New_York' }, { host: 'WEB01' }])
        expect(listReasons(sample, query).filter((reason) => /--\w|npm/.test(reason))).toEqual([]);
    },
  );

  test('options of the command line are named in one file of the sensors only', () => {
    const named = ['src/sensors', 'src/http/ingest'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((name) => join(folder, name))
        .filter((path) => path.endsWith('.ts'))
        // `import --formats` prints the known formats.
        .filter((path) => !path.startsWith('src/sensors/knownFormats/'))
        .filter((path) => /npm run import|--(?:timezone|host|year|shift)\b/.test(readFileSync(path, 'utf8'))),
    );
    expect(named).toEqual(['src/sensors/advice.ts']);
  });
});
