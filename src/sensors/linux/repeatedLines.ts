import { getRecent, makeRecentMap, setRecent } from '../recentMap.ts';
import type { RecentMap } from '../recentMap.ts';

import type { MappedMessage } from './mappedMessage.ts';
import type { SyslogMessage } from './parseSyslog.ts';

/** The last message of each host, by file. Mutable; changed only by the functions in this file. */
export type LastMessages = RecentMap<RecentMap<SyslogMessage>>;

export const makeLastMessages = (): LastMessages => makeRecentMap(REMEMBERED);

const REMEMBERED = 1_000;

/** Notes the message of a line, for a line `last message repeated N times` after it. */
export const noteMessage = (last: LastMessages, file: string, message: SyslogMessage): void => {
  let hosts = getRecent(last, file);
  if (hosts === undefined) {
    hosts = makeRecentMap(REMEMBERED);
    setRecent(last, file, hosts);
  }
  setRecent(hosts, message.host ?? '', message);
};

/** Finds the message that a line `last message repeated N times` repeats; undefined if the log begins with it. */
export const findRepeated = (
  last: LastMessages,
  file: string,
  host: string | null,
): SyslogMessage | undefined => {
  const hosts = getRecent(last, file);
  return hosts === undefined ? undefined : getRecent(hosts, host ?? '');
};

/** Maps a repetition of a message. Only failed logins are repeated: each of the others is the only one of its process. */
export const mapRepeated = (mapped: MappedMessage | undefined, count: number): MappedMessage => {
  const sensorEvent = 'syslog repeated';
  if (mapped === undefined) return { kind: 'NOT_UNDERSTOOD', sensorEvent, reason: NOT_IN_LOG };
  if (count > 0 && mapped.kind === 'LOGIN' && !mapped.loginSuccessful)
    return { ...mapped, sensorEvent, count };
  if (count > 0 && mapped.kind === 'ATTEMPT' && mapped.more === null)
    return { ...mapped, sensorEvent, more: count };
  return {
    kind: 'SKIPPED',
    sensorEvent,
    reason: 'last message repeated: the line before is not a failed login',
  };
};

const NOT_IN_LOG = 'last message repeated: the line before is not in the log';
