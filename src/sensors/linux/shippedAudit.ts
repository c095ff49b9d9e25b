import type { Ask, Join, NoteValues } from '../../model/joins/join.ts';

import { readName, readValue } from '../fieldValues.ts';
import { KEPT_MS } from '../notes.ts';

import type { AuditRecord } from './parseAudit.ts';

/** A record of a request. */
type Shipped = { readonly record: AuditRecord; readonly hostname: string; readonly timeMs: number };

const SOURCE = 'audit';
/** sshd waits 120 s for a login; after that, another process may have the pid. */
const SAME_PROCESS_MS = 600_000;

/** The fields of an event that another record of its process may state, by their names in auditd. */
const FACTS = { acct: 'user', addr: 'srcIp', rport: 'srcPort', laddr: 'destIp', lport: 'destPort' } as const;

/** Leaves the details of a login for the other records of its process. */
export const tellFacts = ({ record, hostname, timeMs }: Shipped): Join | null => {
  const { fields } = record;
  const values = factsOf(fields);
  if (Object.keys(values).length === 0) return null;
  const session = fields.get('ses');
  return {
    hostname,
    timeMs,
    source: SOURCE,
    asks: [],
    tells: [
      {
        key: factsKey(record),
        values: session === undefined ? values : { ...values, session },
        keepMs: KEPT_MS.LOGIN,
      },
    ],
  };
};

const factsOf = (fields: AuditRecord['fields']): NoteValues => {
  const values: Record<string, string | number> = {};
  for (const [name, field] of Object.entries(FACTS)) {
    const text = fields.get(name);
    if (text === undefined) continue;
    if (field === 'user') Object.assign(values, { user: readName({ user: text }, 'user') });
    else if (field.endsWith('Port')) Object.assign(values, { [field]: toPort(text) });
    else Object.assign(values, { [field]: readValue({ text }, 'text') });
  }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
};

/**
 * The join of the start or end of a session. Two records report it, one of PAM and one of the program, in either order: the first one is the event.
 * The other records of the process state what the event lacks.
 */
export const joinAudit = (
  { record, hostname, timeMs }: Shipped,
  { kind, isOfPam, isLocal }: { readonly kind: string; readonly isOfPam: boolean; readonly isLocal: boolean },
): Join => {
  const session = record.fields.get('ses');
  const keyOf = (by: string): string => `audit ${kind} ${session ?? ''} ${pidOf(record)} ${by}`;
  const facts = tellFacts({ record, hostname, timeMs });
  const filled: Ask = {
    key: factsKey(record),
    withinMs: SAME_PROCESS_MS,
    ...(session === undefined ? {} : { near: { session } }),
    effect: { kind: 'FILL', fields: isLocal || kind === 'END' ? ['user'] : Object.values(FACTS) },
  };
  return {
    hostname,
    timeMs,
    source: SOURCE,
    asks: [
      { key: keyOf(isOfPam ? 'program' : 'PAM'), withinMs: SAME_PROCESS_MS, effect: { kind: 'SKIP' } },
      filled,
    ],
    tells: [
      { key: keyOf(isOfPam ? 'PAM' : 'program'), values: {}, keepMs: KEPT_MS.LOGIN },
      ...(facts?.tells ?? []),
    ],
  };
};

const factsKey = (record: AuditRecord): string => `audit ${pidOf(record)}`;

const pidOf = ({ fields }: AuditRecord): string => fields.get('pid') ?? '';

/** A port; undefined for any other text. */
export const toPort = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : undefined;
