/** The text of a login, which each record has. */
export const TEXT = 'Accepted publickey for ana from 203.0.113.7 port 50001 ssh2';

/** By shape: records of the same login on web1, as templates of rsyslog write it, with its time. */
export const RSYSLOG_RECORDS = {
  // https://www.rsyslog.com/doc/configuration/templates.html
  rsyslog: [
    [
      '2026-11-02T09:11:12.000000Z',
      {
        '@timestamp': '2026-11-02T10:11:12+01:00',
        host: 'web1',
        severity: 'info',
        facility: 'auth',
        programname: 'sshd',
        syslogtag: 'sshd[712]:',
        procid: '712',
        message: ` ${TEXT}`,
      },
    ],
    [
      '2026-11-02T10:11:12.345678Z',
      {
        timereported: '2026-11-02T10:11:12.345678+00:00',
        hostname: 'web1',
        syslogtag: 'sshd[712]:',
        fromhost: 'collector',
        msg: ` ${TEXT}`,
      },
    ],
  ],
  'rsyslog, with the tag alone': [
    [
      '2026-11-02T09:11:12.000000Z',
      {
        type: 'syslog',
        timestamp: '2026-11-02T10:11:12+01:00',
        host: 'web1',
        severity: 'info',
        facility: 'auth',
        tag: 'sshd[712]:',
        message: ` ${TEXT}`,
      },
    ],
  ],
} as const;
