import { beforeAll, describe, expect, test } from '@jest/globals';

import { insertAuditEntries } from '../../../src/db/audit/insertAuditEntries.ts';
import type { AuditEntry } from '../../../src/model/audit/auditEntry.ts';
import { makeAuditUuid } from '../../../src/model/audit/makeAuditUuid.ts';
import { useApi } from '../../support/api.ts';
import { useDatabase } from '../../support/database.ts';
import { guardedBy, keyFor } from '../../support/keys.ts';

const database = useDatabase();
const api = useApi(database, { access: async () => guardedBy(database()) });

let admin: { authorization: string };
let reader: { authorization: string };

/** Seven entries at each of five times, so that pages end between equal times. */
const ENTRIES: readonly AuditEntry[] = Array.from({ length: 35 }, (_, n) => ({
  uuid: makeAuditUuid(1_700_000_000_000 + n),
  time: `2026-10-01T00:00:0${Math.floor(n / 7)}.000000Z`,
  callerKind: 'KEY',
  callerName: n % 2 === 0 ? 'even' : 'odd',
  keyId: n % 4 === 0 ? '0123456789abcdef' : null,
  address: n === 0 ? '2001:db8::1' : null,
  requestId: `r${n}`,
  operationType: 'QUERY',
  operationName: n % 5 === 0 ? 'Fifth' : null,
  rootFields: n % 3 === 0 ? ['hosts', 'sessions'] : ['hosts'],
  documentHash: null,
  variablesHash: n % 6 === 0 ? 'f'.repeat(64) : null,
  outcome: n % 7 === 0 ? 'REFUSED' : 'OK',
  errorCodes: n % 7 === 0 ? ['BAD_PAGE'] : [],
  rows: n,
  cost: 1,
  durationMs: 0.25,
  accepted: null,
  duplicates: null,
  rejected: null,
}));

const OLDEST_FIRST = ENTRIES.map(({ requestId }) => requestId);
const PAST = 'time: {until: "2026-10-02T00:00:00Z"}';

beforeAll(async () => {
  await insertAuditEntries(database(), ENTRIES);
  admin = await keyFor(database(), 'admin');
  reader = await keyFor(database(), 'events:read', 'events:write');
});

const list = async (args: string): Promise<any> => {
  const text = `query Look { auditLog(${args}) {
    nodes { requestId } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    totalCount { value relation } } }`;
  const { data, errors } = await api().query(text, {}, admin);
  expect(errors).toBeUndefined();
  return { ...data.auditLog, ids: data.auditLog.nodes.map((node: any) => node.requestId) };
};

test('is only for admins', async () => {
  const { status, errors } = await api().query('{ auditLog { nodes { requestId } } }', {}, reader);
  expect([status, errors?.[0]?.extensions.code]).toEqual([403, 'FORBIDDEN']);
});

describe('pages', () => {
  test.each([
    ['NEWEST_FIRST', 'first', 'after', 'endCursor', 'hasNextPage'],
    ['OLDEST_FIRST', 'first', 'after', 'endCursor', 'hasNextPage'],
    ['NEWEST_FIRST', 'last', 'before', 'startCursor', 'hasPreviousPage'],
  ])('%s by %s concatenate to the whole', async (order, size, cursor, edge, more) => {
    const found: string[] = [];
    let at = '';
    for (let pages = 0; pages < 20; pages += 1) {
      const page = await list(`filter: {${PAST}}, order: ${order}, ${size}: 4 ${at}`);
      if (size === 'first') found.push(...page.ids);
      else found.unshift(...page.ids);
      if (page.pageInfo[more] !== true) break;
      at = `${cursor}: "${page.pageInfo[edge]}"`;
    }
    expect(found).toEqual(order === 'OLDEST_FIRST' ? OLDEST_FIRST : OLDEST_FIRST.toReversed());
  });
});

describe('filters', () => {
  const where = (holds: (entry: AuditEntry) => boolean): readonly string[] =>
    ENTRIES.filter(holds).map(({ requestId }) => requestId);

  test.each<[string, (entry: AuditEntry) => boolean]>([
    ['callerName: "odd"', ({ callerName }) => callerName === 'odd'],
    ['operationName: "Fifth"', ({ operationName }) => operationName === 'Fifth'],
    ['rootField: "sessions"', ({ rootFields }) => rootFields.includes('sessions')],
    ['outcome: REFUSED', ({ outcome }) => outcome === 'REFUSED'],
    [
      'callerName: "odd", outcome: REFUSED',
      ({ callerName, outcome }) => callerName === 'odd' && outcome === 'REFUSED',
    ],
    ['keyId: "0123456789abcdef"', ({ keyId }) => keyId !== null],
    [`variablesHash: "${'f'.repeat(64)}"`, ({ variablesHash }) => variablesHash !== null],
    ['keyId: "none"', () => false],
  ])('%s', async (filter, holds) => {
    const { ids, totalCount } = await list(`filter: {${PAST}, ${filter}}, order: OLDEST_FIRST`);
    expect(ids).toEqual(where(holds));
    expect(totalCount).toEqual({ value: where(holds).length, relation: 'EQUAL' });
  });

  test('by time, half-open', async () => {
    const filter = 'time: {from: "2026-10-01T00:00:01Z", until: "2026-10-01T00:00:02Z"}';
    expect((await list(`filter: {${filter}}, order: OLDEST_FIRST`)).ids).toEqual(OLDEST_FIRST.slice(7, 14));
  });

  test('with invalid text are refused by name', async () => {
    const query = 'query Q($name: String) { auditLog(filter: {callerName: $name}) { nodes { requestId } } }';
    const { errors } = await api().query(query, { name: 'a\u0000b' }, admin);
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_FILTER', field: 'filter.callerName' });
  });
});

test('returns all stored fields of an entry, and costs the size of the page', async () => {
  const fields =
    'time requestId callerKind callerName keyId address operationType operationName rootFields documentHash variablesHash outcome errorCodes rows cost durationMs accepted duplicates rejected';
  const { data, text } = await api().query(
    `{ auditLog(filter: {${PAST}}, order: OLDEST_FIRST, first: 1) { nodes { ${fields} } } }`,
    {},
    admin,
  );
  const { uuid: _, ...first } = ENTRIES[0] as AuditEntry;
  expect(data.auditLog.nodes).toEqual([first]);
  expect(JSON.parse(text).extensions.cost).toEqual({ requested: 2, actual: 2 });
});
