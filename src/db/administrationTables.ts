import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  customType,
  doublePrecision,
  inet,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';

import type { Scope } from '../model/access/scope.ts';
import type { AuditedCaller, OperationType } from '../model/audit/auditEntry.ts';
import type { AuditOutcome } from '../model/audit/auditOutcome.ts';
import type { NoteValues } from '../model/joins/join.ts';

import { instant } from './tables.ts';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** API keys. Only the hash of a secret is stored. A revoked key stays, so that the audit can still show its name. */
export const apiKey = pgTable(
  'api_key',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    secretHash: bytes('secret_hash').notNull(),
    scopes: text().array().$type<readonly Scope[]>().notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at'),
    lastUsedAt: instant('last_used_at'),
    revokedAt: instant('revoked_at'),
  },
  () => [
    check('api_key_id', sql`id ~ '^[0-9a-f]{16}$'`),
    check('api_key_name', sql`char_length(name) between 1 and 100`),
    check('api_key_secret_hash', sql`octet_length(secret_hash) = 32`),
    check(
      'api_key_scopes',
      sql`cardinality(scopes) > 0 and scopes <@ array['events:read', 'events:write', 'admin']`,
    ),
  ],
);

/** Who ran which operation when. Entries are never changed, and only deleted when they expire. */
export const auditEntry = pgTable(
  'audit_entry',
  {
    uuid: uuid('id').notNull(),
    time: instant().notNull(),
    callerKind: text('caller_kind').$type<AuditedCaller>().notNull(),
    callerName: text('caller_name').notNull(),
    keyId: text('key_id'),
    address: inet(),
    requestId: text('request_id').notNull(),
    operationType: text('operation_type').$type<OperationType>(),
    operationName: text('operation_name'),
    rootFields: text('root_fields').array().notNull(),
    documentHash: text('document_hash'),
    variablesHash: text('variables_hash'),
    outcome: text().$type<AuditOutcome>().notNull(),
    errorCodes: text('error_codes').array().notNull(),
    rows: bigint({ mode: 'number' }),
    cost: bigint({ mode: 'number' }),
    durationMs: doublePrecision('duration_ms').notNull(),
    accepted: integer(),
    duplicates: integer(),
    rejected: integer(),
  },
  (row) => [primaryKey({ name: 'audit_entry_pkey', columns: [row.time, row.uuid] })],
);

/** Settings that are fixed when the database is created, such as HOSTNAMES, because stored events depend on them. */
export const databaseSetting = pgTable('database_setting', {
  name: text().primaryKey(),
  value: text().notNull(),
});

/** Secrets of the database, such as the one for the hashes in the audit. They are separate from the settings, which the reader may read. */
export const databaseSecret = pgTable('database_secret', {
  name: text().primaryKey(),
  value: text().notNull(),
});

/** The progress of maintenance, so that the next run can resume an interrupted one. It contains names of hosts and accounts that are erased. */
export const maintenanceProgress = pgTable('maintenance_progress', {
  name: text().primaryKey(),
  value: text().notNull(),
});

/**
 * What records of shipped logs left for later records of their hosts, such as the process that sshd accepted a login in. Maintenance deletes
 * what has expired.
 */
export const joinNote = pgTable(
  'join_note',
  {
    hostname: text().notNull(),
    key: text().notNull(),
    timeMs: bigint('time_ms', { mode: 'number' }).notNull(),
    /** The beginning of the source ids of the log that left it: `text`, `audit`, `utmp`, `windows`. */
    source: text().notNull(),
    values: jsonb('fields').$type<NoteValues>().notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (row) => [primaryKey({ name: 'join_note_pkey', columns: [row.hostname, row.key, row.timeMs] })],
);

/**
 * The budgets of callers, as token buckets: what no server has leased. Unlogged: a crash refills them, and a lease waits for no disk. Servers delete
 * those that are full again.
 */
export const budget = pgTable('budget', {
  id: text().primaryKey(),
  level: doublePrecision().notNull(),
  refilledAt: instant('refilled_at').notNull(),
});

/** What each server has leased of a budget and not spent, as far as it said. It expires, for servers that end without returning it. Unlogged. */
export const budgetLease = pgTable(
  'budget_lease',
  {
    budgetId: text('budget_id').notNull(),
    serverId: uuid('server_id').notNull(),
    amount: doublePrecision().notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (row) => [primaryKey({ name: 'budget_lease_pkey', columns: [row.budgetId, row.serverId] })],
);
