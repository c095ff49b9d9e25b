import type { LoginType } from '../../model/action.ts';

import { isTornName, tornLine } from '../linux/mappedMessage.ts';
import type { MappedMessage } from '../linux/mappedMessage.ts';

type MapText = (text: string) => MappedMessage | null;

/** Finds what maps the messages of a program that writes logins and shutdowns on macOS; undefined for any other. Its records of utmpx do not name the user, except those of sshd. */
export const findMacosMapper = (program: string): MapText | undefined => MAPPERS.get(program);

/** pututxline of macOS logs each record that it writes: type, process and line. */
const ACCOUNTING = /^(USER|DEAD)_PROCESS: \d{1,10} [\w/-]{1,32}(?: of (\S+))?$/;

const mapAccounting = (text: string, loginType: LoginType): MappedMessage | null => {
  const [, type, user = ''] = ACCOUNTING.exec(text) ?? [];
  if (type === undefined) return null;
  const sensorEvent = `macOS ${type}_PROCESS`;
  if (type === 'DEAD') return { kind: 'LOGOUT', sensorEvent, user, loginType };
  const login = { user, loginSuccessful: true, count: 1, method: null };
  return { kind: 'LOGIN', sensorEvent, loginType, ...login };
};

/** `Accepted` names the user. It is in the unified log only, not in system.log. */
const mapTerminalOfSshd = (text: string): MappedMessage | null => mapAccounting(text, 'REMOTE');

/** The notification that the login window sends to all programs; before macOS 14 it calls the object userID. */
const LOCK =
  /\bsendBSDNotification: com\.apple\.sessionagent\.screenIs(Locked|Unlocked), with (?:userID|object): ?(\d{1,10})/;

/** The same notification to other programs, beside it. */
const OTHER_LOCK = /\bsendDistributedNotification: com\.apple\.screenIs(?:Locked|Unlocked)\b/;

const mapLock = (text: string): MappedMessage | null => {
  const [, state, uid] = LOCK.exec(text) ?? [];
  if (uid === undefined) {
    return OTHER_LOCK.test(text)
      ? {
          kind: 'SKIPPED',
          sensorEvent: 'macOS screenIsLocked',
          reason: 'macOS: repeats the notification of a lock or unlock',
        }
      : null;
  }
  return state === 'Locked'
    ? { kind: 'LOCK', sensorEvent: 'macOS screenIsLocked', uid }
    : { kind: 'UNLOCK', sensorEvent: 'macOS screenIsUnlocked', uid };
};

/** The client chooses the name, so the address is the last of the line. */
const SCREEN_SHARING =
  /^Authentication: (SUCCEEDED|FAILED) :: User Name: (.*) :: Viewer Address: (\S+) :: Type: .*$/s;

const mapScreenSharing = (text: string): MappedMessage | null => {
  const [, result, name = '', srcIp = ''] = SCREEN_SHARING.exec(text) ?? [];
  if (result === undefined) return null;
  const loginSuccessful = result === 'SUCCEEDED';
  const sensorEvent = `screensharingd ${result}`;
  if (loginSuccessful && isTornName(name)) return tornLine(sensorEvent);
  const login = { loginSuccessful, count: 1, method: 'screensharing', srcIp, user: name, pid: null };
  return { kind: 'LOGIN', sensorEvent, loginType: 'RDP', ...login };
};

const mapStop = (text: string): MappedMessage | null =>
  text.startsWith('SHUTDOWN_TIME: ') ? { kind: 'HOST_STOP', sensorEvent: 'macOS SHUTDOWN_TIME' } : null;

const MAPPERS: ReadonlyMap<string, MapText> = new Map([
  ['screensharingd', mapScreenSharing],
  ['loginwindow', (text) => mapAccounting(text, 'INTERACTIVE') ?? mapLock(text)],
  ['login', (text) => mapAccounting(text, 'LOCAL')],
  ...['sshd', 'sshd-session'].map((program) => [program, mapTerminalOfSshd] as const),
  ...['shutdown', 'reboot', 'halt'].map((program) => [program, mapStop] as const),
]);
