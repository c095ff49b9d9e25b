import { expect, test } from '@jest/globals';

import { deleteAuditEntries } from '../../../src/db/audit/insertAuditEntries.ts';
import { openDatabase } from '../../../src/db/client.ts';
import { makeAuditLog } from '../../../src/domain/audit/makeAuditLog.ts';
import type { AuditDraft } from '../../../src/domain/audit/makeAuditLog.ts';
import type { AuditEntry } from '../../../src/model/audit/auditEntry.ts';
import { WORK_PER_TURN } from '../../../src/model/reserveWork.ts';
import { awaitUntil } from '../../support/awaitUntil.ts';
import { useDatabase } from '../../support/database.ts';
import { watchWork } from '../../support/watchWork.ts';

const database = useDatabase();

const aDraft = (requestId: string, fields: Partial<AuditDraft> = {}): AuditDraft => ({
  callerKind: 'KEY',
  callerName: 'soc "1" \\ {a,b}',
  keyId: '0123456789abcdef',
  address: '2001:db8::1',
  requestId,
  operationType: 'QUERY',
  operationName: 'Q',
  rootFields: ['hosts', 'sessions'],
  documentDigest: 'd'.repeat(64),
  variables: { values: { user: 'secretuser' }, bytes: 30 },
  outcome: 'OK',
  errorCodes: [],
  rows: 3,
  cost: 4,
  durationMs: 1.5,
  accepted: null,
  duplicates: null,
  rejected: null,
  ...fields,
});

const stored = async (prefix: string): Promise<readonly string[]> => {
  const { rows } = await database().writePool.query<{ request_id: string }>(
    'select request_id from audit_entry where starts_with(request_id, $1) order by time, id',
    [prefix],
  );
  return rows.map(({ request_id: id }) => id);
};

const numbered = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${String(index).padStart(5, '0')}`);

const IGNORED = { onStored: () => undefined, onGivenUp: () => undefined };

test('closing writes all queued entries in order', async () => {
  const audit = makeAuditLog(database(), IGNORED);
  const ids = numbered('closing', 2500);
  for (const id of ids) audit.record(aDraft(id));
  await audit.close();
  expect(await stored('closing')).toEqual(ids);
});

test('many entries are hashed in slices, and each gets the hash of its own variables', async () => {
  const audit = makeAuditLog(database(), IGNORED);
  const ids = numbered('hashed', 900);
  for (const id of ids) audit.record(aDraft(id, { variables: { values: { id }, bytes: 30 } }));
  const turns = await watchWork(async () => audit.close());
  const { rows } = await database().writePool.query<{ hashes: number }>(
    "select count(distinct variables_hash)::integer as hashes from audit_entry where starts_with(request_id, 'hashed')",
  );
  expect(rows).toEqual([{ hashes: 900 }]);
  // Two units of work per entry: hashing it and sealing its hashes.
  expect(turns.length).toBeGreaterThanOrEqual((2 * 900) / WORK_PER_TURN - 1);
  expect(Math.max(...turns)).toBeLessThanOrEqual(WORK_PER_TURN);
});

test('queued entries are soon written without a further call', async () => {
  const audit = makeAuditLog(database(), IGNORED);
  audit.record(aDraft('alone'));
  expect(audit.countWaiting()).toBe(1);
  await awaitUntil('it is stored', async () => (await stored('alone')).length === 1);
  await awaitUntil('it is no longer queued', async () => audit.countWaiting() === 0);
  await audit.close();
});

test('while Postgres is down entries are kept; those that exceed the queue are given up complete, without the values of variables', async () => {
  const away = openDatabase({
    url: 'postgres://x@127.0.0.1:1/x',
    readConnections: 1,
    writeConnections: 1,
    deadlineMs: 1000,
  });
  const lost: AuditEntry[] = [];
  // Simulates the end of an outage: the pool is replaced by that of a running database.
  let attempts = 0;
  const moved = {
    ...away,
    get writePool() {
      attempts += 1;
      return isBack ? database().writePool : away.writePool;
    },
  };
  let isBack = false;
  const audit = makeAuditLog(moved, {
    ...IGNORED,
    onGivenUp: (entry) => void lost.push(entry),
    maxWaiting: 3,
  });
  const ids = numbered('away', 5);
  for (const id of ids) audit.record(aDraft(id));
  expect(lost.map(({ requestId }) => requestId)).toEqual(ids.slice(3));
  expect(JSON.stringify(lost)).not.toContain('secretuser');
  expect(lost[0]).toMatchObject({
    callerName: 'soc "1" \\ {a,b}',
    rootFields: ['hosts', 'sessions'],
    rows: 3,
  });
  await awaitUntil('a write was tried twice', async () => attempts >= 2);
  expect(audit.countWaiting()).toBe(3);
  isBack = true;
  await awaitUntil('they are stored', async () => (await stored('away')).length === 3);
  expect(await stored('away')).toEqual(ids.slice(0, 3));
  await audit.close();
  await away.close();
});

test('large variables are hashed like small ones', async () => {
  const audit = makeAuditLog(database(), IGNORED);
  for (const bytes of [30, 50_000])
    audit.record(aDraft(`sized${bytes}`, { variables: { values: { a: [1, { b: 2 }] }, bytes } }));
  await audit.close();
  const { rows } = await database().writePool.query(
    `select count(distinct variables_hash)::integer as hashes, count(variables_hash)::integer as entries from audit_entry where starts_with(request_id, 'sized')`,
  );
  expect(rows).toEqual([{ hashes: 1, entries: 2 }]);
});

test('retention deletes only older entries', async () => {
  const audit = makeAuditLog(database(), IGNORED);
  audit.record(aDraft('kept'));
  await audit.close();
  await database().writePool.query(
    `insert into audit_entry select gen_random_uuid(), '2020-01-01'::timestamptz + n * interval '1 second', caller_kind, caller_name,
       key_id, address, 'old', operation_type, operation_name, root_fields, document_hash, variables_hash, outcome, error_codes, rows,
       cost, duration_ms, accepted, duplicates, rejected
     from audit_entry, generate_series(0, 6000) as n where request_id = 'kept'`,
  );
  expect(await deleteAuditEntries(database(), '2020-01-01T00:00:01.000000Z')).toBe(1);
  expect(await deleteAuditEntries(database(), '2021-01-01T00:00:00.000000Z')).toBe(6000);
  expect([await stored('kept'), await stored('old')]).toEqual([['kept'], []]);
});

test('an entry that Postgres rejects does not block others', async () => {
  const lost: AuditEntry[] = [];
  const audit = makeAuditLog(database(), { ...IGNORED, onGivenUp: (entry) => void lost.push(entry) });
  audit.record(aDraft('refused', { address: 'no address' }));
  await awaitUntil('it is given up', async () => lost.length === 1);
  audit.record(aDraft('next'));
  await audit.close();
  expect([await stored('refused'), await stored('next')]).toEqual([[], ['next']]);
});
