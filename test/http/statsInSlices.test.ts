import { beforeAll, describe, expect, test } from '@jest/globals';

import { WORK_PER_TURN } from '../../src/model/reserveWork.ts';
import { INGEST, useApi } from '../support/api.ts';
import type { Answer } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';
import { watchWork } from '../support/watchWork.ts';

const api = useApi(useDatabase());

const HOSTS = 100;
const HOURS = 200;

/** A login on each host in the first and in the last hour. */
beforeAll(async () => {
  const events = Array.from({ length: HOSTS }, (_, n) =>
    [0, HOURS - 1].map((hour) => ({
      login: {
        time: new Date(Date.UTC(2026, 9, 1, hour)).toISOString(),
        hostname: `HOST${n}`,
        user: 'ana',
        loginId: `0x${(hour + 16).toString(16)}`,
        loginType: 'INTERACTIVE',
        loginSuccessful: true,
      },
    })),
  ).flat();
  expect((await api().query(INGEST, { events })).data.ingestSessionEvents.accepted).toBe(events.length);
});

/** The work to create and to complete each bucket. */
const LEAST_WORK = HOSTS * HOURS * 0.3;

describe('counts with many buckets do not block the event loop', () => {
  test.each([
    ['eventStats', 'time'],
    ['sessionStats', 'startedAt'],
  ])('%s', async (field, time) => {
    const range = `${time}: { from: "2026-10-01T00:00:00Z", until: "2026-10-09T08:00:00Z" }`;
    let answer: Answer | undefined;
    const turns = await watchWork(async () => {
      answer = await api().query(`{ ${field}(groupBy: [HOST], order: { field: KEY, direction: ASCENDING },
        first: ${HOSTS}, filter: { ${range} }, bucket: { every: "PT1H" }) {
        groups { key { hostname } count buckets { from until count } } } }`);
    });
    const { groups } = answer!.data[field];
    expect(groups.map((group: any) => group.key.hostname)).toEqual(
      Array.from({ length: HOSTS }, (_, n) => `HOST${n}`).toSorted(),
    );
    for (const { count, buckets } of groups) {
      expect(count).toBe(2);
      expect(buckets.map((bucket: any) => bucket.count)).toEqual([
        1,
        ...Array.from({ length: HOURS - 2 }, () => 0),
        1,
      ]);
    }
    expect(turns.length).toBeGreaterThanOrEqual(LEAST_WORK / WORK_PER_TURN);
    expect(Math.max(...turns)).toBeLessThanOrEqual(WORK_PER_TURN);
  });
});
