import type { MappedMessage } from './mappedMessage.ts';

const STARTED =
  /^New session '?([^\s']+)'? of user '?(.+?)'?(?: with class '([\w-]+)' and type '[\w-]+')?\.$/s;
const ENDED =
  /^(?:Removed session '?([^\s']+?)'?\.|Session '?([^\s']+)'? logged out\. Waiting for processes to exit\.)$/;

/**
 * Maps a message of systemd-logind. Its sessions are numbered as auditd's are, but those that belong to none of auditd's (greeters, and
 * what services open), which are c1, c2 and so on.
 *
 * Since version 256 it tells class and type. The classes that begin with user are people's; the type `tty` is that of ssh, too, and x11
 * and wayland are those of a remote desktop, too, so none says what CAR asks.
 * https://github.com/systemd/systemd/blob/main/src/login/logind-session.c
 */
export const mapLogind = (text: string): MappedMessage => {
  const [, started = '', user = '', kind] = STARTED.exec(text) ?? [];
  const [, removed, loggedOut] = ENDED.exec(text) ?? [];
  const id = started || (removed ?? loggedOut ?? '');
  if (id === '') return skip('logind other', 'systemd-logind: no start or end of a session');
  const sensorEvent = started === '' ? 'logind session ended' : 'logind New session';
  if (!/^\d{1,10}$/.test(id)) return skip(sensorEvent, NO_PERSON);
  if (started === '') return { kind: 'SESSION_END', sensorEvent, id };
  const reason = kind === undefined || /^user(?:-|$)/.test(kind) ? null : NO_PERSON;
  return { kind: 'SESSION_START', sensorEvent, id, user, reason };
};

const NO_PERSON = 'systemd-logind: a greeter, a user manager and their like: no session of a person';

const skip = (sensorEvent: string, reason: string): MappedMessage => ({
  kind: 'SKIPPED',
  sensorEvent,
  reason,
});
