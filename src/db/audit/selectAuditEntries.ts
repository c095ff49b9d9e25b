import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { AuditEntry } from '../../model/audit/auditEntry.ts';
import type { AuditPredicate } from '../../model/audit/parseAuditFilter.ts';
import type { Position } from '../../model/sessionEvent.ts';

import type { RequestDatabase } from '../makeRequestDatabase.ts';
import { compilePredicate } from '../compilePredicate.ts';
import type { Subject } from '../compilePredicate.ts';
import { countEach } from '../selectEach.ts';
import { auditEntry } from '../administrationTables.ts';

/** A page of the audit, ordered by (time, id). */
export type AuditPageQuery = {
  readonly predicate: AuditPredicate;
  readonly asOf: string;
  readonly scan: 'ASCENDING' | 'DESCENDING';
  /** Both exclusive, in the order of the scan. */
  readonly after: Position | null;
  readonly before: Position | null;
  readonly limit: number;
};

/** Reads a page of the audit. Index: audit_entry_pkey, from the edge of the page; conditions other than time are checked row by row. */
export const selectAuditEntries = async (
  db: RequestDatabase,
  { predicate, asOf, scan, after, before, limit }: AuditPageQuery,
): Promise<readonly AuditEntry[]> => {
  const isDescending = scan === 'DESCENDING';
  const direction = isDescending ? desc : asc;
  return db
    .select()
    .from(auditEntry)
    .where(
      and(
        compile(predicate, asOf),
        after === null ? undefined : isBeyond(after, isDescending),
        before === null ? undefined : isBeyond(before, !isDescending),
      ),
    )
    .orderBy(direction(auditEntry.time), direction(auditEntry.uuid))
    .limit(limit);
};

/** Counts entries, up to `cap` if there is one. Index: audit_entry_pkey. */
export const countAuditEntries = async (
  db: RequestDatabase,
  { predicate, asOf, cap }: Pick<AuditPageQuery, 'predicate' | 'asOf'> & { readonly cap: number | null },
): Promise<number> => {
  const [count = 0] = await countEach(db, [{ table: auditEntry, where: compile(predicate, asOf), cap }]);
  return count;
};

const TIMES: Subject = { columns: { time: auditEntry.time }, compileOwn: () => null };

const compile = (predicate: AuditPredicate, asOf: string): SQL | undefined => {
  const { callerName, keyId, operationName, rootField, variablesHash, outcome, time } = predicate;
  return and(
    compilePredicate(time, asOf, TIMES),
    callerName === null ? undefined : eq(auditEntry.callerName, callerName),
    keyId === null ? undefined : eq(auditEntry.keyId, keyId),
    operationName === null ? undefined : eq(auditEntry.operationName, operationName),
    rootField === null ? undefined : sql`${rootField} = any(${auditEntry.rootFields})`,
    variablesHash === null ? undefined : eq(auditEntry.variablesHash, variablesHash),
    outcome === null ? undefined : eq(auditEntry.outcome, outcome),
  );
};

const isBeyond = ({ time, uuid }: Position, isEarlier: boolean): SQL => {
  const key = sql`(${auditEntry.time}, ${auditEntry.uuid})`;
  const edge = sql`(${time}::timestamptz, ${uuid}::uuid)`;
  return isEarlier ? sql`${key} < ${edge}` : sql`${key} > ${edge}`;
};
