import type { SyslogMessage } from '../../linux/parseSyslog.ts';
import type { Fields } from '../../fields.ts';

import { isProvider } from '../message/findChannel.ts';

/**
 * Parses an event of Windows whose rendered message is the text of a message of syslog; null for any other message. The time and, except in
 * OSSEC's, the host are those of syslog:
 *
 * - NXLog's to_syslog_bsd() and to_syslog_ietf(): `Microsoft-Windows-Security-Auditing[712]: An account …`, without the number of the event
 * - Eventlog to Syslog: `Security-Auditing: 4624: AUDIT_SUCCESS An account …`
 * - the syslog-ng Agent: `…: CORP\ana: Security Microsoft-Windows-Security-Auditing: [Success Audit] An account … (EventID 4624)`
 * - OSSEC and early Wazuh: `WinEvtLog: Security: AUDIT_SUCCESS(4624): Microsoft-Windows-Security-Auditing: ana: CORP: WS1: An account …`
 *
 * https://docs.nxlog.co/refman/current/xm/syslog.html · https://code.google.com/archive/p/eventlog-to-syslog ·
 * https://support.oneidentity.com/technical-documents/doc1763080 · https://www.ossec.net/docs/docs/log_samples/windows
 */
export const parseSyslogEvent = ({ time, host, program, text, source }: SyslogMessage): Fields | null => {
  const common = { SyslogTime: time, ComputerName: host ?? undefined };
  if (program === 'WinEvtLog') {
    const [, LogName, EventCode, SourceName, ComputerName, Message] = OSSEC.exec(text) ?? [];
    return Message === undefined
      ? null
      : { ...common, LogName, EventCode, SourceName, ComputerName, Message };
  }
  const end = NUMBER_AT_END.exec(source);
  if (end !== null) return { ...common, ...parseAgent(source.slice(0, end.index)), EventCode: end[1] };
  if (!isProvider(program)) return null;
  const [, EventCode, Message] = NUMBERED.exec(text) ?? [];
  return { ...common, SourceName: program, EventCode, Message };
};

const parseAgent = (text: string): Fields => {
  const [start, LogName, SourceName] = AGENT.exec(text) ?? [];
  const at = start === undefined ? text.length : text.indexOf(start) + start.length;
  return { LogName, SourceName, Message: text.slice(at) };
};

/** The log, the number of the event, the provider, the account and its domain, the host and the message. */
const OSSEC =
  /^([^:]{1,100}): [A-Z_]{1,20}\((\d{1,5})\): ([^:]{1,100}): [^:]{0,300}: [^:]{0,300}: ([^:\s]{1,255}): (.*)$/s;
/** Behind the account: the log, the provider and the type of the event. */
const AGENT = /: (\w[\w/-]{0,99}) (\w[\w. -]{0,99}): \[[A-Z][\w ]{2,20}\] /;
const NUMBER_AT_END = / \(EventID (\d{1,5})\)$/;
const NUMBERED = /^(?:(\d{1,5}): )?(?:(?:AUDIT_SUCCESS|AUDIT_FAILURE|ERROR|WARNING|INFO) )?(.*)$/s;
