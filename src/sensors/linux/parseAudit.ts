/** A record of auditd whose fields are not parsed yet. Most are of types that no sensor reads. */
export type AuditHeader = {
  /** The value of `node=`, which auditd writes if it is configured to. */
  readonly node: string | null;
  readonly type: string;
  readonly clock: AuditClock;
  readonly serial: string;
  /** The fields, not parsed. */
  readonly text: string;
};

/** A record of auditd. */
export type AuditRecord = AuditHeader & {
  readonly fields: ReadonlyMap<string, string>;
  /** The name of the account that logs in, as the enriched format appends it. */
  readonly interpretedName: string | null;
};

/** The time of a record: LOCAL as `ausearch -i` writes it, in the zone of the machine on which it ran. */
export type AuditClock =
  | { readonly kind: 'UNIX'; readonly timeMs: number }
  | { readonly kind: 'LOCAL'; readonly wallMs: number; readonly fraction: string }
  | { readonly kind: 'UNKNOWN' };

const LINE = /^(?:node=(\S+) )?type=(\S+) msg=audit\(([^()]{1,60})\.(\d{3}):(\d{1,19})\) ?:?(.*)/s;
/** A word, with its value when it has one. A run of word characters without "=" is one match, so that no search begins in its middle. */
const FIELD = /([\w-]+)(?:=(?:"([^"]*)"|([^\s"']*)))?/g;
/** Separates the fields that ausearch and the enriched format append: the same values, as names. */
const INTERPRETED = '\u001D';

/** A line that begins like those of auditd and is truncated or otherwise damaged. */
export const DAMAGED = 'DAMAGED';
/** What ausearch writes between events: a line of hyphens, and the time of the next event, which its records have, too. */
export const SEPARATOR = 'SEPARATOR';

export type AuditLine = AuditHeader | typeof DAMAGED | typeof SEPARATOR;

const BEGINNING = /^(?:node=\S+ )?type=\S+ msg=/;

/** Parses a line of /var/log/audit/audit.log, or of the output of ausearch; null for any other text. */
export const parseAudit = (text: string): AuditLine | null => {
  if (!text.startsWith('type=') && !text.startsWith('node=')) return isSeparator(text) ? SEPARATOR : null;
  const match = LINE.exec(text.trimEnd());
  if (match === null) return BEGINNING.test(text) ? DAMAGED : null;
  const [, node, type = '', seconds = '', milliseconds = '', serial = '', rest = ''] = match;
  const clock = readClock(seconds, milliseconds);
  // auditd writes names with blanks in hexadecimal, so this is the beginning of another record: the first one was torn.
  if (clock.kind === 'UNIX' && rest.includes(' msg=audit(')) return DAMAGED;
  if (isTruncated(rest)) return DAMAGED;
  return { node: node ?? null, type, clock, serial, text: rest.trimStart() };
};

/** Whether the end of the message is missing, which has the result. */
const isTruncated = (text: string): boolean => {
  const start = text.indexOf(MESSAGE);
  return start >= 0 && !text.includes("'", start + MESSAGE.length);
};

const MESSAGE = " msg='";

export const parseFields = (header: AuditHeader): AuditRecord => {
  const [own = '', interpreted = ''] = header.text.split(INTERPRETED, 2);
  const fields = readFields(own.replace(" msg='", ' '), header.clock.kind !== 'UNIX');
  return { ...header, fields, interpretedName: findInterpretedName(interpreted) };
};

const findInterpretedName = (text: string): string | null => {
  const start = ` ${text}`.indexOf(INTERPRETED_ID);
  if (start < 0) return null;
  const rest = text.slice(start + INTERPRETED_ID.length - 1);
  const name = rest.slice(0, Math.max(rest.indexOf('"'), 0));
  // `unknown(1000)` is the id of an account without a name.
  return NOT_KNOWN.has(name) || name.startsWith('unknown(') ? null : name;
};

const INTERPRETED_ID = ' ID="';

const isSeparator = (text: string): boolean => SEPARATORS.test(text);
const SEPARATORS = /^(?:time->|----\s*$)/;

const readFields = (text: string, isInterpreted: boolean): ReadonlyMap<string, string> => {
  const fields = new Map<string, string>();
  const account = isInterpreted ? takeAccount(text) : null;
  if (account !== null && !NOT_KNOWN.has(account.name)) fields.set('acct', account.name);
  for (const [, name = '', quoted, plain = ''] of (account?.others ?? text).matchAll(FIELD)) {
    const value = quoted ?? (name === 'acct' ? decodeHex(plain) : plain.replace(/[),]{1,2}$/, ''));
    if (!fields.has(name) && !NOT_KNOWN.has(value)) fields.set(name, value);
  }
  return fields;
};

/** `ausearch -i` writes names without quotes, also those with blanks, which attackers choose. The program is the next field. */
const takeAccount = (text: string): { readonly name: string; readonly others: string } | null => {
  const start = text.indexOf(' acct=');
  const end = text.lastIndexOf(' exe=');
  if (start < 0 || end < start) return null;
  return {
    name: text.slice(start + ' acct='.length, end).trim(),
    others: text.slice(0, start) + text.slice(end),
  };
};

const NOT_KNOWN = new Set([
  '',
  '?',
  '(none)',
  '(null)',
  '(unknown)',
  '(unknown user)',
  '(invalid user)',
  '4294967295',
  '-1',
  'unset',
]);

/** auditd writes names with blanks and other special characters, which attackers choose, in hexadecimal without quotes. */
const decodeHex = (text: string): string =>
  /^(?:[\dA-F]{2})+$/.test(text) ? Buffer.from(text, 'hex').toString('utf8').replaceAll('\0', '') : text;

const readClock = (seconds: string, milliseconds: string): AuditClock => {
  if (/^\d{1,12}$/.test(seconds)) {
    return { kind: 'UNIX', timeMs: Number(seconds) * 1000 + Number(milliseconds) };
  }
  const wallMs = readDate(seconds);
  return wallMs === null ? { kind: 'UNKNOWN' } : { kind: 'LOCAL', wallMs, fraction: milliseconds };
};

/** The date is in the order of the locale: month/day/year in en_US and C (with two digits of the year), day.month.year, or ISO 8601. */
const DATES = [
  { pattern: /^(\d{2})\/(\d{2})\/(\d{4}|\d{2}) (\d{2}):(\d{2}):(\d{2})$/, order: [2, 0, 1] },
  { pattern: /^(\d{2})\.(\d{2})\.(\d{4}|\d{2}) (\d{2}):(\d{2}):(\d{2})$/, order: [2, 1, 0] },
  { pattern: /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/, order: [0, 1, 2] },
] as const;

const readDate = (text: string): number | null => {
  for (const { pattern, order } of DATES) {
    const numbers = pattern.exec(text)?.slice(1).map(Number);
    if (numbers === undefined) continue;
    const [year = 0, month = 0, day = 0] = order.map((index) => numbers[index] ?? 0);
    const [hour = 0, minute = 0, second = 0] = numbers.slice(3);
    const wallMs = Date.UTC(year < 100 ? 2000 + year : year, month - 1, day, hour, minute, second);
    const date = new Date(wallMs);
    const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    return isReal && hour < 24 && minute < 60 && second < 60 ? wallMs : null;
  }
  return null;
};
