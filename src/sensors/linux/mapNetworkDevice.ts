import { canonicalAddress } from '../../model/values/ipAddress.ts';

import { isAboutLogin } from './mapPam.ts';
import { isTornName, tornLine } from './mappedMessage.ts';
import type { MappedMessage } from './mappedMessage.ts';

type MapText = (text: string) => MappedMessage | null;

/**
 * Finds what maps the messages of a router, switch or firewall of Cisco or MikroTik; null for any other program. They do not number their sessions, so
 * their logins have no login id.
 */
export const findDeviceMapper = (program: string): MapText | null => {
  if (program.startsWith('%')) return (text) => mapCisco(program.slice(1), text);
  if (program.startsWith('system,')) return mapMikrotik;
  // A line of IOS begins with its number, where others have their program.
  return NUMBER.test(program) ? mapIos : null;
};

const mapIos = (text: string): MappedMessage | null => {
  const [, mnemonic, own = ''] = IOS.exec(text) ?? [];
  return mnemonic === undefined ? null : mapCisco(mnemonic, own);
};

const NUMBER = /^\d{1,10}$/;
/** The facility, severity and mnemonic of a message of Cisco. Its name, a number and its own time may come first; anything else is the rest of another line. */
const IOS =
  /^(?:[\w.-]{1,64}: )?(?:\d{1,10}: )?(?:[*.:]?(?:\d{4} )?[A-Z][a-z]{2} {1,2}\d{1,2}(?: \d{4})? \d\d:\d\d:\d\d(?:\.\d{1,9})?(?: [A-Z]{3,5})?: )?%([A-Z][A-Z\d_-]*-[0-7]-[A-Z\d_]+): (.*)/s;

/** https://www.cisco.com/c/en/us/td/docs/ios-xml/ios/sec_usr_cfg/configuration/15-mt/sec-usr-cfg-15-mt-book/sec-login-enhance.html */
const IOS_LOGIN = /^Login (?:Success|failed) \[user: ?(.*)\] \[Source: ?([^\]\s]*)\]/s;
const IOS_LOGOUT = /^User (.*) has exited tty session \d+\(([^()]*)\)/s;
/** https://www.cisco.com/c/en/us/td/docs/security/asa/syslog/asa-syslog.html */
const ASA_LOGIN =
  /^Login (?:permitted|denied) from (?:serial to console|([^\s/]+)\/(\d{1,5}) to [^:\s]+:([^\s/]+)\/[^\s/]+) for user "(.*)"/s;
const ASA_LOGOUT = /^User logged out: Uname: (\S+)/;
/** Messages about the steps of a login, and about a login of a client of a VPN. */
const STEPS =
  /^(?:SSH-\d-\w+|SEC_LOGIN-\d-QUIET_MODE_\w+|AAA\w*-\d-\w+|ASA-\d-(?:1090\d\d|1110\d\d|1130\d\d|30[2-5]\d{3}|502\d{3}|7\d{5}|6111\d\d|3150\d\d)|SYS-\d-(?:CONFIG\w*|PRIV\w*)|PARSER-\d-CFGLOG_LOGGEDCMD)$/;

const mapCisco = (mnemonic: string, text: string): MappedMessage => {
  const sensorEvent = `Cisco ${mnemonic.slice(0, MAX_MNEMONIC)}`;
  const [, user = '', source] = IOS_LOGIN.exec(text) ?? [];
  if (/^SEC_LOGIN-\d-LOGIN_(?:SUCCESS|FAILED)$/.test(mnemonic) && source !== undefined) {
    const loginSuccessful = mnemonic.endsWith('SUCCESS');
    if (loginSuccessful && isTornName(user)) return tornLine(sensorEvent);
    return { ...login, sensorEvent, user, loginSuccessful, ...sourceOf(source) };
  }
  const [, leaving, from = ''] = IOS_LOGOUT.exec(text) ?? [];
  if (leaving !== undefined) {
    return { kind: 'LOGOUT', sensorEvent, user: leaving, loginType: sourceOf(from).loginType };
  }
  const [, srcIp, srcPort, destIp, named] = ASA_LOGIN.exec(text) ?? [];
  if (named !== undefined && /^ASA-\d-60500[45]$/.test(mnemonic)) {
    if (mnemonic.endsWith('5') && isTornName(named)) return tornLine(sensorEvent);
    const asa = { user: HIDDEN.test(named) ? '' : named, loginSuccessful: mnemonic.endsWith('5') };
    return srcIp === undefined
      ? { ...login, sensorEvent, ...asa, loginType: 'LOCAL' }
      : { ...login, sensorEvent, ...asa, loginType: 'REMOTE', srcIp, srcPort: Number(srcPort), destIp };
  }
  const out = mnemonic.startsWith('ASA-') ? ASA_LOGOUT.exec(text)?.[1] : undefined;
  if (out !== undefined) return { kind: 'LOGOUT', sensorEvent, user: out, loginType: null };
  const other = 'network device';
  if (STEPS.test(mnemonic)) return { kind: 'SKIPPED', sensorEvent: other, reason: STEP };
  return isAboutLogin(text)
    ? { kind: 'NOT_UNDERSTOOD', sensorEvent: other, reason: 'Cisco: a text that is not known' }
    : { kind: 'UNRELATED', sensorEvent: other, reason: 'says nothing about logins' };
};

const MAX_MNEMONIC = 64;
/** ASA hides the name of a user that it does not know. */
const HIDDEN = /^\*+$/;
const STEP = 'Cisco: a step of a login, or a change of the configuration';

const login = { kind: 'LOGIN', count: 1, method: 'device' } as const;

const LOCAL = { loginType: 'LOCAL' } as const;

/** Devices write `LOCAL`, 0.0.0.0 or nothing for their console. */
export const sourceOf = (source: string) =>
  canonicalAddress(source) === null || source === '0.0.0.0'
    ? LOCAL
    : ({ loginType: 'REMOTE', srcIp: source } as const);

/** https://help.mikrotik.com/docs/spaces/ROS/pages/328094/Log (topics system, account and critical) */
const MIKROTIK =
  /^(?:user (.*) logged (in|out)|login failure for user (.*?))(?: from (\S+))?(?: via (\S+))?$/s;

const mapMikrotik = (text: string): MappedMessage => {
  const [whole, user, inOrOut, failing, srcIp = ''] = MIKROTIK.exec(text) ?? [];
  if (whole === undefined) {
    return isAboutLogin(text)
      ? {
          kind: 'NOT_UNDERSTOOD',
          sensorEvent: 'network device',
          reason: 'MikroTik: a text that is not known',
        }
      : { kind: 'UNRELATED', sensorEvent: 'network device', reason: 'says nothing about logins' };
  }
  if (isTornName(user ?? '')) return tornLine('MikroTik logged in');
  // A login by MAC-Telnet or RoMON comes from a MAC address.
  const source = srcIp === '' ? LOCAL : ({ loginType: 'REMOTE', srcIp } as const);
  if (inOrOut === 'out') {
    return {
      kind: 'LOGOUT',
      sensorEvent: 'MikroTik logged out',
      user: user ?? '',
      loginType: source.loginType,
    };
  }
  const loginSuccessful = inOrOut === 'in';
  const sensorEvent = loginSuccessful ? 'MikroTik logged in' : 'MikroTik login failure';
  return { ...login, sensorEvent, user: user ?? failing ?? '', loginSuccessful, ...source };
};
