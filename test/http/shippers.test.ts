import { gzipSync } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';

import { useApi } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';
import { aRecord } from '../importer/importing.ts';

const database = useDatabase();
const api = useApi(database);

type Sent = { readonly status: number; readonly answer: any };

const send = async (
  body: string | Buffer,
  { query = '', headers = {} }: { query?: string; headers?: Record<string, string> } = {},
): Promise<Sent> => {
  const response = await fetch(new URL(`/ingest${query}`, api().url), {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', ...headers },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
  return { status: response.status, answer: await response.json() };
};

const list = async (hostname: string) => {
  const { data } = await api().query(
    `query ($hostname: String!) { sessionEvents(order: OLDEST_FIRST, filter: { hostname: { eq: $hostname } }) {
      nodes { time action user loginId ... on RemoteCapableEvent { loginType srcIp srcPort } } } }`,
    { hostname },
  );
  return data.sessionEvents.nodes;
};

const lines = (values: readonly unknown[]): string =>
  values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join('\n');

const login = (hostname: string, fields: object = {}) => ({
  login: { time: '2026-11-16T09:00:00Z', hostname, loginSuccessful: true, loginId: '0x1', ...fields },
});

/** A line with the sshd login of ana from 10.0.0.9:50000 on the host; pid 4711 is 0x1267. */
const sshLine = (host: string): string =>
  `2026-11-16T10:00:00.250000+01:00 ${host} sshd[4711]: Accepted password for ana from 10.0.0.9 port 50000 ssh2`;

const SSH_EVENT = {
  time: '2026-11-16T09:00:00.250000Z',
  action: 'LOGIN',
  user: 'ana',
  loginId: '0x1267',
  loginType: 'REMOTE',
  srcIp: '10.0.0.9',
  srcPort: 50000,
};
const MESSAGE = 'Accepted password for ana from 10.0.0.9 port 50000 ssh2';

describe('POST /ingest', () => {
  test('accepts events and host starts of this API, and returns the result of each', async () => {
    const body = lines([
      login('OWN1'),
      { lock: { time: '2026-11-16T09:10:00', hostname: 'OWN1', loginId: '0x1' } },
      { hostStart: { time: '2026-11-16T10:00:00Z', hostname: 'OWN1' } },
      login('OWN1'),
      { logout: { time: '2026-11-16T09:30:00Z', hostname: 'OWN1', loginSuccessful: true } },
      '{"login": ',
    ]);
    const { status, answer } = await send(body);
    expect([status, { ...answer, errors: [] }]).toEqual([
      200,
      { accepted: 2, duplicates: 1, rejected: 3, skipped: 0, unrelated: 0, notUnderstood: 0, errors: [] },
    ]);
    expect(answer.errors.map(({ record, code, field }: any) => [record, code, field])).toEqual([
      [2, 'INVALID_TIME', 'time'],
      [5, 'UNREADABLE_RECORD', 'loginSuccessful'],
      [6, 'UNREADABLE_RECORD', null],
    ]);
    const { data } = await api().query(
      '{ sessions(filter: { hostname: { eq: "OWN1" } }) { nodes { endedAt endReason } } }',
    );
    expect(data.sessions.nodes).toEqual([
      { endedAt: '2026-11-16T10:00:00.000000Z', endReason: 'HOST_RESTART' },
    ]);
  });

  test('the same body sent again contains only duplicates', async () => {
    const body = lines([
      login('OWN2'),
      { hostStart: { time: '2026-11-16T08:00:00Z', hostname: 'OWN2' } },
      { disconnect: { time: '2026-11-16T08:00:00Z', hostname: 'OWN2' } },
    ]);
    expect((await send(body)).answer).toMatchObject({ accepted: 3, duplicates: 0 });
    expect((await send(body)).answer).toMatchObject({ accepted: 0, duplicates: 3 });
  });

  test.each([
    ['an array', (host: string) => JSON.stringify([login(host)]), {}],
    ['gzip', (host: string) => gzipSync(lines([login(host)])), { 'content-encoding': 'gzip' }],
    ['gzip that is not declared', (host: string) => gzipSync(lines([login(host)])), {}],
    ['one object over lines', (host: string) => JSON.stringify(login(host), null, 2), {}],
    [
      'one object over lines that end with CR LF',
      (host: string) => JSON.stringify(login(host), null, 2).replaceAll('\n', '\r\n'),
      {},
    ],
    [
      'one object whose first line is more than a brace',
      (host: string) => JSON.stringify(login(host)).replaceAll(',', ',\n'),
      {},
    ],
    [
      'CR LF, blank lines and a byte order mark',
      (host: string) => `\uFEFF\r\n${lines([login(host)])}\r\n\r\n`,
      {},
    ],
    [
      'any content type',
      (host: string) => lines([login(host)]),
      { 'content-type': 'application/x-www-form-urlencoded' },
    ],
  ])('takes %s', async (name, bodyOf, headers) => {
    const host = `BODY-${name.replaceAll(/\W/g, '')}`;
    const { status, answer } = await send(bodyOf(host), { headers });
    expect([status, answer.accepted]).toEqual([200, 1]);
    expect(await list(host)).toHaveLength(1);
  });

  test('raw Windows records go through the sensor', async () => {
    const record = aRecord(1, { Hostname: 'RAW1' });
    const { answer } = await send(lines([record, { ...record, EventID: 4672 }, { some: 'thing' }]));
    expect(answer).toMatchObject({ accepted: 1, duplicates: 0, rejected: 1, skipped: 1 });
    expect(await list('RAW1')).toHaveLength(1);
  });

  test('logind is skipped, because another request may contain the same session', async () => {
    const line = '2026-11-16T09:00:00Z LOGIND1 systemd-logind[411]: New session 12 of user ana.';
    expect((await send(line)).answer).toMatchObject({ accepted: 0, rejected: 0, skipped: 1 });
  });

  test('20,000 events in one body are one transaction', async () => {
    const many = Array.from({ length: 20_000 }, (_, n) => login('MANY', { loginId: n + 1 }));
    const body = gzipSync(JSON.stringify(many));
    expect((await send(body, { headers: { 'content-encoding': 'gzip' } })).answer).toMatchObject({
      accepted: 20_000,
      rejected: 0,
    });
  });

  test('at most 100 errors are reported', async () => {
    const { answer } = await send(lines(Array.from({ length: 150 }, () => ({ no: 'record' }))));
    expect([answer.rejected, answer.errors.length]).toEqual([150, 100]);
  });

  test.each([
    ['', 400, 'BAD_JSON', {}],
    ['[{"login": 1]', 400, 'BAD_JSON', {}],
    [gzipSync('x').subarray(0, 12), 400, 'BAD_ENCODING', { 'content-encoding': 'gzip' }],
    [gzipSync('x'.repeat(9 * 1_048_576)), 413, 'BODY_TOO_LARGE', { 'content-encoding': 'gzip' }],
    ['x'.repeat(9 * 1_048_576), 413, 'BODY_TOO_LARGE', {}],
    ['{}', 415, 'UNSUPPORTED_MEDIA_TYPE', { 'content-encoding': 'br' }],
    ['{}', 403, 'FORBIDDEN', { origin: 'https://evil.example' }],
  ])('refuses body %#', async (body, status, code, headers) => {
    const sent = await send(body, { headers });
    expect([sent.status, sent.answer.errors[0].extensions.code]).toEqual([status, code]);
  });

  test.each([['?zone=UTC'], ['?timezone=Mars/Phobos'], ['?host=10.0.0.256']])(
    'refuses the URL %s',
    async (query) => {
      const { status, answer } = await send(lines([login('ADDRESS')]), { query });
      expect([status, answer.errors[0].extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    },
  );

  test('lines without zone or host use those of the URL', async () => {
    const line = 'Nov 16 10:00:00 ZONED sshd[4711]: Accepted password for ana from 10.0.0.9 port 50000 ssh2';
    const refused = (await send(line)).answer;
    expect(refused).toMatchObject({ accepted: 0, rejected: 1 });
    expect(refused.errors[0].message).toContain('?timezone=');
    expect((await send(line, { query: '?timezone=Europe/Berlin' })).answer).toMatchObject({ accepted: 1 });
    expect((await list('ZONED'))[0].time).toMatch(/-11-16T09:00:00/);
  });
});

describe('bodies of log shippers', () => {
  test.each([
    ['rsyslog omhttp and NXLog raw, a line of text', (host: string) => sshLine(host)],
    [
      'Vector, a file source',
      (host: string) => ({
        file: '/var/log/auth.log',
        host: 'collector',
        message: sshLine(host),
        source_type: 'file',
        timestamp: '2026-11-16T09:00:01.1Z',
      }),
    ],
    [
      'Vector, a syslog source',
      (host: string) => ({
        appname: 'sshd',
        facility: 'auth',
        host,
        hostname: host,
        message: MESSAGE,
        procid: 4711,
        severity: 'info',
        source_type: 'syslog',
        timestamp: '2026-11-16T09:00:00.250Z',
      }),
    ],
    ['Fluent Bit, tail', (host: string) => ({ date: 1_794_819_601.5, log: sshLine(host) })],
    [
      'journald by journalctl',
      (host: string) => ({
        __CURSOR: 's=1;i=2',
        __REALTIME_TIMESTAMP: String(Date.parse('2026-11-16T09:00:00.250Z') * 1000),
        _HOSTNAME: host,
        SYSLOG_IDENTIFIER: 'sshd',
        _PID: '4711',
        MESSAGE,
      }),
    ],
    [
      'Logstash, a file input',
      (host: string) => ({
        '@timestamp': '2026-11-16T09:00:01.000Z',
        '@version': '1',
        message: sshLine(host),
        host: { name: 'collector' },
        event: { original: sshLine(host) },
      }),
    ],
    [
      'syslog-ng',
      (host: string) => ({
        PROGRAM: 'sshd',
        PID: '4711',
        MESSAGE,
        HOST: host,
        ISODATE: '2026-11-16T10:00:00.250000+01:00',
      }),
    ],
  ])('%s', async (name, recordOf) => {
    const host = `SHIP-${name.replaceAll(/\W/g, '')}`.slice(0, 60);
    const { answer } = await send(lines([recordOf(host)]));
    expect(answer).toMatchObject({ accepted: 1, rejected: 0, errors: [] });
    expect(await list(host)).toEqual([SSH_EVENT]);
    expect((await send(lines([recordOf(host)]))).answer.duplicates).toBe(1);
  });
});

test('NXLog, a record of Windows as om_http sends it, in the zone of the URL', async () => {
  const record = {
    EventTime: '2026-11-16 04:00:00',
    Hostname: 'NXLOG1.corp.example',
    EventType: 'AUDIT_SUCCESS',
    SeverityValue: 2,
    EventID: 4624,
    SourceName: 'Microsoft-Windows-Security-Auditing',
    Channel: 'Security',
    RecordNumber: 1001,
    Message: 'An account was successfully logged on.\r\n',
    TargetUserName: 'ana',
    TargetDomainName: 'CORP',
    TargetLogonId: '0x1267',
    LogonType: '3',
    IpAddress: '10.0.0.9',
    IpPort: '50000',
    EventReceivedTime: '2026-11-16 04:00:02',
    SourceModuleName: 'security',
    SourceModuleType: 'im_msvistalog',
  };
  const headers = { 'content-type': 'application/json' };
  expect((await send(JSON.stringify(record), { headers })).answer).toMatchObject({
    accepted: 0,
    rejected: 1,
  });
  const { answer } = await send(JSON.stringify(record), { headers, query: '?timezone=America/New_York' });
  expect(answer).toMatchObject({ accepted: 1, rejected: 0 });
  expect(await list('NXLOG1')).toMatchObject([{ time: '2026-11-16T09:00:00.000000Z', loginId: '0x1267' }]);
});

test('Logstash, several events as json_batch, compressed', async () => {
  const batch = ['BATCH1', 'BATCH2'].map((host) => ({
    '@timestamp': '2026-11-16T09:00:01.000Z',
    '@version': '1',
    message: sshLine(host),
    host: { name: 'collector' },
    event: { original: sshLine(host) },
  }));
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
  expect((await send(gzipSync(JSON.stringify(batch)), { headers })).answer).toMatchObject({ accepted: 2 });
  expect(await list('BATCH1')).toEqual([SSH_EVENT]);
  expect(await list('BATCH2')).toEqual([SSH_EVENT]);
});
