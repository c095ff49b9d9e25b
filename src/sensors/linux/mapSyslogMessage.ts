import type { LoginType } from '../../model/action.ts';

import { mapLogind } from './mapLogind.ts';
import { mapSystemd } from './mapSystemd.ts';
import { mapXrdp } from './mapXrdp.ts';
import type { MappedMessage } from './mappedMessage.ts';
import type { SyslogMessage } from './parseSyslog.ts';

/** Maps a message of a login service, or about a shutdown. Attackers choose user names, so the address is the last `from … port …` of the line. */
export const mapSyslogMessage = ({ program, pid, text }: SyslogMessage): MappedMessage => {
  // Older versions write sshd(pam_unix)[4711].
  const [, service = '', module] = /^(.*?)(?:\((pam_unix)\))?$/.exec(program) ?? [];
  const pam = PAM.exec(text);
  if (pam !== null) return mapPam(pam[1] ?? '', pam[2] ?? '');
  if (module !== undefined) return mapPam(service, text);
  if (/^sshd(?:-session)?$/.test(service)) return mapSshd(text);
  if (service === 'systemd-logind') return mapLogind(text);
  const mapped = service === 'xrdp-sesman' ? mapXrdp(text) : null;
  if (mapped !== null) return mapped;
  const shutdown = service === 'systemd' ? mapSystemd({ pid, text }) : null;
  return shutdown ?? skip('syslog other', 'not from a login service');
};

const PAM = /^pam_unix\(([\w.-]+):session\): (.*)$/s;
const ACCEPTED = /^Accepted (\S+) for (.*) from (\S+) port (\d{1,5})(?: |$)/s;
const FAILED = /^Failed (\S+) for (?:invalid user |illegal user )?(.*) from (\S+) port (\d{1,5})(?: |$)/s;
const REPEATED = /^message repeated (\d{1,5}) times: \[ ?(.*?)\]?$/s;
const CONNECTION = /^Connection from (\S+) port (\d{1,5}) on (\S+) port (\d{1,5})/;
const OPENED = /^session opened for user (.*?)(?:\(uid=(\d+)\))?(?: by .*)?$/s;
const CLOSED = /^session closed for user (.*)$/s;

const SERVICES: ReadonlyMap<string, LoginType> = new Map([
  ['sshd', 'REMOTE'],
  ['login', 'LOCAL'],
  ['remote', 'REMOTE'],
  ['lightdm', 'INTERACTIVE'],
  ['sddm', 'INTERACTIVE'],
  ['xrdp-sesman', 'RDP'],
]);

const skip = (sensorEvent: string, reason: string) => ({ kind: 'SKIPPED', sensorEvent, reason }) as const;

const mapSshd = (text: string): MappedMessage => {
  const repeated = REPEATED.exec(text);
  const count = repeated === null ? 1 : Number(repeated[1]);
  if (count === 0) return skip('sshd other', 'sshd: message repeated 0 times');
  const line = repeated?.[2] ?? text;
  const login = ACCEPTED.exec(line) ?? FAILED.exec(line);
  if (login !== null) {
    const [whole, method = '', user = '', srcIp = '', srcPort = ''] = login;
    const loginSuccessful = whole.startsWith('Accepted');
    const sensorEvent = loginSuccessful ? 'sshd Accepted' : 'sshd Failed';
    if (method === 'none') return skip(sensorEvent, 'Failed none: the client asked for the list of methods');
    const source = { srcIp, srcPort: Number(srcPort) };
    return {
      kind: 'LOGIN',
      sensorEvent,
      loginType: 'REMOTE',
      user,
      loginSuccessful,
      count,
      method,
      ...source,
    };
  }
  const connection = CONNECTION.exec(line);
  if (connection !== null) {
    const [, srcIp = '', srcPort = '', destIp = '', destPort = ''] = connection;
    const ports = { srcPort: Number(srcPort), destPort: Number(destPort) };
    return { kind: 'DESTINATION', sensorEvent: 'sshd Connection', srcIp, destIp, ...ports };
  }
  return skip('sshd other', 'sshd: neither a login nor a logout');
};

/** Users log in through gdm-password, gdm-fingerprint and others; gdm-launch-environment opens the greeter. */
const isGdm = (service: string): boolean => service.startsWith('gdm') && service !== 'gdm-launch-environment';

const mapPam = (service: string, text: string): MappedMessage => {
  const loginType = isGdm(service) ? 'INTERACTIVE' : SERVICES.get(service);
  const opened = OPENED.exec(text);
  if (loginType === undefined) {
    const skipped = skip('PAM other', 'PAM of cron, su, sudo and similar: not a user session');
    // The user manager is opened together with the user's session. Before systemd 256 it does not have its own session.
    return opened === null || service === 'systemd-user' ? skipped : { ...skipped, opened: opened[1] ?? '' };
  }
  if (opened !== null) {
    const [, user = '', uid] = opened;
    const login = { loginSuccessful: true, count: 1, method: null, uid };
    return { kind: 'LOGIN', sensorEvent: 'PAM session opened', loginType, user, ...login };
  }
  const closed = CLOSED.exec(text);
  if (closed === null) return skip('PAM other', 'PAM: neither the start nor the end of a session');
  return { kind: 'LOGOUT', sensorEvent: 'PAM session closed', loginType, user: closed[1] ?? '' };
};
