import type { WindowsRecord } from './windowsRecord.ts';

/** Returns the reason why a record with this channel and event id is not a session event; null if it may be one. */
export const reasonToSkip = ({ channel, eventId }: WindowsRecord): string | null => {
  if (channel === 'security' && MAPPED_EVENTS.has(eventId)) return null;
  return SKIPPED_EVENTS.get(channel)?.get(eventId) ?? `not a session event (${channel.slice(0, 100)})`;
};

const MAPPED_EVENTS = new Set([4624, 4625, 4634, 4647, 4778, 4779, 4800, 4801]);

const SESSION_MANAGER = 'TerminalServices session manager';
const CONNECTION_MANAGER = 'TerminalServices connection manager';

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
      [4648, '4648 explicit credentials: no CAR action'],
      [4672, '4672 special privileges: no CAR action'],
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
