import { describe, expect, test } from '@jest/globals';

import { WRAPPERS } from '../../../src/sensors/wrappers/wrappers.ts';

import { CASES } from './cases.ts';
import { AUDIT_LINE, EVENT_XML, SSHD_LINE, WINLOGBEAT } from './rawLogs.ts';
import { readEvents, readFates } from './readEvents.ts';
import { loki, otlp, WAZUH } from './storeCases.ts';

test('every wrapper has a case', () => {
  expect(Object.keys(CASES).toSorted()).toEqual(WRAPPERS.map(({ name }) => name).toSorted());
});

describe.each(Object.entries(CASES).filter(([, cases]) => cases.length > 0))('%s', (_, cases) => {
  test.each(cases)('the record inside is the same event as in its raw log: %j', (raw, wrapped) => {
    const events = readEvents([raw]);
    expect(events).toHaveLength(1);
    expect(readEvents([wrapped])).toEqual(events);
  });
});

test('a row of a timeline of Hayabusa is named', () => {
  const row = {
    Timestamp: '2026-11-02 08:00:00.123 +00:00',
    RuleTitle: 'RDP Logon',
    Computer: 'WS7',
    EventID: 4624,
  };
  expect(readFates([row])).toEqual([
    expect.stringContaining('a row of a timeline of Hayabusa, not a record'),
  ]);
});

test.each([
  [
    "a row of Velociraptor's SSHLogin, which has neither the host nor the year; import the file in its OSPath",
    {
      Time: '0000-11-02T10:11:12Z',
      IP: '203.0.113.7',
      Result: 'Accepted',
      Method: 'password',
      AttemptedUser: 'ana',
      OSPath: '/var/log/auth.log',
    },
  ],
  [
    "a row of Velociraptor's LastUserLogin, which does not have the host; import the wtmp file that it read",
    {
      User: 'ana',
      SourceHost: '203.0.113.7',
      SourceIP: '203.0.113.7',
      Terminal: 'pts/0',
      PID: 712,
      login_time: '2026-11-02T10:11:12Z',
      logout_time: null,
    },
  ],
  [
    'an alert of Wazuh about a login without its line (no_full_log); import the log of the host, or archives.json',
    { ...WAZUH, rule: { groups: ['syslog', 'authentication_failed'] }, decoder: { name: 'sshd' } },
  ],
])('%s', (reason, record) => {
  expect(readFates([record])).toEqual([`FAILED: ${reason}`]);
});

test('an alert of Wazuh about something else has no line', () => {
  const rule = { groups: ['vulnerability-detector'] };
  const alert = { ...WAZUH, rule, decoder: { name: 'json' }, data: { vulnerability: {} } };
  expect(readFates([alert])).toEqual(['SKIPPED: it contains no records']);
});

test('a line in the Message of another record than those of NXLog is not read', () => {
  expect(readEvents([{ Id: 1, LogName: 'Application', ProviderName: 'any', Message: SSHD_LINE }])).toEqual(
    [],
  );
  expect(readEvents([{ Message: SSHD_LINE }])).toEqual([]);
});

describe('a record that names no host', () => {
  const HOST = [{ login: expect.objectContaining({ hostname: 'web1' }) }];

  test.each([
    ['Loki', { streams: [loki(AUDIT_LINE)] }],
    ['OpenTelemetry', otlp(AUDIT_LINE)],
    ['Wazuh', { ...WAZUH, decoder: { name: 'auditd' }, full_log: AUDIT_LINE }],
  ])('has the host that %s states, before the one that the user states', (_, wrapped) => {
    expect(readEvents([wrapped], { hostname: 'collector' })).toEqual(HOST);
  });

  test.each([
    ['web1', `2026 Nov 02 10:11:13 (web1) 10.0.0.8->/var/log/audit/audit.log ${AUDIT_LINE}`],
    ['10.0.0.8', `2026 Nov 02 10:11:13 wz->10.0.0.8 ${AUDIT_LINE}`],
    ['wz', `2026 Nov 02 10:11:13 wz->/var/log/audit/audit.log ${AUDIT_LINE}`],
  ])('has the host %s of archives.log of Wazuh: %s', (hostname, line) => {
    expect(readEvents([line])).toEqual([{ login: expect.objectContaining({ hostname }) }]);
  });

  test('has the sender of the line, not the manager that received it', () => {
    const wrapped = {
      ...WAZUH,
      agent: { id: '000', name: 'wz' },
      location: '10.0.0.8',
      decoder: {},
      full_log: AUDIT_LINE,
    };
    expect(readEvents([wrapped])).toEqual([{ login: expect.objectContaining({ hostname: '10.0.0.8' }) }]);
  });
});

test('a line without a year has the newest one that is not after the time of its wrapper', () => {
  const old = (time: string) => [{ labels: {}, line: SSHD_LINE, timestamp: time }];
  expect(readEvents(old('2024-11-02T10:11:13Z'))).toMatchObject([
    { login: { time: '2024-11-02T10:11:12.000000Z' } },
  ]);
  expect(readEvents(old('2025-03-01T00:00:00Z'))).toMatchObject([
    { login: { time: '2024-11-02T10:11:12.000000Z' } },
  ]);
  expect(readEvents(old('no time'))).toMatchObject([{ login: { time: '2026-11-02T10:11:12.000000Z' } }]);
});

test.each([
  ["Docker's logs", { log: `${SSHD_LINE}\n`, stream: 'stdout', time: '2022-11-02T10:11:13.5Z' }],
  ['GELF', { version: '1.1', host: 'web1', short_message: SSHD_LINE, timestamp: 1667383873 }],
  ['Fluent Bit', { date: 1667383873.5, log: SSHD_LINE }],
  [
    'NXLog, without an offset',
    { EventReceivedTime: '2022-11-02 10:11:13', SourceModuleType: 'im_file', raw_event: SSHD_LINE },
  ],
  ['Splunk', { _raw: SSHD_LINE, _time: '2022-11-02T10:11:12.000+0000' }],
])('a line without a year in a record of %s is from the year of the record', (_, value) => {
  expect(readEvents([value])).toMatchObject([{ login: { time: '2022-11-02T10:11:12.000000Z' } }]);
});

describe("a message of Loki's journal or receiver of syslog without its header", () => {
  const line = 'Accepted publickey for ana from 203.0.113.7 port 50001 ssh2';
  const login = { time: '2026-11-02T10:11:12.345000Z', hostname: 'web1', user: 'ana', srcIp: '203.0.113.7' };

  test.each([
    [{ syslog_identifier: 'sshd', hostname: 'web1' }],
    [{ unit: 'ssh.service', host: 'web1' }],
    [{ unit: 'sshd@7-10.0.0.8:22-203.0.113.7:50001.service', host: 'web1' }],
    [{ app_name: 'sshd', host: 'web1' }],
  ])('is read with the program that its labels name: %j', (labels) => {
    const timestamp = '2026-11-02T10:11:12.345Z';
    expect(readEvents([{ labels, line, timestamp }])).toEqual([{ login: expect.objectContaining(login) }]);
    const values = [['1793614272345000000', line]];
    expect(readEvents([{ streams: [{ stream: labels, values }] }])).toHaveLength(1);
  });

  test('is read with a label of its own line', () => {
    const { hostname, ...metadata } = { hostname: 'web1', syslog_identifier: 'sshd' };
    for (const own of [metadata, { structuredMetadata: metadata }]) {
      const values = [['1793614272345000000', line, own]];
      expect(readEvents([{ streams: [{ stream: { hostname }, values }] }])).toEqual([
        { login: expect.objectContaining(login) },
      ]);
    }
  });

  test('is not a login of another program', () => {
    expect(
      readFates([
        { labels: { unit: 'nginx.service', host: 'web1' }, line, timestamp: '2026-11-02T10:11:12Z' },
      ]),
    ).toEqual(['UNRELATED: a program that logs nobody in']);
  });
});

test.each([
  [{ index: { _index: 'logs', _id: '1' } }],
  [{ index: {} }],
  [{ create: { _index: 'logs', pipeline: 'p' } }],
  [{ update: { _id: '1', retry_on_conflict: 3 } }],
  [{ delete: { _id: '1' } }],
])('a line of an action in a body of _bulk is skipped: %j', (action) => {
  expect(readFates([action, WINLOGBEAT])).toEqual(['SKIPPED: it contains no records', 'EVENT']);
});

test('JSON that a shipper cut off is a failure, because it may be the record of a login', () => {
  const message = '{"EventID":4625,"Channel":"Secur';
  expect(readFates([{ message, '@timestamp': '2026-11-02T10:11:12Z', agent: { type: 'filebeat' } }])).toEqual(
    [expect.stringMatching(/^FAILED: /)],
  );
});

test('a record with a host of its own does not have its source as its host', () => {
  const record = { source: 'sshd', host: 'web01', timestamp: '2026-11-02T10:11:12Z' };
  const message = 'sshd[7]: Accepted password for ana from 10.0.0.9 port 5 ssh2';
  expect(JSON.stringify(readEvents([{ ...record, message }]))).not.toContain('"hostname":"sshd"');
});

test('records with the members of osquery, but of another type, are not dropped', () => {
  expect(readFates([{ log_type: 'anything', data: [{ a: 1 }] }])).toEqual([
    expect.stringMatching(/^FAILED: /),
  ]);
  expect(readFates([{ log_type: 'status', data: [{ a: 1 }] }])).toEqual(['SKIPPED: it contains no records']);
});

describe('a text that is not a line of syslog, in a record of a store', () => {
  test.each([
    [
      'UNRELATED: says nothing about logins',
      '10.0.0.9 - - [02/Nov/2026:10:11:12 +0000] "GET / HTTP/1.1" 200 5',
    ],
    ['UNRELATED: says nothing about logins', "ossec: output: 'df -P': /dev/sda1 1 2 3"],
    [
      'NOT_UNDERSTOOD: a text in a record of a shipper that is not a line of syslog',
      'Accepted publickey for ana from 203.0.113.7 port 50001 ssh2',
    ],
    [
      'NOT_UNDERSTOOD: a text in a record of a shipper that is not a line of syslog',
      'vpn: user ana has a session',
    ],
  ])('is %s: %s', (fate, line) => {
    expect(readFates([{ ...WAZUH, decoder: {}, full_log: line }])).toEqual([fate]);
    expect(readFates([{ labels: {}, line, timestamp: '2026-11-02T10:11:12Z' }])).toEqual([fate]);
  });
});

describe('several records in one value', () => {
  const { resourceLogs } = otlp(SSHD_LINE);
  const second = SSHD_LINE.replace('ana', 'bob');

  test.each([
    ['OpenTelemetry', { resourceLogs: [...resourceLogs, ...otlp(second).resourceLogs] }],
    ['Loki', { streams: [loki(SSHD_LINE), loki(second)] }],
    [
      'Elasticsearch',
      { hits: { hits: [SSHD_LINE, second].map((line) => ({ _source: { line, timestamp: '' } })) } },
    ],
  ])('are read in order: %s', (_, wrapped) => {
    expect(readEvents([wrapped])).toMatchObject([{ login: { user: 'ana' } }, { login: { user: 'bob' } }]);
    expect(readEvents([wrapped])).toEqual(readEvents([SSHD_LINE, second]));
  });

  test.each([[{ resourceLogs: [] }], [{ streams: [] }], [{ hits: { hits: [] } }]])('none: %j', (wrapped) => {
    expect(readFates([wrapped])).toEqual(['SKIPPED: it contains no records']);
  });
});

test('a mark of Windows text in a name does not make a record of Windows', () => {
  const line =
    'Nov  2 10:11:12 web1 sshd[712]: Failed password for CEF:0|Microsoft|Microsoft Windows||Microsoft-Windows-Security-Auditing:4624|x|Low|rt=1793606400123 dhost=WS7 duser=ana from 203.0.113.7 port 50001 ssh2';
  expect(readEvents([line])).toMatchObject([{ login: { hostname: 'web1', loginSuccessful: false } }]);
});

describe('what cannot be opened', () => {
  test('a hit with only fields is named, with the remedy', () => {
    expect(readFates([{ _index: 'a', _id: 'b', fields: { 'user.name': ['ana'] } }])).toEqual([
      'FAILED: a hit of Elasticsearch with only fields: search with _source, and import that',
    ]);
  });

  test('an event of Fluent Bit with the wrong offset', () => {
    const [, wrapped] = CASES['Fluent Bit, winevtlog']?.[0] ?? [];
    expect(readFates([{ ...(wrapped as object), TimeCreated: '2026-11-02 10:00:00 +0100' }])).toEqual([
      'FAILED: TimeCreated is later than the date at which Fluent Bit read it, because its offset is wrong; set Render_Event_As_XML or update Fluent Bit',
    ]);
  });

  test('an event whose values do not have the positions of its template', () => {
    const [, wrapped] = CASES['Fluent Bit, winevtlog']?.[0] ?? [];
    const { StringInserts: values } = wrapped as { readonly StringInserts: readonly string[] };
    expect(readFates([{ ...(wrapped as object), StringInserts: values.slice(1) }])).toEqual([
      'FAILED: the event does not have as many values as its template',
    ]);
  });

  test('damaged XML inside', () => {
    expect(readFates([{ streams: [loki(EVENT_XML.slice(0, -8))] }])).toEqual(['FAILED: not event XML']);
  });

  test('wrappers are opened to a depth of five', () => {
    const wrap = (times: number): unknown =>
      times === 0 ? SSHD_LINE : { streams: [loki(JSON.stringify(wrap(times - 1)))] };
    expect(readFates([wrap(0)])).toEqual(['EVENT']);
    expect(readFates([{ _source: { _source: { _source: { _source: { _source: WINLOGBEAT } } } } }])).toEqual([
      'EVENT',
    ]);
    expect(
      readFates([{ _source: { _source: { _source: { _source: { _source: { _source: WINLOGBEAT } } } } } }]),
    ).toEqual(['FAILED: wrapped more than 5 times']);
  });

  test('text of more than a megabyte inside', () => {
    expect(readFates([{ streams: [loki(SSHD_LINE.padEnd(1_048_577, 'a'))] }])).toEqual([
      'FAILED: the line has more than 1048576 characters; send one record per line',
    ]);
  });
});
