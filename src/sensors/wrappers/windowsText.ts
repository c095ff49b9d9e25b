import type { Fields } from '../fields.ts';
import { parseSnare } from '../windows/text/parseSnare.ts';
import { parseWinCollect, WIN_COLLECT } from '../windows/text/parseWinCollect.ts';
import { parseWindowsCef } from '../windows/text/parseWindowsCef.ts';
import { parseWindowsLeef } from '../windows/text/parseWindowsLeef.ts';
import { parseWinEventLog } from '../windows/text/parseWinEventLog.ts';
import { BEHIND_HEADER, DIGIT } from './marks.ts';
import type { Wrapper } from './wrapper.ts';

type Parse = (text: string) => Fields | null;

const row = (name: string, mark: RegExp, parse: Parse): Wrapper => ({
  name,
  of: 'TEXT',
  mark,
  open: (text) => {
    const value = parse(text);
    return value === null ? null : [{ value }];
  },
});

/**
 * A row of texts that begin with this mark, or have only the header of syslog before it. The mark may also be in a name that an attacker chose, behind
 * the program of a line.
 */
const afterHeader = (name: string, mark: string, parse: Parse): Wrapper =>
  row(name, BEHIND_HEADER, (text) => {
    const at = text.indexOf(mark);
    if (at < 0 || at > MAX_HEADER_LENGTH) return null;
    return at === 0 || HEADER.test(text.slice(0, at)) ? parse(text.slice(at)) : null;
  });

const MAX_HEADER_LENGTH = 500;
/**
 * The priority, the time and the host, and the four fields of RFC 5424 that forwarders leave out. Snare's agents can leave out the header except the
 * host.
 */
const HEADER =
  /^(?:<\d{1,3}>)?(?:1 )?(?:(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\S{1,40}) \S{1,255}[ \t](?:- - - - )?|[\w.-]{1,255}\t)$/;

/** Records of Windows as text, alone or behind the header of syslog. */
export const WINDOWS_TEXT: readonly Wrapper[] = [
  row("text of Splunk's forwarder", DIGIT, parseWinEventLog),
  afterHeader('text of Snare', 'MSWinEventLog', parseSnare),
  afterHeader('CEF of Windows', 'CEF:', parseWindowsCef),
  afterHeader('text of WinCollect', WIN_COLLECT, parseWinCollect),
  afterHeader('LEEF of Windows', 'LEEF:', parseWindowsLeef),
];
