import type { Fields } from '../../fields.ts';

/**
 * Parses an event of IBM's WinCollect: `AgentDevice=WindowsLog` and other keys, separated by tabs, and the rendered message behind the last one,
 * `Message=`; null for other text. Tabs may have become blanks, `\t` or `#011`.
 * https://www.ibm.com/docs/en/qradar-common?topic=wincollect-overview · https://learn.microsoft.com/advanced-threat-analytics/configure-event-collection
 */
export const parseWinCollect = (text: string): Fields | null => {
  if (!text.startsWith(WIN_COLLECT)) return null;
  const message = MESSAGE.exec(text);
  const end = message?.index ?? text.length;
  const pairs = [...text.slice(0, end).matchAll(KEY)];
  const values = pairs.map(({ 0: match, 1: key = '', index }, at) => {
    const value = text.slice(index + match.length, pairs[at + 1]?.index ?? end);
    return [key, value.trim()] as const;
  });
  const Message = message === null ? undefined : text.slice(end + message[0].length);
  // The name of an account may contain what looks like a key.
  const isCertain = new Set(pairs.map(([, key]) => key)).size === pairs.length;
  return { WinCollect: { ...Object.fromEntries(values), Message: isCertain ? Message : '' } };
};

export const WIN_COLLECT = 'AgentDevice=WindowsLog';

const SEPARATOR = String.raw`(?:\s|\\t|#011)`;
const KEYS =
  'AgentDevice|AgentLogFile|PluginVersion|Source|Computer|OriginatingComputer|User|Domain|EventID|EventIDCode|EventType|EventCategory|RecordNumber|TimeGenerated|TimeWritten|Level|Keywords|Task|Opcode';
const MESSAGE = new RegExp(`${SEPARATOR}Message=`);
const KEY = new RegExp(`(?:^|${SEPARATOR})(${KEYS})=`, 'g');
