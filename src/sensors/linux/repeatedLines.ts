import { getRecent, makeRecentMap, setRecent } from '../recentMap.ts';
import type { RecentMap } from '../recentMap.ts';

import type { MappedMessage } from './mappedMessage.ts';
import type { SyslogMessage } from './parseSyslog.ts';

/** The last message of each host, by file. Mutable; changed only by the functions in this file. */
export type LastMessages = {
  readonly files: RecentMap<RecentMap<SyslogMessage>>;
  /** The last message of all, which is not among the others yet: the lines beside each other mostly are of one host. */
  last: { readonly file: string; readonly message: SyslogMessage } | null;
};

export const makeLastMessages = (): LastMessages => ({ files: makeRecentMap(REMEMBERED), last: null });

const REMEMBERED = 1_000;

/** Notes the message of a line, for a line `last message repeated N times` after it. */
export const noteMessage = (messages: LastMessages, file: string, message: SyslogMessage): void => {
  const { last } = messages;
  if (last !== null && (last.file !== file || last.message.host !== message.host)) keep(messages, last);
  messages.last = { file, message };
};

const keep = ({ files }: LastMessages, { file, message }: NonNullable<LastMessages['last']>): void => {
  let hosts = getRecent(files, file);
  if (hosts === undefined) {
    hosts = makeRecentMap(REMEMBERED);
    setRecent(files, file, hosts);
  }
  setRecent(hosts, message.host ?? '', message);
};

/** Finds the message that a line `last message repeated N times` repeats; undefined if the log begins with it. */
export const findRepeated = (
  { files, last }: LastMessages,
  file: string,
  host: string | null,
): SyslogMessage | undefined => {
  if (last !== null && last.file === file && last.message.host === host) return last.message;
  const hosts = getRecent(files, file);
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
