import { describe, expect, test } from '@jest/globals';

import { INGEST, useApi } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';
import { aLogin, aNumberedLogin } from '../support/events.ts';

const database = useDatabase();
const api = useApi(database);

const RANGE = 'range: { from: "2026-10-01T00:00:00Z", until: "2026-10-02T00:00:00Z" }';

describe('a query with a refused field', () => {
  test('answers the other root fields', async () => {
    await api().query(INGEST, { events: [aLogin({ hostname: 'WS1' })] });
    const { status, data, errors } = await api().query(`{
      refused: sessionEvents(first: 0) { nodes { id } }
      hosts { nodes { hostname } }
    }`);
    expect(status).toBe(200);
    expect(data).toEqual({ refused: null, hosts: { nodes: [{ hostname: 'WS1' }] } });
    expect(errors).toMatchObject([{ path: ['refused'], extensions: { code: 'BAD_PAGE', field: 'first' } }]);
  });

  test('answers the other hunts', async () => {
    const { status, data, errors } = await api().query(`{
      hunts { longSessions(${RANGE}) { nodes { duration } } neverLocked(${RANGE}, first: 0) { nodes { duration } } }
      car { localAccountLogins(${RANGE}, after: "x") { nodes { login { id } } } remoteDesktopLogins(${RANGE}) { truncated } }
    }`);
    expect(status).toBe(200);
    expect(data).toEqual({
      hunts: { longSessions: { nodes: [] }, neverLocked: null },
      car: { localAccountLogins: null, remoteDesktopLogins: { truncated: false } },
    });
    expect(errors?.toSorted((a, b) => a.extensions.code.localeCompare(b.extensions.code))).toMatchObject([
      { path: ['car', 'localAccountLogins'], extensions: { code: 'BAD_CURSOR', field: 'after' } },
      { path: ['hunts', 'neverLocked'], extensions: { code: 'BAD_PAGE', field: 'first' } },
    ]);
  });

  test('has the path of the refused field, and null up to its root field', async () => {
    await api().query(INGEST, { events: [aLogin({ hostname: 'WS1' })] });
    const { status, data, errors } = await api().query(
      '{ hosts { nodes { hostname events(first: 0) { nodes { id } } } } overview { hosts { value } } }',
    );
    expect(status).toBe(200);
    expect(data).toEqual({ hosts: null, overview: { hosts: { value: 1 } } });
    expect(errors).toMatchObject([{ path: ['hosts', 'nodes', 0, 'events'] }]);
  });

  test.each([
    ['{ sessionEvents(first: 0) { nodes { id } } }', { sessionEvents: null }],
    ['{ __typename sessions(first: 0) { nodes { id } } }', { __typename: 'Query', sessions: null }],
    [`{ hunts { longSessions(${RANGE}, first: 0) { truncated } } }`, { hunts: { longSessions: null } }],
  ])('is answered with 200 even without other fields: %s', async (query, nothing) => {
    const { status, data, errors, headers } = await api().query(query);
    expect([status, data, errors?.[0]?.extensions.code]).toEqual([200, nothing, 'BAD_PAGE']);
    expect(headers.get('retry-after')).toBeNull();
  });

  test('that did not run has no data: a mistake in the document refuses all of it', async () => {
    const { status, data } = await api().query('{ overview { hosts { value } } sessionEvents { nothing } }');
    expect([status, data]).toEqual([400, undefined]);
  });
});

describe('a mutation with a refused field', () => {
  const TWO = `mutation ($first: [SessionEventInput!]!, $second: [SessionEventInput!]!) {
    first: ingestSessionEvents(events: $first) { accepted }
    second: ingestSessionEvents(events: $second) { accepted } }`;

  test('has an error status, and reports what was stored', async () => {
    const { status, data, errors } = await api().query(TWO, { first: [], second: [aNumberedLogin(1)] });
    expect(status).toBe(400);
    expect(data).toEqual({ first: null, second: { accepted: 1 } });
    expect(errors).toMatchObject([{ path: ['first'], extensions: { code: 'BAD_BATCH_SIZE' } }]);
  });

  test('has no data when nothing was stored', async () => {
    const { status, data, errors } = await api().query(TWO, { first: [], second: [] });
    expect([status, data, errors?.map(({ path }) => path)]).toEqual([400, null, [['first'], ['second']]]);
  });
});

describe('a query with an internal error in a field', () => {
  test('answers the other fields; without other fields the status is 500', async () => {
    const pool = database().writePool;
    await pool.query('alter table account rename to account_elsewhere');
    try {
      const partly = await api().query('{ accounts { nodes { user } } nodes(ids: []) { id } }');
      expect([partly.status, partly.data]).toEqual([200, { accounts: null, nodes: [] }]);
      expect(partly.errors).toMatchObject([
        { path: ['accounts'], extensions: { code: 'INTERNAL_SERVER_ERROR' } },
      ]);
      const wholly = await api().query('{ accounts { nodes { user } } }');
      expect([wholly.status, wholly.data]).toEqual([500, null]);
    } finally {
      await pool.query('alter table account_elsewhere rename to account');
    }
  });
});
