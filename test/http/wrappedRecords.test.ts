import { expect, test } from '@jest/globals';

import { useApi } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();
const api = useApi(database);

const send = async (body: string, contentType = 'application/json') => {
  const response = await fetch(new URL('/ingest?timezone=Europe/Berlin', api().url), {
    method: 'POST',
    headers: { 'content-type': contentType },
    body,
  });
  return (await response.json()) as unknown;
};

const line = (host: string, user: string): string =>
  `Nov 16 10:00:00 ${host} sshd[4711]: Accepted password for ${user} from 10.0.0.9 port 50000 ssh2`;

/** Requests as the collectors send them, with the logins of two users. */
const BODIES = {
  // https://opentelemetry.io/docs/specs/otlp/#otlphttp
  'OTLP/HTTP': (host: string) => ({
    resourceLogs: [
      {
        resource: { attributes: [{ key: 'service.name', value: { stringValue: 'sshd' } }] },
        scopeLogs: [
          {
            scope: {},
            logRecords: ['ana', 'bob'].map((user) => ({
              observedTimeUnixNano: '1794819601000000000',
              body: { stringValue: line(host, user) },
              traceId: '',
              spanId: '',
            })),
          },
        ],
      },
    ],
  }),
  // https://grafana.com/docs/loki/latest/reference/loki-http-api/#ingest-logs
  'a push of Loki': (host: string) => ({
    streams: [
      {
        stream: { job: 'auth' },
        values: ['ana', 'bob'].map((user) => ['1794819601000000000', line(host, user)]),
      },
    ],
  }),
};

test.each(Object.entries(BODIES))(
  '%s: each record inside is stored, and is the same event as its line',
  async (name, bodyOf) => {
    const host = name.replaceAll(/\W/g, '');
    const stored = { accepted: 2, duplicates: 0, rejected: 0, skipped: 0, errors: [] };
    expect(await send(JSON.stringify(bodyOf(host)))).toMatchObject(stored);
    const raw = ['ana', 'bob'].map((user) => line(host, user)).join('\n');
    expect(await send(raw, 'text/plain')).toMatchObject({ ...stored, accepted: 0, duplicates: 2 });
  },
);
