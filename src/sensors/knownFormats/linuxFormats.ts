import { json } from './knownFormat.ts';
import type { KnownFormat } from './knownFormat.ts';

const ACCEPTED = 'Accepted publickey for ana from 10.0.0.9 port 50438 ssh2';

export const LINUX_FORMATS: readonly KnownFormat[] = [
  {
    group: 'Linux',
    name: 'syslog, RFC 3164',
    source: '`/var/log/auth.log`, `/var/log/secure`',
    needs: ['--timezone'],
    sample: `Nov 16 09:00:00 web01 sshd[4711]: ${ACCEPTED}`,
  },
  {
    group: 'Linux',
    name: 'syslog, ISO times',
    source: '`/var/log/auth.log` of rsyslog 8',
    needs: [],
    sample: `2026-11-16T09:00:00.123456+00:00 web01 sshd[4711]: ${ACCEPTED}`,
  },
  {
    group: 'Linux',
    name: 'syslog, RFC 5424',
    source: 'rsyslog, syslog-ng and other collectors',
    needs: [],
    sample: `<86>1 2026-11-16T09:00:00.123456Z web01 sshd 4711 - - ${ACCEPTED}`,
  },
  {
    group: 'Linux',
    name: 'journal',
    source: '`journalctl -o json`',
    needs: [],
    sample: json({
      __REALTIME_TIMESTAMP: '1794819600123456',
      _HOSTNAME: 'web01',
      SYSLOG_IDENTIFIER: 'sshd',
      _PID: '4711',
      MESSAGE: ACCEPTED,
    }),
  },
  {
    group: 'Linux',
    name: 'auditd',
    source: '`/var/log/audit/audit.log`, `ausearch --raw`; with `--host` unless it has `node=`',
    needs: ['--host'],
    sample:
      'type=USER_LOGIN msg=audit(1794819600.123:9000): pid=4711 uid=0 auid=1000 ses=5 msg=\'op=login id=1000 exe="/usr/sbin/sshd" ' +
      "hostname=10.0.0.9 addr=10.0.0.9 terminal=ssh res=success'",
  },
  {
    group: 'Linux',
    name: 'wtmp, utmp, btmp',
    source: '`/var/log/wtmp`, `/var/log/btmp`; with `--host`',
    needs: ['--host'],
    sample: null,
  },
  {
    group: 'Linux',
    name: 'utx.log of FreeBSD',
    source: '`/var/log/utx.log`; with `--host`',
    needs: ['--host'],
    sample: null,
  },
  {
    group: 'Linux',
    name: 'wtmpdb',
    source: '`/var/log/wtmp.db`, `/var/lib/wtmpdb/wtmp.db` (SQLite); with `--host`',
    needs: ['--host'],
    sample: null,
  },
];
