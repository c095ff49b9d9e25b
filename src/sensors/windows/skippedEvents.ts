import { readText } from '../fieldValues.ts';

import { isUnknownAudit } from './auditEvents.ts';
import type { WindowsRecord } from './windowsRecord.ts';

/** The outcome of a record that is not a session event. */
export type OtherOutcome =
  | { readonly kind: 'SKIPPED' | 'UNRELATED'; readonly reason: string }
  | { readonly kind: 'NOT_UNDERSTOOD'; readonly reason: string; readonly text: string };

/** Judges a record by its channel and event id; null if it may be a session event. */
export const judgeOther = (record: WindowsRecord): OtherOutcome | null => {
  const { channel, eventId, fields } = record;
  if (channel === 'security' && MAPPED_EVENTS.has(eventId)) return null;
  const known = reasonToSkip(record);
  if (known !== null) return { kind: 'SKIPPED', reason: known };
  if (!isUnknownAudit(record)) {
    return { kind: 'SKIPPED', reason: `not a session event (${channel.slice(0, 100)})` };
  }
  const text = [...Object.keys(fields), readText(fields, 'Message')].join(' ');
  return ABOUT_LOGINS.test(text)
    ? {
        kind: 'NOT_UNDERSTOOD',
        reason: 'Security: an event id that is not known',
        text: `security/${eventId}: ${text}`,
      }
    : { kind: 'UNRELATED', reason: 'Security: an event id that is not known, and nothing about logins' };
};

const reasonToSkip = ({ channel, provider, eventId }: WindowsRecord): string | null => {
  const ofSystem = channel === 'system' ? SYSTEM_EVENTS.get(eventId) : undefined;
  if (ofSystem !== undefined && provider.endsWith(ofSystem.provider)) return ofSystem.reason;
  return SKIPPED_EVENTS.get(channel)?.get(eventId) ?? null;
};

/** Field names such as TargetLogonId have no boundary between their words. */
const ABOUT_LOGINS = /log[io]n|session|password|authenti|user/i;

const MAPPED_EVENTS = new Set([4624, 4625, 4634, 4647, 4778, 4779, 4800, 4801]);

const SESSION_MANAGER = 'TerminalServices session manager';
const CONNECTION_MANAGER = 'TerminalServices connection manager';

/** Several providers of the System log use these numbers: the Service Control Manager writes 7001, too. */
const SYSTEM_EVENTS: ReadonlyMap<number, { readonly provider: string; readonly reason: string }> = new Map([
  [41, { provider: 'kernel-power', reason: '41 restart without a shutdown: repeats 12' }],
  [109, { provider: 'kernel-power', reason: '109 shutdown begun: repeats 13' }],
  [7001, { provider: 'winlogon', reason: '7001 logon notification: repeats 4624' }],
  [7002, { provider: 'winlogon', reason: '7002 logoff notification: repeats 4634' }],
]);

const CREDENTIALS = 'credentials checked: not a login at a host';

/** Reasons by channel and event id: records about hosts and sessions that prove nothing, for which CAR has no action, or which repeat others. */
const SKIPPED_EVENTS: ReadonlyMap<string, ReadonlyMap<number, string>> = new Map([
  [
    'system',
    new Map([
      [1074, '1074 shutdown requested: it may be cancelled'],
      [6005, '6005 event log started: repeats 12'],
    ]),
  ],
  [
    'security',
    new Map([
      [1102, '1102 log cleared: no CAR action'],
      [4627, '4627 groups of a logon: repeats 4624'],
      [4648, '4648 explicit credentials: no CAR action'],
      [4672, '4672 special privileges: no CAR action'],
      [4740, '4740 account locked out: no CAR action'],
      [4768, `4768 ${CREDENTIALS}`],
      [4769, `4769 ${CREDENTIALS}`],
      [4771, `4771 ${CREDENTIALS}`],
      [4776, `4776 ${CREDENTIALS}`],
      [4802, '4802 screen saver on: no CAR action'],
      [4803, '4803 screen saver off: no CAR action'],
    ]),
  ],
  [
    'microsoft-windows-terminalservices-localsessionmanager/operational',
    new Map([
      [21, `${SESSION_MANAGER} 21 logon: repeats 4624`],
      [22, `${SESSION_MANAGER} 22 shell start: no CAR action`],
      [23, `${SESSION_MANAGER} 23 logoff: repeats 4634`],
      [24, `${SESSION_MANAGER} 24 disconnect: repeats 4779`],
      [25, `${SESSION_MANAGER} 25 reconnect: repeats 4778`],
      [39, `${SESSION_MANAGER} 39 disconnect: no CAR action`],
      [40, `${SESSION_MANAGER} 40 disconnect: repeats 24`],
      [41, `${SESSION_MANAGER} 41 arbitration: no CAR action`],
      [42, `${SESSION_MANAGER} 42 arbitration: no CAR action`],
    ]),
  ],
  [
    'microsoft-windows-terminalservices-remoteconnectionmanager/operational',
    new Map([
      [261, `${CONNECTION_MANAGER} 261 connection: no CAR action`],
      [1149, `${CONNECTION_MANAGER} 1149 authentication: no CAR action`],
    ]),
  ],
]);
