import { exportEntries, toFields } from '../support/ingest/journalExport.ts';

/** Entries of a journal as `journalctl -o json` and `journalctl -o export` write them. */
export type Journal = {
  /** Lines of JSON. */
  readonly lines: readonly string[];
  readonly exported: Buffer;
  /** How many events they become. */
  readonly events: number;
};

type JournalRange = { readonly host: string; readonly logins: number; readonly fromMs: number };

export const ENTRIES_PER_LOGIN = 4;
const EVENTS_PER_LOGIN = 3;
const SECONDS_BETWEEN = 10;

/** Makes what sshd and PAM log when users of one host fail to log in, log in and log out. Another host has other entries. */
export const makeJournal = ({ host, logins, fromMs }: JournalRange): Journal => {
  const entries = Array.from({ length: logins }, (_, login) => messagesOf(login)).flatMap((messages, login) =>
    messages.map((message, index) =>
      makeEntry(message, {
        host,
        pid: 1000 + login,
        number: login * ENTRIES_PER_LOGIN + index + 1,
        micros: (fromMs + login * SECONDS_BETWEEN * 1000) * 1000 + index * 50_000,
      }),
    ),
  );
  return {
    lines: entries.map((entry) => JSON.stringify(entry)),
    exported: exportEntries(entries.map(toFields)),
    events: logins * EVENTS_PER_LOGIN,
  };
};

const messagesOf = (login: number): readonly string[] => {
  const user = `user${login % 300}`;
  const from = `10.20.${login % 250}.15 port ${30_000 + (login % 30_000)} ssh2`;
  return [
    `Failed password for ${user} from ${from}`,
    `Accepted password for ${user} from ${from}`,
    `pam_unix(sshd:session): session opened for user ${user}(uid=${5000 + (login % 300)}) by (uid=0)`,
    `pam_unix(sshd:session): session closed for user ${user}`,
  ];
};

type Place = {
  readonly host: string;
  readonly pid: number;
  readonly number: number;
  readonly micros: number;
};

/** The fields that systemd 252 writes for a message of sshd. */
const makeEntry = (
  message: string,
  { host, pid, number, micros }: Place,
): Readonly<Record<string, string>> => ({
  __CURSOR: `s=0a1b2c3d4e5f60718293a4b5c6d7e8f9;i=${number.toString(16)};b=${BOOT};m=${number.toString(16)};t=${micros.toString(16)};x=${number.toString(16)}`,
  __REALTIME_TIMESTAMP: String(micros),
  __MONOTONIC_TIMESTAMP: String(number),
  _BOOT_ID: BOOT,
  _TRANSPORT: 'syslog',
  PRIORITY: '6',
  _UID: '0',
  _GID: '0',
  _CAP_EFFECTIVE: '1ffffffffff',
  _SELINUX_CONTEXT: 'unconfined',
  _SYSTEMD_SLICE: 'system.slice',
  _SYSTEMD_CGROUP: '/system.slice/ssh.service',
  _SYSTEMD_UNIT: 'ssh.service',
  _MACHINE_ID: 'b1946ac92492d2347c6235b4d2611184',
  _HOSTNAME: host,
  _RUNTIME_SCOPE: 'system',
  SYSLOG_FACILITY: '4',
  SYSLOG_IDENTIFIER: 'sshd',
  SYSLOG_PID: String(pid),
  _PID: String(pid),
  _COMM: 'sshd',
  _EXE: '/usr/sbin/sshd',
  _CMDLINE: 'sshd: user [priv]',
  _SYSTEMD_INVOCATION_ID: '591785b794601e212b260e25925636fd',
  _SOURCE_REALTIME_TIMESTAMP: String(micros - 40),
  MESSAGE: message,
});

const BOOT = '00112233445566778899aabbccddeeff';
