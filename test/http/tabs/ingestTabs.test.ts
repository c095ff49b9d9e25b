import { expect, test } from '@jest/globals';

import { useDemoTabs } from '../../support/demoTabs.ts';

const { api, run } = useDemoTabs();

test('CarExample: accepted, and a duplicate the second time', async () => {
  const first = (await run('CarExample')).ingestSessionEvents;
  expect(first).toEqual({
    accepted: 1,
    duplicates: 0,
    rejected: 0,
    results: [{ status: 'ACCEPTED', id: expect.any(String), errors: [] }],
  });
  const second = (await run('CarExample')).ingestSessionEvents;
  expect(second).toEqual({
    accepted: 0,
    duplicates: 1,
    rejected: 0,
    results: [{ ...first.results[0], status: 'DUPLICATE' }],
  });
});

test('MixedBatch: two accepted, the one without an offset rejected', async () => {
  const rejected = {
    index: 2,
    status: 'REJECTED',
    errors: [{ field: 'time', code: 'INVALID_TIME', message: expect.stringContaining('no offset from UTC') }],
  };
  expect((await run('MixedBatch')).ingestSessionEvents).toEqual({
    accepted: 2,
    duplicates: 0,
    rejected: 1,
    results: [
      { index: 0, status: 'ACCEPTED', errors: [] },
      { index: 1, status: 'ACCEPTED', errors: [] },
      rejected,
    ],
  });
  expect((await run('MixedBatch')).ingestSessionEvents).toEqual({
    accepted: 0,
    duplicates: 2,
    rejected: 1,
    results: [
      { index: 0, status: 'DUPLICATE', errors: [] },
      { index: 1, status: 'DUPLICATE', errors: [] },
      rejected,
    ],
  });
});

test('ContextExample: three accepted, and duplicates the second time', async () => {
  const first = (await run('ContextExample')).ingestContextEvents;
  const accepted = { status: 'ACCEPTED', id: expect.any(String), notes: [], errors: [] };
  expect(first).toEqual({
    accepted: 3,
    duplicates: 0,
    rejected: 0,
    results: [accepted, accepted, accepted],
  });
  expect((await run('ContextExample')).ingestContextEvents).toMatchObject({ accepted: 0, duplicates: 3 });
});

test('MixedBatch: its two spellings are one host, one account and one login', async () => {
  const { data } = await api().query(
    `{ sessionEvents(filter: { action: { in: [LOCK, UNLOCK] }, hostname: { eq: "HOST1" } }) {
      nodes { time hostname userDomain userName loginId }
    } }`,
  );
  const common = { hostname: 'HOST1', userDomain: 'EXAMPLE', userName: 'ana', loginId: '0x1f4' };
  expect(data.sessionEvents.nodes).toEqual([
    { time: '2026-11-16T11:05:00.250000Z', ...common },
    { time: '2026-11-16T11:00:00.000000Z', ...common },
  ]);
});
