import fc from 'fast-check';

import { aRecord } from '../../importer/importing.ts';

/**
 * The records of a host in the order in which it wrote them: logins, failed and not, of the programs whose records are joined. No two lines are
 * equal, also where times are whole seconds.
 */
export const someShippedLog: fc.Arbitrary<readonly string[]> = fc
  .tuple(
    fc.constantFrom(1, 1, 1000),
    fc.array(
      fc.record({
        scene: fc.constantFrom(
          ...([
            'SSHD',
            'KEYS',
            'LEFT',
            'INVALID',
            'NO_PID',
            'CLIENT',
            'ASKED',
            'GDM',
            'LOGIN',
            'LOGIND',
            'AUDIT',
            'BOTH',
            'UNLOCK',
          ] as const),
        ),
        pid: fc.integer({ min: 4000, max: 4003 }),
        user: fc.constantFrom('ana', 'bob'),
        gapMs: fc.constantFrom(1, 40, 900, 4000, 70_000, 700_000),
      }),
      { minLength: 1, maxLength: 7 },
    ),
  )
  .map(([unitMs, scenes]) => {
    const lines: string[] = [];
    let at = Date.UTC(2026, 8, 1, 8);
    for (const { scene, pid, user, gapMs } of scenes) {
      at += gapMs;
      const log = makeLog(lines, () => {
        at += 13;
        return at - (at % unitMs);
      });
      SCENES[scene]({ ...log, pid, user, port: 50_000 + lines.length });
    }
    return [...new Set(lines)];
  });

type Log = {
  readonly syslog: (program: string, text: string) => void;
  readonly audit: (type: string, text: string) => void;
  readonly windows: (fields: Readonly<Record<string, unknown>>) => void;
};

type Scene = Log & { readonly pid: number; readonly user: string; readonly port: number };

const HOST = 'WEB1';

const makeLog = (lines: string[], nextMs: () => number): Log => ({
  syslog: (program, text) => lines.push(`${new Date(nextMs()).toISOString()} ${HOST} ${program}: ${text}`),
  audit: (type, text) => {
    const ms = nextMs();
    lines.push(
      `node=${HOST} type=${type} msg=audit(${Math.floor(ms / 1000)}.${String(ms % 1000).padStart(3, '0')}:${lines.length}): ${text}`,
    );
  },
  windows: (fields) =>
    lines.push(
      JSON.stringify(
        aRecord(lines.length, { Hostname: HOST, TimeCreated: new Date(nextMs()).toISOString(), ...fields }),
      ),
    ),
});

const SCENES = {
  SSHD: ({ syslog, pid, user, port }) => {
    const sshd = `sshd[${pid}]`;
    syslog(sshd, `Connection from 10.0.0.9 port ${port} on 10.0.0.1 port 22 rdomain ""`);
    syslog(
      sshd,
      `pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=10.0.0.9  user=${user}`,
    );
    syslog(sshd, `Failed password for ${user} from 10.0.0.9 port ${port} ssh2`);
    syslog(sshd, `Accepted password for ${user} from 10.0.0.9 port ${port} ssh2`);
    syslog(sshd, `pam_unix(sshd:session): session opened for user ${user}(uid=1000) by (uid=0)`);
    syslog(sshd, `pam_unix(sshd:session): session closed for user ${user}`);
  },
  KEYS: ({ syslog, pid, user, port }) => {
    const sshd = `sshd[${pid}]`;
    syslog(sshd, `Failed publickey for ${user} from 10.0.0.9 port ${port} ssh2: RSA SHA256:a`);
    syslog(sshd, `Failed publickey for ${user} from 10.0.0.9 port ${port} ssh2: RSA SHA256:b`);
    if (port % 2 === 0)
      syslog(sshd, `Accepted publickey for ${user} from 10.0.0.9 port ${port} ssh2: RSA SHA256:c`);
    else syslog(sshd, `Connection closed by authenticating user ${user} 10.0.0.9 port ${port} [preauth]`);
  },
  /** Of a sshd without a separate process for what comes before a login. */
  LEFT: ({ syslog, pid, user, port }) => {
    const sshd = `sshd[${pid}]`;
    syslog(sshd, `Failed publickey for ${user} from 10.0.0.9 port ${port} ssh2: RSA SHA256:a`);
    if (port % 2 === 0)
      syslog(sshd, `Accepted publickey for ${user} from 10.0.0.9 port ${port} ssh2: RSA SHA256:c`);
    syslog(sshd, `Connection closed by 10.0.0.9 port ${port}`);
  },
  /** Two clients at the same time. */
  NO_PID: ({ syslog, user, port }) => {
    for (const address of ['10.0.0.7', '10.0.0.8'])
      syslog('sshd', `Invalid user ${user}x from ${address} port ${port}`);
    for (const address of ['10.0.0.7', '10.0.0.8'])
      syslog('sshd', `Failed password for invalid user ${user}x from ${address} port ${port} ssh2`);
    syslog('sshd', `Accepted password for ${user} from 10.0.0.7 port ${port} ssh2`);
    syslog('sshd', `pam_unix(sshd:session): session opened for user ${user}(uid=1000) by (uid=0)`);
    syslog('sshd', `pam_unix(sshd:session): session opened for user ${user}y(uid=1001) by (uid=0)`);
  },
  /** A client that uses its port again. */
  CLIENT: ({ syslog, pid, user }) => {
    syslog(`sshd[${pid + 10}]`, `Disconnected from user ${user} 10.0.0.9 port 4040`);
    syslog(`sshd[${pid}]`, `Accepted publickey for ${user} from 10.0.0.9 port 4040 ssh2: RSA SHA256:c`);
    syslog(`sshd[${pid + 10}]`, `Disconnected from user ${user} 10.0.0.9 port 4040`);
  },
  INVALID: ({ syslog, pid, user, port }) => {
    const sshd = `sshd[${pid}]`;
    syslog(sshd, `Invalid user ${user}x from 10.0.0.9 port ${port}`);
    if (port % 2 === 0) {
      syslog(sshd, `Failed password for invalid user ${user}x from 10.0.0.9 port ${port} ssh2`);
      syslog(sshd, `Failed password for invalid user ${user}x from 10.0.0.9 port ${port} ssh2`);
      syslog(
        sshd,
        `error: maximum authentication attempts exceeded for invalid user ${user}x from 10.0.0.9 port ${port} ssh2 [preauth]`,
      );
    }
    syslog(sshd, `Connection closed by invalid user ${user}x 10.0.0.9 port ${port} [preauth]`);
  },
  ASKED: ({ syslog, pid, user, port }) => {
    const sshd = `sshd[${pid}]`;
    syslog(sshd, `error: PAM: Authentication failure for ${user} from 10.0.0.9`);
    syslog(sshd, `Failed keyboard-interactive/pam for ${user} from 10.0.0.9 port ${port} ssh2`);
  },
  GDM: ({ syslog, pid, user }) => {
    const gdm = `gdm-password[${pid}]`;
    syslog(
      gdm,
      `pam_unix(gdm-password:auth): authentication failure; logname= uid=0 euid=0 tty=/dev/tty1 ruser= rhost=  user=${user}`,
    );
    syslog(
      gdm,
      `pam_sss(gdm-password:auth): authentication failure; logname= uid=0 euid=0 tty=/dev/tty1 ruser= rhost= user=${user}`,
    );
    syslog(gdm, `pam_unix(gdm-password:session): session opened for user ${user}(uid=1000) by (uid=0)`);
  },
  LOGIN: ({ syslog, pid, user }) => {
    syslog(
      `login[${pid}]`,
      `pam_unix(login:session): session opened for user ${user}(uid=1000) by LOGIN(uid=0)`,
    );
    syslog(`login[${pid}]`, `LOGIN ON tty1 BY ${user}`);
  },
  LOGIND: ({ syslog, pid, user }) => {
    syslog('systemd-logind[411]', `New session ${pid} of user ${user}.`);
    syslog('systemd-logind[411]', `Session ${pid} logged out. Waiting for processes to exit.`);
    syslog('systemd-logind[411]', `Removed session ${pid}.`);
  },
  AUDIT: ({ audit, pid, user, port }) => {
    audit(
      'CRYPTO_SESSION',
      `pid=${pid} uid=0 auid=4294967295 ses=4294967295 msg='op=start direction=from-client laddr=10.0.0.1 lport=22  exe="/usr/sbin/sshd" hostname=? addr=10.0.0.9 terminal=? res=success' rport=${port}`,
    );
    audit(
      'USER_START',
      `pid=${pid} uid=0 auid=1000 ses=${port} msg='op=PAM:session_open grantors=pam_unix acct="${user}" exe="/usr/sbin/sshd" hostname=10.0.0.9 addr=10.0.0.9 terminal=ssh res=success'`,
    );
    audit(
      'USER_LOGIN',
      `pid=${pid} uid=0 auid=1000 ses=${port} msg='op=login id=1000 exe="/usr/sbin/sshd" hostname=10.0.0.9 addr=10.0.0.9 terminal=/dev/pts/0 res=success'`,
    );
    audit(
      'USER_END',
      `pid=${pid} uid=0 auid=1000 ses=${port} msg='op=PAM:session_close grantors=pam_unix acct="${user}" exe="/usr/sbin/sshd" hostname=10.0.0.9 addr=10.0.0.9 terminal=ssh res=success'`,
    );
    audit(
      'USER_LOGOUT',
      `pid=${pid} uid=0 auid=1000 ses=${port} msg='op=login id=1000 exe="/usr/sbin/sshd" hostname=10.0.0.9 addr=10.0.0.9 terminal=/dev/pts/0 res=success'`,
    );
  },
  BOTH: (scene) => {
    SCENES.SSHD(scene);
    SCENES.AUDIT(scene);
  },
  UNLOCK: ({ windows, user, port }) => {
    const ofUser = { TargetUserName: user, TargetLogonId: `0x${port.toString(16)}` };
    const logon = { ...ofUser, LogonType: '7', IpAddress: '-', IpPort: '0' };
    windows({ ...ofUser, EventID: 4800 });
    windows(logon);
    windows(logon);
    windows({ ...logon, EventID: 4634 });
    windows({ ...ofUser, EventID: 4801 });
    windows(logon);
    windows({ ...logon, EventID: 4634 });
  },
} as const satisfies Readonly<Record<string, (scene: Scene) => void>>;
