import { isAboutLogin } from './mapPam.ts';
import type { MappedMessage } from './mappedMessage.ts';

const STARTED =
  /^New session '?([^\s']+)'? of user '?(.+?)'?(?: with class '([\w-]+)' and type '[\w-]+')?\.$/s;
/** logind writes this when it starts the shutdown; before, it only announces one, which may be cancelled. A reason may follow. */
const STOPPING = /^System is (?:powering down|rebooting|halting)\b/;
const ENDED =
  /^(?:Removed session '?([^\s']+?)'?\.|Session '?([^\s']+)'? logged out\. Waiting for processes to exit\.)$/;

/**
 * Maps a message of systemd-logind. Its sessions have the numbers of auditd's sessions. Sessions without one in auditd (of greeters and
 * services) are called c1, c2 and so on.
 *
 * Since version 256 the message contains class and type. Classes that begin with `user` are user sessions. The type does not determine
 * CAR's login type: ssh also has the type `tty`, and remote desktops also have x11 and wayland.
 * https://github.com/systemd/systemd/blob/main/src/login/logind-session.c
 */
export const mapLogind = (text: string): MappedMessage => {
  if (STOPPING.test(text)) return { kind: 'HOST_STOP', sensorEvent: 'logind shutdown' };
  const [, started = '', user = '', kind] = STARTED.exec(text) ?? [];
  const [, removed, loggedOut] = ENDED.exec(text) ?? [];
  const id = started || (removed ?? loggedOut ?? '');
  if (id === '') {
    return KNOWN.test(text) || !isAboutLogin(text)
      ? skip('logind other', 'systemd-logind: neither the start nor the end of a session')
      : {
          kind: 'NOT_UNDERSTOOD',
          sensorEvent: 'logind other',
          reason: 'systemd-logind: a text that is not known',
        };
  }
  const sensorEvent = started === '' ? 'logind session ended' : 'logind New session';
  if (!/^\d{1,10}$/.test(id)) return skip(sensorEvent, NO_PERSON);
  if (started === '') return { kind: 'SESSION_END', sensorEvent, id };
  const reason = kind === undefined || /^user(?:-|$)/.test(kind) ? null : NO_PERSON;
  return { kind: 'SESSION_START', sensorEvent, id, user, reason };
};

/** What logind says about sessions, seats and users without starting or ending a session. */
const KNOWN =
  /^(?:New seat|Removed seat|Session |User |Failed to |Existing |Creating |Could not |Error |Unknown |Received |Watching |Linger|Operation |Delay lock|Suspend|The system |System is |Power key|Lid |Got |Login |Process |Lock|Unlock|VT |Releas|Killing |Forc|Stopping |Starting |Requested |Not |Device )/;

const NO_PERSON = 'systemd-logind: a greeter, user manager or similar: not a user session';

const skip = (sensorEvent: string, reason: string): MappedMessage => ({
  kind: 'SKIPPED',
  sensorEvent,
  reason,
});
