import { asFields } from '../fields.ts';
import { parseSyslogLine } from '../linux/parseSyslog.ts';
import type { SyslogMessage } from '../linux/parseSyslog.ts';

import { parseWindowsCef } from '../windows/text/parseWindowsCef.ts';
import { parseSyslogEvent } from '../windows/text/parseSyslogEvent.ts';
import { BEHIND_HEADER } from './marks.ts';
import type { Inner, Wrapper } from './wrapper.ts';

/**
 * A record of another log in a line of syslog: auditd's by audisp-syslog or by a tail of audit.log (rsyslog's imfile), an event of Windows by
 * Snare, by a connector in CEF, by NXLog, or as its rendered message. The record is the whole text of the line, so a name in a message cannot forge one.
 */
export const SYSLOG_CONTENT: Wrapper = {
  name: 'a record in a line of syslog',
  of: 'TEXT',
  mark: BEHIND_HEADER,
  open: (line) => {
    const message = parseSyslogLine(line);
    const value = message === null ? null : findRecord(message);
    if (message === null || value === null) return null;
    const known = {
      hostname: message.host ?? undefined,
      time: ZONED.test(message.time) ? message.time : undefined,
    };
    return [{ value, known } satisfies Inner];
  },
};

const ZONED = /(?:Z|[+-]\d\d:?\d\d)$/;

const findRecord = (message: SyslogMessage): unknown => {
  const { host, program, time, text, source } = message;
  if (AUDIT.test(text)) return text;
  // Without a tag of syslog, the first word of the record stands in its place.
  if (RECORD_AS_TAG.test(program)) return source.slice(source.indexOf(program));
  if (text.startsWith(SNARE) || text.startsWith('<Event')) return text;
  // Connectors of other products write CEF, too.
  if (text.startsWith('CEF:')) return parseWindowsCef(text);
  const [, parameters] = source.includes(NXLOG)
    ? (NXLOG_DATA.exec(source.slice(source.indexOf(NXLOG))) ?? [])
    : [];
  if (parameters !== undefined) {
    return { SourceName: program, ...parseParameters(parameters), Hostname: host, TimeCreated: time };
  }
  return (
    parseEvent(text.startsWith(CEE) ? text.slice(CEE.length).trimStart() : text) ?? parseSyslogEvent(message)
  );
};

const AUDIT = /^(?:node=\S+ )?type=\S+ msg=audit\(/;
const SNARE = 'MSWinEventLog';
const RECORD_AS_TAG = /^(?:type=|node=|MSWinEventLog$|CEF$)/;
/** rsyslog writes it before JSON. */
const CEE = '@cee:';

/** Parses JSON if it is an event of Windows or an entry of the journal; null otherwise: many programs write JSON. */
const parseEvent = (text: string): unknown => {
  if (!text.startsWith('{')) return null;
  try {
    const value: unknown = JSON.parse(text);
    return EVENT_MARKS.some((mark) => Object.hasOwn(asFields(value), mark)) ? value : null;
  } catch {
    return null;
  }
};

const EVENT_MARKS = ['EventID', 'EventId', 'event_id', 'Event', 'winlog', '__REALTIME_TIMESTAMP'];

/** NXLog's to_syslog_ietf() writes the fields of an event as structured data. https://docs.nxlog.co/refman/current/xm/syslog.html */
const NXLOG = '[NXLOG@14506 ';
const NXLOG_DATA = /^\[NXLOG@14506 ((?:\\.|[^\]\\])*)\]/s;
const PARAMETER = /([\w.-]{1,64})="((?:\\.|[^"\\])*)"\s*/gsy;

const parseParameters = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...text.matchAll(PARAMETER)].map(([, name = '', value = '']) => [
      name,
      value.replaceAll(/\\(["\]\\])/g, '$1'),
    ]),
  );
