import { describe, expect, test } from '@jest/globals';

import { WRAPPERS } from '../../../src/sensors/wrappers/wrappers.ts';

import { AUDIT_LINE, EVENT_XML, JOURNAL_ENTRY, SSHD_LINE, WINLOGBEAT } from './rawLogs.ts';
import { readEvents, readFates } from './readEvents.ts';

const NANOSECONDS = '1793614272345678000';

/** Writes a value as OpenTelemetry does. */
const anyValue = (value: unknown): unknown => {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'number') return { intValue: String(value) };
  const values = Object.entries(value as object).map(([key, one]) => ({ key, value: anyValue(one) }));
  return { kvlistValue: { values } };
};

const otlp = (body: unknown, attributes: Readonly<Record<string, string>> = {}) => ({
  resourceLogs: [
    {
      resource: { attributes: [{ key: 'host.name', value: { stringValue: 'web1' } }] },
      scopeLogs: [
        {
          scope: {},
          logRecords: [
            {
              timeUnixNano: NANOSECONDS,
              observedTimeUnixNano: '1793614273000000000',
              body: anyValue(body),
              attributes: Object.entries(attributes).map(([key, value]) => ({ key, value: anyValue(value) })),
            },
          ],
        },
      ],
    },
  ],
});

const loki = (line: string, stream: object = { job: 'auth', host: 'web1' }) => ({
  stream,
  values: [[NANOSECONDS, line]],
});

const WAZUH = {
  timestamp: '2026-11-02T10:11:13.123+0000',
  agent: { id: '004', name: 'web1', ip: '10.0.0.8' },
  manager: { name: 'wz' },
  id: '1.3',
  location: '/var/log/auth.log',
};

/** The event as Wazuh writes it: https://documentation.wazuh.com/current/user-manual/capabilities/log-data-collection/configuration.html */
const WAZUH_WIN = {
  win: {
    system: {
      providerName: 'Microsoft-Windows-Security-Auditing',
      eventID: '4624',
      systemTime: '2026-11-02T08:00:00.1234567Z',
      eventRecordID: '101',
      channel: 'Security',
      computer: 'WS7.corp.example',
    },
    eventdata: {
      targetUserSid: 'S-1-5-21-1-2-3-1107',
      targetUserName: 'ana',
      targetDomainName: 'CORP',
      targetLogonId: '0x5a1b2',
      logonType: '10',
      ipAddress: '203.0.113.9',
      ipPort: '50123',
    },
  },
};

/** By wrapper: a raw record, and the same through the wrapper. */
const CASES: Readonly<Record<string, readonly (readonly [raw: unknown, wrapped: unknown])[]>> = {
  // https://github.com/elasticsearch-dump/elasticsearch-dump
  'Elasticsearch hit': [
    [WINLOGBEAT, { _index: '.ds-winlogbeat-8', _id: 'a', _score: 1, _source: WINLOGBEAT }],
    [SSHD_LINE, { _index: 'loki', _source: { line: SSHD_LINE, timestamp: '2026-11-02T10:11:12Z' } }],
  ],
  'Elasticsearch hit without its document': [],
  // https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-search
  'Elasticsearch response': [
    [
      WINLOGBEAT,
      { took: 3, timed_out: false, hits: { total: { value: 1 }, hits: [{ _id: 'a', _source: WINLOGBEAT }] } },
    ],
    [WINLOGBEAT, { hits: [{ _id: 'a', _source: WINLOGBEAT }] }],
  ],
  "Kibana's response": [[WINLOGBEAT, { rawResponse: { hits: { hits: [{ _source: WINLOGBEAT }] } } }]],
  // https://grafana.com/docs/loki/latest/query/logcli
  'Loki, a line of logcli or of Grafana': [
    [SSHD_LINE, { labels: { host: 'web1' }, line: SSHD_LINE, timestamp: '2026-11-02T10:11:12.9Z' }],
    [SSHD_LINE, { line: SSHD_LINE, timestamp: NANOSECONDS, date: '2026-11-02T10:11:12.345Z', fields: {} }],
    [EVENT_XML, { labels: { job: 'windows' }, line: EVENT_XML, timestamp: '2026-11-02T10:11:12Z' }],
  ],
  // https://grafana.com/docs/loki/latest/reference/loki-http-api
  'Loki, the answer of a query': [
    [SSHD_LINE, { status: 'success', data: { resultType: 'streams', result: [loki(SSHD_LINE)], stats: {} } }],
  ],
  'Loki, a push': [
    [SSHD_LINE, { streams: [loki(SSHD_LINE)] }],
    [
      SSHD_LINE,
      {
        streams: [
          { labels: '{job="auth", host="web1"}', entries: [{ ts: '2026-11-02T10:11:12Z', line: SSHD_LINE }] },
        ],
      },
    ],
    [JOURNAL_ENTRY, { streams: [loki(JSON.stringify(JOURNAL_ENTRY))] }],
  ],
  'Loki, a line of logcli in text': [
    [SSHD_LINE, `2026-11-02T10:11:12Z {host="web1", job="a\\"b}"} ${SSHD_LINE}`],
    [SSHD_LINE, `2026-11-02T11:11:12+01:00 {} ${SSHD_LINE}`],
  ],
  // https://opentelemetry.io/docs/specs/otlp
  'OpenTelemetry logs': [
    [SSHD_LINE, otlp(SSHD_LINE)],
    [SSHD_LINE, otlp('Accepted publickey for ana', { 'log.record.original': SSHD_LINE })],
    [JOURNAL_ENTRY, otlp(JOURNAL_ENTRY)],
    [EVENT_XML, otlp(EVENT_XML)],
    [EVENT_XML, otlp({ message: 'An account was logged on.' }, { 'log.record.original': EVENT_XML })],
  ],
  'Wazuh, a Windows event': [
    [EVENT_XML, { ...WAZUH, decoder: { name: 'windows_eventchannel' }, data: WAZUH_WIN }],
    [EVENT_XML, { ...WAZUH, decoder: {}, full_log: JSON.stringify(WAZUH_WIN), location: 'EventChannel' }],
  ],
  // https://documentation.wazuh.com/current/user-manual/manager/event-logging.html
  'Wazuh, an alert or archive': [
    [
      SSHD_LINE,
      {
        ...WAZUH,
        rule: { level: 3, description: 'sshd: authentication success.' },
        full_log: SSHD_LINE,
        predecoder: { program_name: 'sshd', timestamp: 'Nov  2 10:11:12', hostname: 'web1' },
        decoder: { parent: 'sshd', name: 'sshd' },
        data: { srcip: '203.0.113.7', dstuser: 'ana' },
      },
    ],
  ],
  'event XML in text': [[EVENT_XML, `<?xml version="1.0" encoding="utf-8"?>\r\n${EVENT_XML}`]],
  'JSON in text': [[JOURNAL_ENTRY, JSON.stringify(JOURNAL_ENTRY)]],
};

test('every wrapper has a case', () => {
  expect(Object.keys(CASES)).toEqual(WRAPPERS.map(({ name }) => name));
});

describe.each(Object.entries(CASES).filter(([, cases]) => cases.length > 0))('%s', (_, cases) => {
  test.each(cases)('the record inside is the same event as in its raw log: %j', (raw, wrapped) => {
    const events = readEvents([raw]);
    expect(events).toHaveLength(1);
    expect(readEvents([wrapped])).toEqual(events);
  });
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

describe('what cannot be opened', () => {
  test('a hit with only fields is named, with the remedy', () => {
    expect(readFates([{ _index: 'a', _id: 'b', fields: { 'user.name': ['ana'] } }])).toEqual([
      'FAILED: a hit of Elasticsearch with only fields: search with _source, and import that',
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
