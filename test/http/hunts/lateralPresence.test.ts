import { expect, test } from '@jest/globals';

import { INGEST_CONTEXT, useApi } from '../../support/api.ts';
import { ask } from '../../support/companyLog.ts';
import { useDatabase } from '../../support/database.ts';
import { minute, replace } from '../../support/hunts/huntEvents.ts';
import type { Sent } from '../../support/hunts/huntEvents.ts';

const database = useDatabase();
const api = useApi(database);

/** Ana comes to A, and somebody logs on from A to B `later` minutes later. */
const onwards = (later: number): readonly Sent[] =>
  [
    { time: minute(0), hostname: 'A', srcIp: '203.0.113.5', destIp: '10.0.0.1' },
    { time: minute(later), hostname: 'B', srcIp: '10.0.0.1' },
  ].map((fields) => ({
    action: 'LOGIN',
    input: { user: 'CORP\\ana', loginType: 'RDP', loginSuccessful: true, loginId: '0x1', ...fields },
  }));

const DAY = 24 * 60;

test.each([
  { of: 'SILENCE after the last fact of an open session', later: DAY, start: null, expected: [0, 1] },
  {
    of: 'less than SILENCE after the last fact of an open session',
    later: DAY - 1,
    start: null,
    expected: [1, 1],
  },
  { of: 'after the proof of a session that a restart ended', later: 60, start: 90, expected: [0, 1] },
  { of: 'after the restart', later: 91, start: 90, expected: [0, 0] },
])('a hop $of continues a path only as far as the session reaches', async ({ later, start, expected }) => {
  await replace(database(), onwards(later));
  const hostStart = { hostname: 'A', time: minute(start ?? 0) };
  if (start !== null) await ask(api(), INGEST_CONTEXT, { events: [{ hostStart }] });
  const found = await Promise.all(
    [false, true].map(async (includeUnknown) => {
      const { lateralPaths } = (
        await ask(
          api(),
          `query ($range: TimeRange!, $includeUnknown: Boolean!) { hunts { lateralPaths(range: $range, includeUnknown: $includeUnknown) {
              nodes { depth } parameters { includeUnknown } } } }`,
          { range: { from: minute(0), until: minute(10 * DAY) }, includeUnknown },
        )
      ).hunts;
      expect(lateralPaths.parameters).toEqual({ includeUnknown });
      return lateralPaths.nodes.length;
    }),
  );
  expect(found).toEqual(expected);
});
