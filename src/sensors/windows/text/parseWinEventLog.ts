import type { Fields } from '../../fields.ts';

/**
 * Parses an event as Splunk's universal forwarder writes it, `11/16/2026 10:00:00 AM`, then `LogName=Security`, `EventCode=4624` and others, one per line, and the
 * rendered message behind `Message=`; null for other text. Line breaks may have become spaces.
 * https://docs.splunk.com/Documentation/Splunk/latest/Data/MonitorWindowseventlogdata
 */
export const parseWinEventLog = (text: string): Fields | null => {
  const [start, ForwarderTime] = HEADER.exec(text) ?? [];
  if (start === undefined) return null;
  const message = text.indexOf(MESSAGE);
  const end = message < 0 ? text.length : message;
  const pairs = [...text.slice(0, end).matchAll(KEY)];
  const values = pairs.map(({ 0: match, 1: key = '', index }, at) => {
    const value = text.slice(index + match.length, pairs[at + 1]?.index ?? end);
    return [key, value.trim()] as const;
  });
  return { ...Object.fromEntries(values), ForwarderTime, Message: text.slice(end + MESSAGE.length) };
};

/** Whether a line is the first one of such an event. */
export const isWinEventLogStart = (line: string): boolean => DATE.test(line);

/** The forwarder writes the month first in every language. */
const DATE = /^\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d(?:\.\d{1,6})? [AP]M\s*$/;
const HEADER = /^(\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d(?:\.\d{1,6})? [AP]M)\s{1,8}(?=LogName=)/;
const KEY =
  /(?<=\s)(LogName|SourceName|EventCode|EventType|Type|ComputerName|User|Sid|SidType|TaskCategory|OpCode|RecordNumber|Keywords)=/g;
const MESSAGE = 'Message=';
