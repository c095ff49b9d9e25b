import type { LoginType } from '../../model/action.ts';
import { isLocalLoginType } from '../../model/action.ts';

import { readName } from '../fieldValues.ts';
import type { EventOutcome, OutcomeOrigin } from '../sensor.ts';
import type { RemoteInput } from '../sessionEventInput.ts';

import type { FactValues } from './auditFacts.ts';
import { loginIdOfSession } from './loginIdOfSession.ts';
import type { AuditRecord } from './parseAudit.ts';
import { toPort } from './shippedAudit.ts';

/** A record of the start or end of a session, with its host and time. */
type AuditedSession = {
  readonly record: AuditRecord;
  readonly hostname: string;
  readonly time: string;
  readonly timeMs: number;
  readonly origin: OutcomeOrigin;
};

/** The event of the start or end of a session. `facts` are the details from other records of the process. */
export const makeAuditEvent = (
  { record, hostname, origin, time, timeMs }: AuditedSession,
  facts: FactValues,
): EventOutcome => {
  const { type, fields } = record;
  const find = (name: string): string | undefined => fields.get(name) ?? facts.get(name);
  const loginType = auditLoginType(fields);
  const common: RemoteInput = {
    time,
    hostname,
    user: readName({ user: find('acct') ?? nameOf(fields) ?? record.interpretedName }, 'user'),
    uid: uidOf(fields),
    loginId: toLoginId(fields.get('ses')),
    sourceId: `audit/${record.serial}`,
    loginType,
  };
  if (type === 'USER_LOGOUT' || type === 'USER_END')
    return { kind: 'EVENT', event: { logout: common }, timeMs, origin };
  const loginSuccessful = isSuccess(fields);
  const login = {
    ...common,
    ...(loginSuccessful ? {} : { loginId: undefined, uid: undefined }),
    ...(isLocalLoginType(loginType) ? {} : endpointsOf(find)),
    loginSuccessful,
  };
  return { kind: 'EVENT', event: { login }, timeMs, origin };
};

/** Whether a record reports success. */
export const isSuccess = (fields: AuditRecord['fields']): boolean =>
  /^(?:success|yes|1)$/.test(fields.get('res') ?? '');

const endpointsOf = (find: (name: string) => string | undefined) => ({
  srcIp: find('addr'),
  srcPort: toPort(find('rport')),
  destIp: find('laddr'),
  destPort: toPort(find('lport')),
});

const toLoginId = (session: string | undefined): string | undefined =>
  session !== undefined && /^\d{1,10}$/.test(session) ? loginIdOfSession(session) : undefined;

/** `ausearch -i` writes the names of users for their ids, or `unknown(1000)`. */
const uidOf = (fields: AuditRecord['fields']): string | undefined =>
  /^(?:unknown\()?(\d{1,10})\)?$/.exec(fields.get('auid') ?? '')?.[1];

const nameOf = (fields: AuditRecord['fields']): string | undefined =>
  [fields.get('id'), fields.get('auid')].find(
    (value) => value !== undefined && !/^(?:unknown\(|\d+$)/.test(value),
  );

/** The programs of login screens. */
export const DISPLAY_MANAGERS =
  /^.*\/(?:gdm[\w-]*|lightdm|sddm[\w-]*|plasmalogin[\w-]*|[kxw]dm|lxdm|slim|greetd)$/s;

/** The login type in CAR; null for a terminal that shows none. */
export const auditLoginType = (fields: AuditRecord['fields']): LoginType | null => {
  const terminal = (fields.get('terminal') ?? '').replace('/dev/', '');
  const exe = fields.get('exe') ?? '';
  if (/\/(?:sshd|sshd-session|sshd-auth|cockpit-session)$/.test(exe) || terminal === 'ssh') return 'REMOTE';
  if (/\/xrdp-ses(?:man|exec)$/.test(exe)) return 'RDP';
  if (DISPLAY_MANAGERS.test(exe) || terminal.startsWith(':')) return 'INTERACTIVE';
  if (/^tty\d/.test(terminal)) return 'LOCAL';
  return terminal.startsWith('pts/') && fields.has('addr') ? 'REMOTE' : null;
};
