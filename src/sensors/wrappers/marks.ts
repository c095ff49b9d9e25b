/**
 * One of these is in each record that stands behind the header of syslog: auditd's, and those of Windows as text, CEF, LEEF, XML and JSON. Eventlog to
 * Syslog leaves out the beginning of `Security-Auditing` and `Kernel-General`. `EEF:` is the end of `LEEF:`.
 *
 * Nearly all lines have none, so that the search for them takes much of the time of a line. One expression takes a third of the time of a search for
 * each, and half of that of one that also has `LEEF:` and `MSWinEventLog`.
 */
export const BEHIND_HEADER =
  /msg=audit\(|Event(?:Log|ID|Id)|<Event|event_id|winlog|WinEvtLog|CEF:|__REALTIME_TIMESTAMP|Microsoft|Security-Auditing|Kernel-General|AgentDevice=WindowsLog|EEF:/;

export const DIGIT = /^\d/;
