import { json } from './knownFormat.ts';
import type { KnownFormat } from './knownFormat.ts';

const ACCEPTED = 'Accepted publickey for ana from 10.0.0.9 port 50438 ssh2';
const SSHD = `sshd[4711]: ${ACCEPTED}`;
const MAC_TIME = '2026-11-16 09:00:00.123456+0000';

/** The notations of other syslog daemons and devices, and of journalctl. */
export const UNIX_FORMATS: readonly KnownFormat[] = [
  {
    group: 'Linux',
    name: 'syslog of busybox',
    source: '`/var/log/messages` of Alpine Linux, buildroot and many appliances',
    needs: ['--timezone'],
    sample: `Nov 16 09:00:00 web01 auth.info ${SSHD}`,
  },
  {
    group: 'Linux',
    name: 'syslog with the year',
    source: 'Cisco, HP, `%Y` in a template of syslog-ng or rsyslog',
    needs: ['--timezone'],
    sample: `Nov 16 2026 09:00:00 web01 ${SSHD}`,
  },
  {
    group: 'Linux',
    name: 'logread of OpenWrt',
    source: '`logread`; with `--host`',
    needs: ['--host', '--timezone'],
    sample: `Mon Nov 16 09:00:00 2026 auth.info ${SSHD}`,
  },
  {
    group: 'Linux',
    name: 'syslog of FreeBSD',
    source: '`/var/log/auth.log` with `syslogd -v` or `-vv`',
    needs: ['--timezone'],
    sample: `Nov 16 09:00:00 <auth.info> web01 ${SSHD}`,
  },
  {
    group: 'Linux',
    name: 'syslog of AIX',
    source: '`/etc/syslog.conf`, also `Message forwarded from`',
    needs: ['--timezone'],
    sample: `Nov 16 09:00:00 relay Message forwarded from web01: auth|security:info ${SSHD}`,
  },
  {
    group: 'Linux',
    name: 'syslog of Solaris',
    source: '`/var/log/authlog`',
    needs: ['--timezone'],
    sample: `Nov 16 09:00:00 web01 sshd[4711]: [ID 800047 auth.info] ${ACCEPTED}`,
  },
  {
    group: 'Linux',
    name: 'syslog of ESXi 6 and 7',
    source: '`/var/log/auth.log`; with `--host`',
    needs: ['--host'],
    sample: `2026-11-16T09:00:00.123Z ${SSHD}`,
  },
  {
    group: 'Linux',
    name: 'syslog of ESXi 8',
    source: '`/var/log/auth.log`; with `--host`',
    needs: ['--host'],
    sample: `2026-11-16T09:00:00.123Z In(38) ${SSHD}`,
  },
  {
    group: 'Linux',
    name: 'syslog of Cisco',
    source: 'IOS, NX-OS and ASA, from a collector or `show logging`; with `--host` if it names no host',
    needs: ['--timezone'],
    sample: `Nov 16 09:00:00 rtr01 117: Nov 16 08:59:59.123: %SEC_LOGIN-5-LOGIN_SUCCESS: Login Success [user: ana] [Source: 10.0.0.9] [localport: 22] at 08:59:59 UTC Mon Nov 16 2026`,
  },
  {
    group: 'Linux',
    name: 'syslog of MikroTik',
    source: 'RouterOS, remote logging with BSD syslog',
    needs: ['--timezone'],
    sample: 'Nov 16 09:00:00 gw01 system,info,account user ana logged in from 10.0.0.9 via ssh',
  },
  {
    group: 'Linux',
    name: 'syslog of FortiGate',
    source: 'FortiOS, its formats default and RFC 5424, and its downloads; with `--host` if it names no host',
    needs: [],
    sample:
      'date=2026-11-16 time=10:00:00 devname="FG1" tz="+0100" logid="0100032001" type="event" subtype="system" logdesc="Admin login successful" user="ana" ui="https(10.0.0.9)" srcip=10.0.0.9 action="login" status="success"',
  },
  {
    group: 'Linux',
    name: 'journal, export',
    source: '`journalctl -o export`, `systemd-journal-upload`',
    needs: [],
    sample: `__CURSOR=s=1\n__REALTIME_TIMESTAMP=1794819600123456\n_HOSTNAME=web01\nSYSLOG_IDENTIFIER=sshd\n_PID=4711\nMESSAGE=${ACCEPTED}\n`,
  },
  {
    group: 'Linux',
    name: 'journal, verbose',
    source: '`journalctl -o verbose`',
    needs: [],
    sample: `Mon 2026-11-16 09:00:00.123456 UTC [s=1;i=2;b=3;m=4;t=6606100b38640;x=5]\n    _HOSTNAME=web01\n    SYSLOG_IDENTIFIER=sshd\n    _PID=4711\n    MESSAGE=${ACCEPTED}`,
  },
  {
    group: 'Linux',
    name: 'journal, short',
    source: '`journalctl`, `-o short`, `-o short-precise`',
    needs: ['--timezone'],
    sample: `Nov 16 09:00:00.123456 web01 ${SSHD}`,
  },
  {
    group: 'Linux',
    name: 'journal, short-iso',
    source: '`journalctl -o short-iso`, `-o short-iso-precise`',
    needs: [],
    sample: `2026-11-16T09:00:00+0000 web01 ${SSHD}`,
  },
  {
    group: 'Linux',
    name: 'journal, short-full',
    source: '`journalctl -o short-full`, `-o with-unit`',
    needs: ['--timezone'],
    sample: `Mon 2026-11-16 09:00:00 CET web01 ${SSHD}`,
  },
  {
    group: 'Linux',
    name: 'journal, short-unix',
    source: '`journalctl -o short-unix`',
    needs: [],
    sample: `1794819600.123456 web01 ${SSHD}`,
  },
  {
    group: 'macOS',
    name: 'log show, syslog',
    source: '`log show --style syslog`; with `--host`',
    needs: ['--host'],
    sample: `${MAC_TIME}  localhost ${SSHD}`,
  },
  {
    group: 'macOS',
    name: 'log show, default',
    source: '`log show`; with `--host`',
    needs: ['--host'],
    sample: `${MAC_TIME} 0x1a2b     Default     0x0                  4711   0    sshd: ${ACCEPTED}`,
  },
  {
    group: 'macOS',
    name: 'log show, compact',
    source: '`log show --style compact`; with `--host`',
    needs: ['--host', '--timezone'],
    sample: `2026-11-16 09:00:00.123 Df sshd[4711:1a2b3c] ${ACCEPTED}`,
  },
  {
    group: 'macOS',
    name: 'log show, JSON',
    source: '`log show --style json`, `--style ndjson`; with `--host`',
    needs: ['--host'],
    sample: json({
      timestamp: MAC_TIME,
      eventMessage: ACCEPTED,
      processImagePath: '/usr/sbin/sshd',
      processID: 4711,
      eventType: 'logEvent',
    }),
  },
];
