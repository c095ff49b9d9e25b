import {
  aMessage,
  atLogin,
  atLoginWindow,
  byScreenSharing,
  bySsh,
} from '../../sensors/macos/santaMessages.ts';
import { aRecord, at } from '../../sensors/windows/records.ts';

const security = (EventID: number, seconds: number, fields: object = {}) =>
  aRecord({ EventID, TimeCreated: at(seconds), EventRecordID: 1000 + seconds, ...fields });
const system = (EventID: number, seconds: number, SourceName: string) =>
  security(EventID, seconds, { Channel: 'System', SourceName });
const REMOTE_SOURCE = { IpAddress: '10.0.0.9', IpPort: '50438' };

/** A record of TerminalServices' session manager, as evtx_dump writes it. */
const session = (EventID: number, seconds: number, Address?: string) => ({
  Event: {
    System: {
      Provider: { '#attributes': { Name: 'Microsoft-Windows-TerminalServices-LocalSessionManager' } },
      EventID,
      TimeCreated: { '#attributes': { SystemTime: at(seconds) } },
      EventRecordID: seconds + 1,
      Channel: 'Microsoft-Windows-TerminalServices-LocalSessionManager/Operational',
      Computer: 'WS1.corp.example',
    },
    UserData: {
      EventXML: { User: 'CORP\\ana', SessionID: 3, ...(Address === undefined ? {} : { Address }) },
    },
  },
});

const sshd = (seconds: number, message: string, program = 'sshd[4711]'): string =>
  `2026-11-16T09:00:${String(seconds).padStart(2, '0')}.000000Z web01 ${program}: ${message}`;

const audit = (type: string, seconds: number, message: string): string =>
  `type=${type} msg=audit(${1_794_823_200 + seconds}.250:${9000 + seconds}): pid=700 uid=0 auid=1000 ses=5 msg='${message}'`;
const SSHD = 'exe="/usr/sbin/sshd" hostname=10.0.0.9 addr=10.0.0.9 terminal=ssh res=success';

const utmp = (ut_type: number, seconds: number, fields: object = {}) => ({
  ut_type,
  ut_pid: 700,
  ut_line: 'pts/0',
  ut_user: 'ana',
  ut_host: '10.0.0.9',
  ut_addr: '10.0.0.9',
  ut_tv: (1_794_823_200 + seconds) * 1_000_000,
  ...fields,
});

/** The start or the end of a row of wtmpdb. */
const wtmpdb = (edge: string, seconds: number, fields: object = {}) => ({
  wtmpdb: edge,
  id: 7,
  type: 3,
  user: 'ana',
  login: 1_794_823_200_000_000,
  time: (1_794_823_200 + seconds) * 1_000_000,
  tty: 'pts/0',
  remoteHost: '10.0.0.9',
  service: 'sshd',
  ...fields,
});

/** A row in the results log of osquery. */
const osquery = (action: string, columns: object) => ({
  name: 'sessions',
  hostIdentifier: 'WS1',
  unixTime: 1_794_823_209,
  action,
  columns: { tty: 'pts/0', pid: '700', time: '1794823200', ...columns },
});

/** An event of OCSF's class Authentication. */
const ocsf = (fields: object) => ({
  class_uid: 3002,
  time: 1_794_823_200_000,
  status_id: 1,
  logon_type_id: 10,
  user: { name: 'ana', domain: 'CORP', uid: 'S-1-5-21-1-2-3-1107' },
  session: { uid: '0x5a1b2' },
  src_endpoint: { ip: '10.0.0.9', port: 50438, hostname: 'LAPTOP' },
  dst_endpoint: { ip: '10.0.0.1', port: 3389 },
  device: { hostname: 'WS1' },
  ...fields,
});

/** A document of ECS without the message of its log. */
const ecs = (action: string) => ({
  '@timestamp': '2026-11-16T09:00:00Z',
  event: { action, category: ['authentication'], outcome: 'success' },
  host: { hostname: 'web01' },
  process: { pid: 700 },
  user: { name: 'ana', id: '1000' },
  source: { ip: '10.0.0.9', port: 50000, domain: 'laptop' },
  destination: { ip: '10.0.0.1', port: 22 },
});

/** Handwritten records in the documented formats of each sensor. Together they fill all fields that the sensor can fill. */
export const COVERED_RECORDS: Readonly<Record<string, readonly unknown[]>> = {
  'Windows Security': [
    security(4624, 0, { LogonType: '10', ...REMOTE_SOURCE }),
    security(4624, 1, { LogonType: '2', ElevatedToken: '%%1842', TargetLinkedLogonId: '0x8a1f1' }),
    security(4625, 2, { LogonType: '3', Status: '0xc000006d', WorkstationName: 'LAPTOP', ...REMOTE_SOURCE }),
    security(4634, 3, { LogonType: '3' }),
    security(4778, 4, {
      AccountName: 'ana',
      AccountDomain: 'CORP',
      LogonID: '0x8a1f0',
      SessionName: 'RDP-Tcp#1',
      ClientName: 'LAPTOP',
      ClientAddress: '10.0.0.9',
    }),
    security(4800, 5),
    security(4801, 6),
    security(4779, 7, {
      AccountName: 'ana',
      AccountDomain: 'CORP',
      LogonID: '0x8a1f0',
      SessionName: 'RDP-Tcp#1',
      ClientAddress: '10.0.0.9',
    }),
    security(4608, 8),
    security(1100, 9),
    // An unlock by a reconnect from another address on a host that does not audit 4778.
    security(4624, 60, { LogonType: '7', ...REMOTE_SOURCE }),
  ],
  'Windows System': [
    system(12, 0, 'Microsoft-Windows-Kernel-General'),
    system(6013, 1, 'EventLog'),
    system(13, 9, 'Microsoft-Windows-Kernel-General'),
  ],
  'Windows TerminalServices': [
    session(21, 0, '10.0.0.9'),
    session(24, 3, '10.0.0.9'),
    session(25, 5, '10.0.0.9'),
    session(23, 9),
  ],
  sshd: [
    sshd(0, 'Connection from 10.0.0.9 port 50000 on 10.0.0.1 port 22 rdomain ""'),
    sshd(1, 'Accepted publickey for ana from 10.0.0.9 port 50000 ssh2: ED25519 SHA256:x'),
    sshd(2, 'Failed password for root from 203.0.113.7 port 51000 ssh2', 'sshd[4712]'),
    sshd(9, 'pam_unix(sshd:session): session closed for user ana'),
  ],
  'PAM (login, gdm, lightdm, sddm)': [
    sshd(0, 'pam_unix(login:session): session opened for user ana(uid=1000) by LOGIN(uid=0)', 'login[800]'),
    sshd(9, 'pam_unix(login:session): session closed for user ana', 'login[800]'),
  ],
  xrdp: [
    sshd(
      0,
      'pam_unix(xrdp-sesman:session): session opened for user ana(uid=1000) by (uid=0)',
      'xrdp-sesman[900]',
    ),
    sshd(
      4,
      '[INFO ] ++ disconnected session: username ana, display :10.0, session_pid 900, ip ::ffff:10.0.0.9:50000 - socket: 12',
      'xrdp-sesman[850]',
    ),
    sshd(
      5,
      '[INFO ] ++ reconnected session: username ana, display :10.0, session_pid 900, ip ::ffff:10.0.0.9:50000 - socket: 12',
      'xrdp-sesman[850]',
    ),
    sshd(9, 'pam_unix(xrdp-sesman:session): session closed for user ana', 'xrdp-sesman[900]'),
  ],
  'systemd-logind': [
    sshd(0, 'New session 12 of user ana.', 'systemd-logind[411]'),
    sshd(9, 'Removed session 12.', 'systemd-logind[411]'),
    sshd(10, 'System is powering down.', 'systemd-logind[411]'),
  ],
  systemd: [sshd(11, 'Shutting down.', 'systemd[1]')],
  auditd: [
    audit(
      'CRYPTO_SESSION',
      0,
      'op=start direction=from-server spid=700 suid=74 rport=50000 laddr=10.0.0.1 lport=22  exe="/usr/sbin/sshd" hostname=? addr=10.0.0.9 terminal=? res=success',
    ),
    audit('USER_ACCT', 1, `op=PAM:accounting acct="ana" ${SSHD}`),
    audit('USER_LOGIN', 2, `op=login id=1000 ${SSHD}`),
    audit('SYSTEM_BOOT', 3, ' comm="systemd-update-utmp" hostname=? addr=? terminal=? res=success'),
    audit('SYSTEM_SHUTDOWN', 10, ' comm="systemd-update-utmp" hostname=? addr=? terminal=? res=success'),
    audit(
      'USER_LOGOUT',
      9,
      'op=login id=1000 exe="/usr/sbin/sshd" hostname=? addr=? terminal=ssh res=success',
    ),
  ],
  wtmp: [
    utmp(2, 0, { ut_user: 'reboot', ut_line: '~' }),
    utmp(7, 1),
    utmp(8, 9, { ut_user: '', ut_host: '', ut_addr: '' }),
    utmp(1, 10, { ut_user: 'shutdown', ut_line: '~' }),
  ],
  wtmpdb: [
    wtmpdb('START', 0, { type: 1, user: 'reboot' }),
    wtmpdb('START', 1),
    wtmpdb('END', 9),
    wtmpdb('END', 10, { type: 1, user: 'reboot' }),
  ],
  btmp: [utmp(6, 0, { ut_line: 'ssh:notty', ut_user: 'root' })],
  'macOS login window': ['login', 'logout', 'lock', 'unlock'].map((action) =>
    aMessage(atLoginWindow(action)),
  ),
  'macOS ssh': [aMessage(bySsh('login', { result: 'RESULT_AUTH_SUCCESS' })), aMessage(bySsh('logout'))],
  'macOS login': [aMessage(atLogin('login', { success: true })), aMessage(atLogin('logout'))],
  'macOS screen sharing': [
    aMessage(byScreenSharing('attach', { existing_session: false })),
    aMessage(byScreenSharing('detach')),
    aMessage(byScreenSharing('attach')),
  ],
  osquery: [
    osquery('added', { type: 'user', user: 'ana', host: '10.0.0.9' }),
    osquery('removed', { type: 'user', user: 'ana', host: '10.0.0.9' }),
    osquery('added', { logon_id: '369074', user: 'ana', logon_sid: 'S-1-5-21-1', logon_time: '1794823200' }),
    osquery('removed', {
      logon_id: '369074',
      user: 'ana',
      logon_sid: 'S-1-5-21-1',
      logon_time: '1794823200',
    }),
  ],
  'OCSF Authentication': [ocsf({ activity_id: 1 }), ocsf({ activity_id: 2 })],
  'ECS authentication': [ecs('user_login'), ecs('user_logout')],
};
