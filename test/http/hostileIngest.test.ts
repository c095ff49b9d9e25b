import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { ANY_VALUE } from '../support/anyValue.ts';
import { useApi } from '../support/api.ts';
import type { Answer } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';
import { expectNoBug } from '../support/expectNoBug.ts';
import { samples } from '../support/samples.ts';

const database = useDatabase();
const api = useApi(database);

const nest = (open: string, close: string, depth: number): string => open.repeat(depth) + close.repeat(depth);

const ingest = async (body: string): Promise<Answer> =>
  expectNoBug(api(), async () => {
    const response = await fetch(new URL('/ingest', api().url), { method: 'POST', body });
    const text = await response.text();
    const { errors, ...data } = JSON.parse(text);
    return {
      status: response.status,
      headers: response.headers,
      data,
      errors: data.accepted === undefined ? errors : undefined,
      text,
    };
  });

test.each([
  ['a list a million deep', nest('[', ']', 1_000_000)],
  ['a line a hundred thousand deep', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
  ['an event with a field 4,000 deep', `{"lock": {"hostname": "A", "time": ${nest('[', ']', 4000)}}}`],
  [
    'an event of Windows with data 4,000 deep',
    `{"Event": {"System": {"EventID": 4624}, "EventData": ${nest('[', ']', 4000)}}}`,
  ],
  [
    'an event of winlogbeat 4,000 deep',
    `{"winlog": {"event_id": 4624, "event_data": ${'{"a":'.repeat(4000)}1${'}'.repeat(4000)}}}`,
  ],
  ['a line of the journal 4,000 deep', `{"__REALTIME_TIMESTAMP": "1", "MESSAGE": ${nest('[', ']', 4000)}}`],
  ['a Santa event 4,000 deep', `{"loginWindowSession": ${'{"login":'.repeat(4000)}1${'}'.repeat(4000)}}`],
])('%s sent to /ingest causes no internal error', async (_, body) => {
  expect((await ingest(body)).status).toBeLessThan(500);
});

test('lines of any shape sent to /ingest cause no internal error', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(ANY_VALUE, { maxLength: 5 }), fc.boolean(), async (values, isArray) => {
      await ingest(
        isArray ? JSON.stringify(values) : values.map((value) => JSON.stringify(value)).join('\n') || '{}',
      );
    }),
    samples(60),
  );
});
