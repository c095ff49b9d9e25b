/** A line of sshd. Lines of different processes have different times. */
export const line = (host: string, pid: number, text: string, second = 0): string =>
  `2026-09-01T08:00:${String(second).padStart(2, '0')}.${String(pid).padStart(6, '0')}Z ${host} sshd[${pid}]: ${text}`;

export const accepted = (host: string, pid: number, user = 'ana'): string =>
  line(host, pid, `Accepted password for ${user} from 10.0.0.9 port ${pid} ssh2`);

export const opened = (host: string, pid: number, user = 'ana'): string =>
  line(host, pid, `pam_unix(sshd:session): session opened for user ${user}(uid=1000) by (uid=0)`, 1);
