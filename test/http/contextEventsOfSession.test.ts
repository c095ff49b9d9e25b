import { describe, expect, test } from '@jest/globals';

import { INGEST, INGEST_CONTEXT, useApi } from '../support/api.ts';
import { ask } from '../support/companyLog.ts';
import { useDatabase } from '../support/database.ts';

const api = useApi(useDatabase());

describe('the disconnects of a session', () => {
  const at = (minute: number): string => `2026-11-16T10:${String(minute).padStart(2, '0')}:00.000000Z`;
  const of = (minute: number, fields: object = {}) => ({
    time: at(minute),
    hostname: 'WS5',
    loginId: '0xa1',
    ...fields,
  });

  test('are those of its host and login id, from its start to its end', async () => {
    await ask(api(), INGEST, {
      events: [
        { login: of(10, { loginSuccessful: true, user: 'CORP\\ana' }) },
        { logout: of(30) },
        { login: of(40, { loginSuccessful: true, user: 'CORP\\ana' }) },
      ],
    });
    const disconnects = [
      of(9),
      of(10, { user: 'CORP\\ana' }),
      of(20),
      of(25, { loginId: '0xa2' }),
      of(25, { hostname: 'WS6' }),
      of(30, { sourceId: 'end' }),
      of(35),
      of(50),
    ];
    const { ingestContextEvents } = await ask(api(), INGEST_CONTEXT, {
      events: [
        ...disconnects.map((disconnect) => ({ disconnect })),
        { hostSeen: { time: at(21), hostname: 'WS5' } },
      ],
    });
    expect(ingestContextEvents.accepted).toBe(disconnects.length + 1);
    const { sessions } = await ask(
      api(),
      `{ sessions(filter: { hostname: { eq: "WS5" } }, order: { field: STARTED, direction: ASCENDING }) {
        nodes { contextEvents { totalCount { value } nodes { __typename time } } } } }`,
    );
    const asListed = (...minutes: readonly number[]) => ({
      contextEvents: {
        totalCount: { value: minutes.length },
        nodes: minutes.map((minute) => ({ __typename: 'Disconnect', time: at(minute) })),
      },
    });
    expect(sessions.nodes).toEqual([asListed(10, 20, 30), asListed(50)]);
  });

  test('can be read in pages', async () => {
    const LAST = `query ($before: String) { sessions(filter: { hostname: { eq: "WS5" } }, last: 1) {
      nodes { contextEvents(last: 2, before: $before) { nodes { time } pageInfo { hasPreviousPage startCursor } } } } }`;
    const read = async (before: string | null) =>
      (await ask(api(), LAST, { before })).sessions.nodes[0].contextEvents;
    const { nodes, pageInfo } = await read(null);
    expect([nodes, pageInfo.hasPreviousPage]).toEqual([[{ time: at(20) }, { time: at(30) }], true]);
    expect((await read(pageInfo.startCursor)).nodes).toEqual([{ time: at(10) }]);
  });
});
