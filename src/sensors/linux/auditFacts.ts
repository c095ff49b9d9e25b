import { getRecent, setRecent } from '../recentMap.ts';
import type { RecentMap } from '../recentMap.ts';

import type { AuditRecord } from './parseAudit.ts';

/** The details of logins from all records of their processes, by host and pid. Mutable; changed only by the functions in this file. */
export type ProcessFacts = RecentMap<Facts>;

export type FactValues = ReadonlyMap<string, string>;

type Facts = {
  /** The time of the last record, in the clock of the records. */
  readonly lastMs: number;
  readonly session: string | undefined;
  readonly values: Map<string, string>;
};

const FACTS = ['acct', 'addr', 'rport', 'laddr', 'lport'];

/** Notes the details that a record has. */
export const noteFacts = (facts: ProcessFacts, host: string, record: AuditRecord): void => {
  const { fields } = record;
  const pid = fields.get('pid');
  const told = FACTS.filter((name) => fields.has(name));
  if (pid === undefined || told.length === 0) return;
  const key = `${host} ${pid}`;
  const before = getRecent(facts, key);
  const same = before !== undefined && isSameProcess(before, record) ? before : null;
  const values = same?.values ?? new Map<string, string>();
  for (const name of told) {
    if (!values.has(name)) values.set(name, fields.get(name) ?? '');
  }
  setRecent(facts, key, {
    lastMs: Math.max(clockOf(record), same?.lastMs ?? 0),
    session: fields.get('ses') ?? same?.session,
    values,
  });
};

/** Returns the details of the process of a record; null if none are known. */
export const factsOf = (facts: ProcessFacts, host: string, record: AuditRecord): FactValues | null => {
  const found = getRecent(facts, `${host} ${record.fields.get('pid') ?? ''}`);
  return found !== undefined && isSameProcess(found, record) ? found.values : null;
};

/** A pid is used again later, by another process. All records of a session have its number; before it begins, sshd waits 120 s for a login. */
const isSameProcess = ({ lastMs, session }: Facts, record: AuditRecord): boolean => {
  const own = record.fields.get('ses');
  if (own !== undefined && session !== undefined) return own === session;
  return Math.abs(clockOf(record) - lastMs) <= SAME_PROCESS_MS;
};

const SAME_PROCESS_MS = 600_000;

const clockOf = ({ clock }: AuditRecord): number => {
  if (clock.kind === 'UNIX') return clock.timeMs;
  return clock.kind === 'LOCAL' ? clock.wallMs : 0;
};
