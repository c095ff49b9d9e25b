import { describe, expect, test } from '@jest/globals';

import { INGEST, useApi } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';
import { aLogin } from '../support/events.ts';
import { expectRefusedQuery } from '../support/expectRefusedQuery.ts';

const api = useApi(useDatabase());

describe('a request for sessions', () => {
  test.each([
    ['a moment without offset', { activeAt: '2026-10-01T08:00:00' }, 'INVALID_TIME', /^filter\.activeAt: /],
    [
      'a range that ends before it begins',
      { overlaps: { from: '2026-10-02T00:00:00Z', until: '2026-10-01T00:00:00Z' } },
      'BAD_FILTER',
      /^filter\.overlaps\.until is not after/,
    ],
    [
      'a start that is before and after',
      { or: [{ startedAt: { from: '2026-10-02T00:00:00Z', until: '2026-10-01T00:00:00Z' } }] },
      'BAD_FILTER',
      /^filter\.or\[0\]\.startedAt\.until is before/,
    ],
    [
      'a duration that is not ISO 8601',
      { duration: { gte: '8 hours' } },
      'INVALID_DURATION',
      /^filter\.duration\.gte: /,
    ],
    ['a null operand', { endReason: { eq: null } }, 'BAD_FILTER', /isNull: true/],
  ])('refuses %s', async (_, filter, code, message) => {
    const answer = await api().query(
      'query ($filter: SessionFilter) { sessions(filter: $filter) { nodes { id } } }',
      { filter },
    );
    expectRefusedQuery(answer, code);
    expect(answer.errors?.[0]).toMatchObject({
      message: expect.stringMatching(message),
      extensions: { code },
    });
  });

  test('a cursor of events is not a cursor of sessions', async () => {
    await api().query(INGEST, { events: [aLogin()] });
    const { data } = await api().query('{ sessionEvents(first: 1) { pageInfo { endCursor } } }');
    const { errors } = await api().query(
      'query ($after: String) { sessions(after: $after) { nodes { id } } }',
      {
        after: data.sessionEvents.pageInfo.endCursor,
      },
    );
    expect(errors?.[0]?.extensions.code).toBe('BAD_CURSOR');
  });
});

describe('a request by host or account', () => {
  test.each([
    ['a host without a name', '{ host(hostname: " ") { id } }', 'INVALID_HOSTNAME', 'hostname'],
    [
      'a host with an invalid address',
      '{ host(hostname: "10.0.0.256") { id } }',
      'INVALID_HOSTNAME',
      'hostname',
    ],
    ['an account with only a domain', '{ account(user: "CORP\\\\") { id } }', 'INVALID_USER', 'user'],
    ['an account without a name', '{ account(user: "") { id } }', 'INVALID_USER', 'user'],
    [
      'a moment without offset',
      '{ host(hostname: "HOST1") { loggedOn(at: "2026-10-01T08:00:00") { at } } }',
      'INVALID_TIME',
      'at',
    ],
    [
      'no types of logins',
      '{ host(hostname: "HOST1") { loggedOn(loginTypes: []) { at } } }',
      'BAD_FILTER',
      'loginTypes',
    ],
    ['a page of no hosts', '{ hosts(first: 0) { nodes { id } } }', 'BAD_PAGE', 'first'],
    ['two ends of accounts', '{ accounts(first: 1, last: 1) { nodes { id } } }', 'BAD_PAGE', 'last'],
    ['hosts of no alternative', '{ hosts(filter: { or: [] }) { nodes { id } } }', 'BAD_FILTER', 'filter.or'],
    [
      'accounts by null',
      '{ accounts(filter: { user: { eq: null } }) { nodes { id } } }',
      'BAD_FILTER',
      'filter.user.eq',
    ],
    ['hosts by a garbled cursor', '{ hosts(after: "x") { nodes { id } } }', 'BAD_CURSOR', 'after'],
  ])('refuses %s', async (_, query, code, field) => {
    await api().query(INGEST, { events: [aLogin()] });
    const { errors } = await api().query(query);
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions).toEqual({ code, field });
  });

  test('refuses the cursors of other lists', async () => {
    await api().query(INGEST, { events: [aLogin()] });
    const lists = ['sessionEvents', 'sessions', 'hosts', 'accounts'];
    const answer = await api().query(
      `{ ${lists.map((list) => `${list}(first: 1) { pageInfo { endCursor } }`).join(' ')} }`,
    );
    for (const [from, to] of lists.flatMap((a) => lists.map((b) => [a, b] as const))) {
      const after: string = answer.data[from].pageInfo.endCursor;
      const { errors } = await api().query(`{ ${to}(after: "${after}") { pageInfo { endCursor } } }`);
      expect([from, to, errors?.[0]?.extensions.code]).toEqual([
        from,
        to,
        from === to ? undefined : 'BAD_CURSOR',
      ]);
    }
  });
});

describe('a host start', () => {
  const ingest = async (starts: readonly object[]) =>
    api().query(
      'mutation ($events: [ContextEventInput!]!) { ingestContextEvents(events: $events) { accepted rejected results { status errors { field code } } } }',
      { events: starts.map((hostStart) => ({ hostStart })) },
    );

  test('that is invalid is rejected, and the next one is stored', async () => {
    const { data } = await ingest([
      { time: '2026-10-01T08:00:00', hostname: ' ' },
      { time: '2026-10-01T08:00:00Z', hostname: 'A' },
    ]);
    expect(data.ingestContextEvents).toMatchObject({ accepted: 1, rejected: 1 });
    expect(data.ingestContextEvents.results[0].errors).toEqual([
      { field: 'time', code: 'INVALID_TIME' },
      { field: 'hostname', code: 'INVALID_HOSTNAME' },
    ]);
  });

  test('is accepted in batches of 1 to 5,000', async () => {
    expect((await ingest([])).errors?.[0]?.extensions).toEqual({ code: 'BAD_BATCH_SIZE', field: 'events' });
  });
});
