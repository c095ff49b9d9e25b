import type { Fields } from '../fields.ts';
import type { TimedText } from '../linux/findTime.ts';
import type { SyslogOrigin } from '../linux/parseOrigin.ts';

/** An entry, as a message of syslog. */
type UnifiedMessage = SyslogOrigin & { readonly time: string; readonly source: string };

/** `--style syslog` names every host localhost. */
const SYSLOG_STYLE = /^localhost ([^[]*)\[(\d{1,10})\]: (.*)/s;
/** `Df sshd[2519:1a2b3c] text`, where Df is the type Default. */
const COMPACT_STYLE = /^[A-Z][a-z]? +([^\s[][^[]*)\[(\d{1,10}):[\da-f]+\] (.*)/s;
/** Thread, type, activity, process id, time to live (not before macOS 10.13), process and text. */
const DEFAULT_STYLE =
  /^0x[\da-f]+ +[A-Z][A-Za-z]+ +0x[\da-f]+ +(\d{1,10}) +(?:\d{1,10} +)?([^\s\d:][^:]*): (.*)/s;

/**
 * Parses a line of `log show` of macOS in the styles syslog, default and compact; null for any other. No style names the host.
 *
 * @see https://developer.apple.com/documentation/os/viewing-log-messages
 */
export const parseUnifiedLine = ({ time, rest }: TimedText): UnifiedMessage | null => {
  const [, program, pid, text] = SYSLOG_STYLE.exec(rest) ?? COMPACT_STYLE.exec(rest) ?? [];
  if (program !== undefined) return makeMessage(time, { program, pid, text });
  const [, ownPid, process, message] = DEFAULT_STYLE.exec(rest) ?? [];
  return process === undefined ? null : makeMessage(time, { program: process, pid: ownPid, text: message });
};

/** Parses an entry of `log show --style json` or `ndjson`; NOTE for the statistics at its end, null for any other JSON. */
export const parseUnifiedObject = (fields: Fields): UnifiedMessage | 'NOTE' | null => {
  if (Object.hasOwn(fields, 'finished') && Object.hasOwn(fields, 'count')) return 'NOTE';
  if (!Object.hasOwn(fields, 'processImagePath') || !Object.hasOwn(fields, 'eventMessage')) return null;
  const path = textOf(fields['processImagePath']);
  const program = path.slice(path.lastIndexOf('/') + 1);
  const text = textOf(fields['eventMessage']);
  return makeMessage(textOf(fields['timestamp']), { program, pid: textOf(fields['processID']), text });
};

type Parts = Readonly<Record<'program' | 'pid' | 'text', string | undefined>>;

/** An entry has the same source in all styles, so that it is one event. */
const makeMessage = (time: string, { program = '', pid = '', text: written = '' }: Parts): UnifiedMessage => {
  const text = written.replace(SENDER, '');
  return {
    time,
    host: null,
    program,
    pid: pid === '' ? null : Number(pid),
    text,
    source: [time, program, pid, text].join('\n'),
  };
};

/** The library that wrote the text, its subsystem and category. */
const SENDER = /^(?:\([^()]*\) )?(?:\[[^\]\s:]*:[^\]]*\] )?/;

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
