import type { Action } from '../model/action.ts';
import type { ContextKind } from '../model/contextEvent.ts';
import type { EndReason } from '../model/session/session.ts';
import { toMicroseconds } from '../model/session/sessionRank.ts';

import { asArray, asText } from '../client/looseJson.ts';
import type { JsonObject } from '../client/looseJson.ts';

import {
  CONTEXT_KIND_OF,
  EXPORTED_CONTEXT_FIELDS,
  EXPORTED_EVENT_FIELDS,
  EXPORTED_SESSION_FIELDS,
} from './exportedList.ts';
import type { ListName } from './exportedList.ts';
import { formatLine, pickKnown } from './format.ts';
import type { ExportFormat } from './format.ts';

/** A point on a timeline of Timesketch. */
type Point = { readonly time: string; readonly kind: string; readonly message: string };

/**
 * Formats a line of the JSONL that Timesketch imports: `message`, `datetime` and `timestamp_desc` are required, all other fields are columns.
 * `timestamp`, in microseconds, avoids that Timesketch computes it from the text in floating point.
 * https://timesketch.org/guides/user/import-from-json-csv/
 */
const formatPoint = ({ time, kind, message }: Point, columns: JsonObject): string =>
  formatLine({
    message,
    datetime: time.replace('Z', '+00:00'),
    timestamp: toMicroseconds(time),
    timestamp_desc: kind,
    ...columns,
  });

const formatEvent = (row: JsonObject): string => {
  const isFailed = row['loginSuccessful'] === false;
  const { kind, verb } = (isFailed ? FAILED_LOGIN : ACTIONS[asText(row['action'])]) ?? UNKNOWN;
  const from = asText(row['srcIp']);
  const message = `${nameOf(row)} ${verb} ${placeOf(row, from === '' ? [] : [from])}`;
  return formatPoint({ time: asText(row['time']), kind, message }, pickKnown(row, ['action', ...OTHERS]));
};

const OTHERS = EXPORTED_EVENT_FIELDS.filter((field) => field !== 'time');

const FAILED_LOGIN = { kind: 'Failed login', verb: 'failed to log in to' };
const UNKNOWN = { kind: 'Event', verb: 'did something on' };
const ACTIONS: Readonly<Record<string, typeof UNKNOWN>> = {
  LOGIN: { kind: 'Login', verb: 'logged in to' },
  LOGOUT: { kind: 'Logout', verb: 'logged out of' },
  RECONNECT: { kind: 'Reconnect', verb: 'reconnected to' },
  LOCK: { kind: 'Lock', verb: 'locked' },
  UNLOCK: { kind: 'Unlock', verb: 'unlocked' },
} satisfies Record<Action, typeof UNKNOWN>;

/** Formats a session as two points: its start and, if known, its end. */
const formatSession = (row: JsonObject): string => {
  const sources = asArray(row['srcIps']).map(asText);
  const name = `session of ${nameOf(row)} on ${placeOf(row, sources)}`;
  const columns = pickKnown({ ...row, srcIps: sources.join(' ') || null }, EXPORTED_SESSION_FIELDS);
  const began = row['startReason'] === 'FIRST_SEEN' ? 'was first seen' : 'began';
  const start = { time: asText(row['startedAt']), kind: 'Session start', message: `${name} ${began}` };
  const endedAt = asText(row['endedAt']);
  const ended = ENDED[asText(row['endReason'])] ?? 'ended';
  const end = { time: endedAt, kind: 'Session end', message: `${name} ${ended}` };
  return formatPoint(start, columns) + (endedAt === '' ? '' : formatPoint(end, columns));
};

/** Ends without a logout are upper bounds. */
const ENDED: Readonly<Record<string, string>> = {
  LOGOUT: 'ended by logout',
  SUPERSEDED: 'had ended, because its login id was used again',
  HOST_STOP: 'ended, because its host stopped',
  HOST_RESTART: 'had ended, because its host restarted',
} satisfies Record<EndReason, string>;

const formatContextEvent = (row: JsonObject): string => {
  const kind = CONTEXT_KIND_OF[asText(row['__typename'])];
  const { kind: shown, describe } = kind === undefined ? UNKNOWN_CONTEXT : CONTEXT[kind];
  const columns = pickKnown({ ...row, kind }, ['kind', ...EXPORTED_CONTEXT_FIELDS.slice(1)]);
  return formatPoint({ time: asText(row['time']), kind: shown, message: describe(row) }, columns);
};

type Context = { readonly kind: string; readonly describe: (row: JsonObject) => string };

const UNKNOWN_CONTEXT: Context = {
  kind: 'Context event',
  describe: ({ hostname }) => `something happened on ${asText(hostname)}`,
};
const CONTEXT: Readonly<Record<ContextKind, Context>> = {
  HOST_START: { kind: 'Host start', describe: ({ hostname }) => `${asText(hostname)} started` },
  HOST_STOP: { kind: 'Host stop', describe: ({ hostname }) => `${asText(hostname)} stopped` },
  HOST_SEEN: { kind: 'Host seen', describe: ({ hostname }) => `${asText(hostname)} was running` },
  DISCONNECT: {
    kind: 'Disconnect',
    describe: (row) => {
      const from = asText(row['srcIp']);
      return `session of ${nameOf(row)} on ${placeOf(row, from === '' ? [] : [from])} was disconnected`;
    },
  },
};

const nameOf = ({ user, uid }: JsonObject): string => asText(user) || asText(uid) || 'an unknown user';

/** `WORKSTATION5 (RDP) from 1.2.3.4` */
const placeOf = ({ hostname, loginType }: JsonObject, sources: readonly string[]): string => {
  const how = asText(loginType) === '' ? '' : ` (${asText(loginType)})`;
  const from = sources.length === 0 ? '' : ` from ${sources.join(', ')}`;
  return `${asText(hostname)}${how}${from}`;
};

/** The lists as lines for a timeline in Timesketch. */
export const TIMESKETCH: Readonly<Record<ListName, ExportFormat>> = {
  events: { head: '', formatRow: formatEvent },
  sessions: { head: '', formatRow: formatSession },
  'context-events': { head: '', formatRow: formatContextEvent },
};
