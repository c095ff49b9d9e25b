import { asFields } from '../fields.ts';
import { mapSyslogMessage } from '../linux/mapSyslogMessage.ts';
import { parseAudit } from '../linux/parseAudit.ts';
import { parseSyslogLine } from '../linux/parseSyslog.ts';
import { isRawText } from './rawText.ts';
import type { Wrapper } from './wrapper.ts';

/** The raw line or event XML that an event of OCSF was made from. https://schema.ocsf.io */
export const OCSF_RAW_DATA: Wrapper = {
  name: 'OCSF with raw_data',
  of: 'OBJECT',
  marks: ['class_uid', 'raw_data'],
  open: ({ class_uid: type, raw_data: raw, device, time_dt: time }) => {
    if (Number(type) !== 3002 || !isRawText(raw) || !isLogin(raw)) return null;
    const { hostname } = asFields(device);
    const known = {
      hostname: typeof hostname === 'string' ? hostname : undefined,
      time: typeof time === 'string' ? time : undefined,
    };
    return [{ value: raw, known }];
  },
};

/**
 * Whether the raw record is read: it is one of auditd, or of PAM and understood, or reports a login or logout. Otherwise only the source of the event
 * understood it, such as the line of a VPN server or raw JSON, and the event itself is read.
 */
const isLogin = (raw: string): boolean => {
  if (raw.startsWith('{')) return false;
  if (/^<[E?]/.test(raw)) return true;
  if (parseAudit(raw) !== null) return true;
  const message = parseSyslogLine(raw);
  if (message === null) return false;
  const { kind, sensorEvent } = mapSyslogMessage(message);
  return (kind === 'SKIPPED' && sensorEvent === OF_PAM) || !NO_LOGIN.has(kind);
};

/** The end of a connection is a logout only together with its login. */
const NO_LOGIN = new Set(['UNRELATED', 'NOT_UNDERSTOOD', 'SKIPPED', 'CONNECTION_END']);
/** What PAM says of cron, sudo and login screens is understood: it is not a login, also if the source calls it one. */
const OF_PAM = 'PAM other';
