import { beforeAll, expect, test } from '@jest/globals';

import { awaitUntil } from '../../support/awaitUntil.ts';
import { INGEST, INGEST_CONTEXT, useApi } from '../../support/api.ts';
import type { Answer } from '../../support/api.ts';
import { useDatabase } from '../../support/database.ts';
import { aLogin } from '../../support/events.ts';
import { anEntry } from '../../support/ingest/uploads.ts';
import { guardedBy, keyFor } from '../../support/keys.ts';

const database = useDatabase();
const api = useApi(database, { access: async () => guardedBy(database()) });

let reader: { authorization: string };
let writer: { authorization: string };
let admin: { authorization: string };

beforeAll(async () => {
  reader = await keyFor(database(), 'events:read');
  writer = await keyFor(database(), 'events:write');
  admin = await keyFor(database(), 'admin');
});

type Row = Readonly<Record<string, unknown>>;

/** Reads the entries of a request by the id in its answer. */
const entriesOf = async ({ headers }: Pick<Answer, 'headers'>): Promise<readonly Row[]> => {
  const { rows } = await database().writePool.query<Row>(
    `select *, time <= now() and time > now() - interval '1 minute' as recent from audit_entry where request_id = $1`,
    [headers.get('x-request-id')],
  );
  return rows;
};

const entryOf = async (answer: Pick<Answer, 'headers'>): Promise<Row> => {
  await awaitUntil('the entry is there', async () => (await entriesOf(answer)).length > 0);
  const entries = await entriesOf(answer);
  expect(entries).toHaveLength(1);
  return entries[0] ?? {};
};

const SHA = /^[0-9a-f]{64}$/;

test('a query has one entry with its caller and operation, without values', async () => {
  const events = [1, 2, 3].map((n) => aLogin({ hostname: 'H', user: 'secretuser', sourceId: `a/${n}` }));
  expect((await api().query(INGEST, { events }, writer)).data.ingestSessionEvents.accepted).toBe(3);
  const query = `query Logins($user: String!) { ...F a: overview { hosts { value } } }
    fragment F on Query { sessionEvents(filter: {user: {eq: $user}, hostname: {eq: "h"}}) { nodes { id } } }`;
  const answer = await api().query(query, { user: 'secretuser' }, reader);
  const entry = await entryOf(answer);
  expect(entry).toMatchObject({
    recent: true,
    caller_kind: 'KEY',
    caller_name: 'with events:read',
    key_id: reader.authorization.slice(10, 26),
    address: '127.0.0.1',
    operation_type: 'QUERY',
    operation_name: 'Logins',
    root_fields: ['overview', 'sessionEvents'],
    document_hash: expect.stringMatching(SHA),
    variables_hash: expect.stringMatching(SHA),
    outcome: 'OK',
    error_codes: [],
    rows: '3',
    cost: '6',
    accepted: null,
  });
  expect(entry['duration_ms']).toBeGreaterThan(0);
  const { rows } = await database().writePool.query('select e::text as text from audit_entry e');
  expect(rows.map(({ text }) => text).join('\n')).not.toMatch(/secretuser|eq: /);
});

test('equal requests have equal hashes regardless of the order of keys, different ones have different hashes', async () => {
  const ask = async (filter: string, query = 'query Q($filter: SessionEventFilter) { ') =>
    entryOf(
      await api().post(
        `{"query": "${query} sessionEvents(filter: $filter) { nodes { id } } }", "variables": {"filter": ${filter}}}`,
        { 'content-type': 'application/json', ...reader },
      ),
    );
  const one = await ask('{"user": {"eq": "a", "isNull": false}, "hostname": {"eq": "b"}}');
  const same = await ask('{ "hostname": {"eq": "b"}, "user": {"isNull": false, "eq": "a"} }');
  const other = await ask('{"user": {"eq": "c"}, "hostname": {"eq": "b"}}');
  const otherText = await ask(
    '{"user": {"eq": "c"}, "hostname": {"eq": "b"}}',
    'query R($filter: SessionEventFilter) {',
  );
  expect(same['variables_hash']).toBe(one['variables_hash']);
  expect(other['variables_hash']).not.toBe(one['variables_hash']);
  expect([same['document_hash'], other['document_hash']]).toEqual([
    one['document_hash'],
    one['document_hash'],
  ]);
  expect(otherText['document_hash']).not.toBe(one['document_hash']);
});

test('sent events are counted', async () => {
  const event = aLogin({ sourceId: 'counted/1' });
  const bad = { login: { ...event.login, time: 'never' } };
  const mutation = await entryOf(await api().query(INGEST, { events: [event, event, bad] }, writer));
  expect(mutation).toMatchObject({
    operation_type: 'MUTATION',
    operation_name: 'Ingest',
    root_fields: ['ingestSessionEvents'],
    accepted: 1,
    duplicates: 1,
    rejected: 1,
  });
  const stop = { hostStop: { time: event.login.time, hostname: 'H' } };
  const badStop = { hostStop: { time: 'never', hostname: 'H' } };
  const context = await api().query(INGEST_CONTEXT, { events: [stop, stop, badStop] }, writer);
  expect(await entryOf(context)).toMatchObject({
    operation_type: 'MUTATION',
    operation_name: 'IngestContext',
    root_fields: ['ingestContextEvents'],
    accepted: 1,
    duplicates: 1,
    rejected: 1,
  });
  const post = await fetch(new URL('/ingest', api().url), {
    method: 'POST',
    headers: writer,
    body: JSON.stringify([event, stop]),
  });
  expect(await entryOf(post)).toMatchObject({
    operation_type: 'INGEST',
    operation_name: 'ingest',
    outcome: 'OK',
    accepted: 0,
    duplicates: 2,
    rejected: 0,
    variables_hash: null,
  });
});

test('refused requests have an entry with the code; unauthenticated ones have none', async () => {
  const outcomes = async (query: string, key: Record<string, string>): Promise<unknown> => {
    const { operation_type, outcome, error_codes } = await entryOf(await api().query(query, {}, key));
    return [operation_type, outcome, error_codes];
  };
  expect(await outcomes('{ overview { hosts { value } } }', writer)).toEqual([
    'QUERY',
    'REFUSED',
    ['FORBIDDEN'],
  ]);
  expect(await outcomes('{ nothing }', admin)).toEqual([null, 'REFUSED', ['GRAPHQL_VALIDATION_FAILED']]);
  expect(await outcomes('{ node(id: "x") { id } }', reader)).toEqual(['QUERY', 'REFUSED', ['BAD_ID']]);
  const stranger = await api().query('query Stranger { overview { hosts { value } } }');
  await entryOf(await api().query('{ __schema { queryType { name } } }', {}, reader));
  expect(await entriesOf(stranger)).toEqual([]);
});

test('an ingesting request that is refused before it is handled has an entry', async () => {
  const send = async (
    path: string,
    headers: Readonly<Record<string, string>>,
    body: string | Uint8Array<ArrayBuffer>,
  ) => entryOf(await fetch(new URL(path, api().url), { method: 'POST', headers, body }));
  const refused = { operation_type: 'INGEST', outcome: 'REFUSED', accepted: null };
  const tooLarge = new Uint8Array(9 * 1_048_576).fill(10);
  const journal = { 'content-type': 'application/vnd.fdo.journal' };
  expect(await send('/ingest', writer, tooLarge)).toMatchObject({
    ...refused,
    operation_name: 'ingest',
    error_codes: ['BODY_TOO_LARGE'],
    caller_name: 'with events:write',
  });
  expect(await send('/ingest', reader, '{}')).toMatchObject({
    ...refused,
    operation_name: 'ingest',
    error_codes: ['FORBIDDEN'],
  });
  expect(await send('/upload', { ...reader, ...journal }, '\n')).toMatchObject({
    ...refused,
    operation_name: 'upload',
    error_codes: ['FORBIDDEN'],
  });
});

test('an entry of an upload that stands for too many events counts as rejected', async () => {
  const MESSAGE = 'message repeated 60000 times: [ Failed password for root from 203.0.113.7 port 7 ssh2]';
  const response = await fetch(new URL('/upload', api().url), {
    method: 'POST',
    headers: { ...writer, 'content-type': 'application/vnd.fdo.journal' },
    body: Buffer.concat([anEntry(1), anEntry(2, { MESSAGE })]),
  });
  expect(await entryOf(response)).toMatchObject({ outcome: 'OK', accepted: 1, rejected: 1 });
  const metrics = await (await fetch(new URL('/metrics', api().url), { headers: admin })).text();
  expect(metrics).toMatch(/^sessionscope_ingested_items_total\{verdict="rejected"\} [1-9]/m);
});
