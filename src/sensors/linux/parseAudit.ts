/** A record of auditd. */
export type AuditRecord = {
  /** The value of `node=`, which auditd writes if it is configured to. */
  readonly node: string | null;
  readonly type: string;
  readonly timeMs: number;
  readonly serial: string;
  readonly fields: ReadonlyMap<string, string>;
};

const LINE = /^(?:node=(\S+) )?type=(\S+) msg=audit\((\d{1,12})\.(\d{3}):(\d{1,19})\):?(.*)/s;
/** A word, with its value when it has one. A run of word characters without "=" is one match, so that no search begins in its middle. */
const FIELD = /([\w-]+)(?:=(?:"([^"]*)"|([^\s"']*)))?/g;
/** Separates the fields that ausearch and the enriched format append: the same values, as names. */
const INTERPRETED = '\u001D';

/** A line that begins like those of auditd and is truncated or otherwise damaged. */
export const DAMAGED = 'DAMAGED';

export type AuditLine = AuditRecord | typeof DAMAGED;

const BEGINNING = /^(?:node=\S+ )?type=\S+ msg=/;

/** Parses a line of /var/log/audit/audit.log; null for any other text. */
export const parseAudit = (text: string): AuditLine | null => {
  if (!text.startsWith('type=') && !text.startsWith('node=')) return null;
  const match = LINE.exec(text.trimEnd());
  if (match === null) return BEGINNING.test(text) ? DAMAGED : null;
  const [, node, type = '', seconds = '', milliseconds = '', serial = '', rest = ''] = match;
  const fields = new Map<string, string>();
  const [own = ''] = rest.trimStart().split(INTERPRETED, 1);
  for (const [, name = '', quoted, plain = ''] of own.replace(" msg='", ' ').matchAll(FIELD)) {
    const value = quoted ?? (name === 'acct' ? decodeHex(plain) : plain);
    if (!fields.has(name) && !NOT_KNOWN.has(value)) fields.set(name, value);
  }
  return { node: node ?? null, type, timeMs: Number(seconds) * 1000 + Number(milliseconds), serial, fields };
};

const NOT_KNOWN = new Set([
  '',
  '?',
  '(none)',
  '(null)',
  '(unknown)',
  '(invalid user)',
  '4294967295',
  '-1',
  'unset',
]);

/** auditd writes names with blanks and other special characters, which attackers choose, in hexadecimal without quotes. */
const decodeHex = (text: string): string =>
  /^(?:[\dA-F]{2})+$/.test(text) ? Buffer.from(text, 'hex').toString('utf8').replaceAll('\0', '') : text;
