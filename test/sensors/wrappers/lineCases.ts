import { AUDIT_LINE, EVENT_XML, JOURNAL_ENTRY, SSHD_LINE, WINLOGBEAT } from './rawLogs.ts';
import type { Cases } from './wrapperCase.ts';

const AUDITBEAT = {
  '@timestamp': '2026-11-02T10:11:12.345Z',
  agent: { name: 'collector', type: 'auditbeat' },
  auditd: {
    message_type: 'user_login',
    sequence: 449,
    session: '7',
    result: 'success',
    data: { op: 'login', id: '1000', hostname: '203.0.113.7', terminal: '/dev/pts/0', addr: '203.0.113.7' },
  },
  event: { module: 'auditd', category: ['authentication'], action: 'logged-in', outcome: 'success' },
  host: { hostname: 'web1', name: 'collector' },
  process: { pid: 712, executable: '/usr/sbin/sshd' },
  source: { ip: '203.0.113.7' },
  user: { id: '0', name: 'root', audit: { id: '1000', name: 'ana' } },
};

const AUDIT_LINE_OF_NODE = `node=web1 ${AUDIT_LINE}`;

const NXLOG = {
  EventReceivedTime: '2026-11-02 11:11:13',
  SourceModuleName: 'auth',
  SourceModuleType: 'im_file',
};

export const LINE_CASES: Cases = {
  // https://www.elastic.co/docs/reference/beats/auditbeat/auditbeat-module-auditd
  'Auditbeat, auditd module': [
    [AUDIT_LINE_OF_NODE, AUDITBEAT],
    [AUDIT_LINE_OF_NODE, { ...AUDITBEAT, event: { ...AUDITBEAT.event, original: [AUDIT_LINE] } }],
    [
      AUDIT_LINE_OF_NODE.replace('op=login', 'op=login acct="an a"'),
      { ...AUDITBEAT, auditd: { ...AUDITBEAT.auditd, data: { ...AUDITBEAT.auditd.data, acct: 'an a' } } },
    ],
  ],
  "Elastic's system.auth without the message": [
    [
      {
        '@timestamp': '2026-11-02T10:11:12.000Z',
        host: { hostname: 'web1' },
        process: { name: 'sshd', pid: 712 },
        message: 'Accepted publickey for ana from 203.0.113.7 port 50001 ssh2',
      },
      {
        '@timestamp': '2026-11-02T10:11:12.000Z',
        event: { action: 'ssh_login', category: ['authentication', 'session'], outcome: 'success' },
        host: { hostname: 'web1' },
        process: { name: 'sshd', pid: 712 },
        source: { ip: '203.0.113.7', port: 50001 },
        system: { auth: { ssh: { event: 'Accepted', method: 'publickey' } } },
        user: { name: 'ana' },
      },
    ],
  ],
  'system.auth of Filebeat 6': [
    ...['Accepted publickey', 'Failed password'].map(
      (event) =>
        [
          {
            '@timestamp': '2026-11-02T10:11:12.000Z',
            host: { hostname: 'web1' },
            process: { name: 'sshd', pid: 712 },
            message: `${event} for ana from 203.0.113.7 port 50001 ssh2`,
          },
          {
            '@timestamp': '2026-11-02T10:11:12.000Z',
            beat: { hostname: 'collector', version: '6.8.23' },
            fileset: { module: 'system', name: 'auth' },
            system: {
              auth: {
                timestamp: 'Nov  2 10:11:12',
                hostname: 'web1',
                pid: '712',
                user: 'ana',
                ssh: {
                  event: event.split(' ')[0],
                  method: event.split(' ')[1],
                  ip: '203.0.113.7',
                  port: '50001',
                },
              },
            },
          },
        ] as const,
    ),
    [
      {
        '@timestamp': '2026-11-02T10:11:12.000Z',
        host: { hostname: 'web1' },
        process: { name: 'login', pid: 712 },
        message: 'pam_unix(login:session): session opened for user ana by LOGIN(uid=0)',
      },
      {
        '@timestamp': '2026-11-02T10:11:12.000Z',
        fileset: { module: 'system', name: 'auth' },
        system: {
          auth: {
            hostname: 'web1',
            program: 'login',
            pid: '712',
            message: 'pam_unix(login:session): session opened for user ana by LOGIN(uid=0)',
          },
        },
      },
    ],
  ],
  'a flat document with winlog.event_id': [
    [
      WINLOGBEAT,
      {
        '@timestamp': WINLOGBEAT['@timestamp'],
        ...Object.fromEntries(
          Object.entries(WINLOGBEAT.winlog).flatMap(([name, value]) =>
            typeof value === 'string'
              ? [[`winlog.${name}`, value]]
              : Object.entries(value).map(([inner, one]) => [`winlog.event_data.${inner}`, one]),
          ),
        ),
      },
    ],
  ],
  'a flat document with event.category': [
    [
      {
        '@timestamp': '2026-11-02T10:11:12Z',
        host: { hostname: 'web1' },
        process: { name: 'sshd', pid: 712 },
        message: JOURNAL_ENTRY.MESSAGE,
      },
      {
        '@timestamp': '2026-11-02T10:11:12Z',
        'event.category': 'authentication',
        'host.hostname': 'web1',
        'process.name': 'sshd',
        'process.pid': 712,
        message: JOURNAL_ENTRY.MESSAGE,
      },
    ],
  ],
  'a flat document with auditd.message_type': [
    [
      AUDIT_LINE_OF_NODE,
      {
        '@timestamp': '2026-11-02T10:11:12.345Z',
        'auditd.message_type': 'user_login',
        'auditd.sequence': 449,
        'auditd.session': '7',
        'auditd.result': 'success',
        'auditd.data': AUDITBEAT.auditd.data,
        'host.hostname': 'web1',
        'process.pid': 712,
        'process.executable': '/usr/sbin/sshd',
        'user.audit.id': '1000',
      },
    ],
  ],
  'OCSF with raw_data': [
    [SSHD_LINE, { class_uid: 3002, activity_id: 1, raw_data: SSHD_LINE, device: { hostname: 'web1' } }],
  ],
  // https://www.elastic.co/docs/reference/ecs/ecs-event
  'a line in event.original': [
    [
      SSHD_LINE,
      {
        '@timestamp': '2026-11-02T10:11:13.5Z',
        event: { original: SSHD_LINE },
        agent: { name: 'collector' },
      },
    ],
    [AUDIT_LINE_OF_NODE, { event: { original: AUDIT_LINE }, host: { hostname: 'web1', name: 'collector' } }],
  ],
  // Filebeat, Vector's file source, Logstash
  'a line in message': [
    [SSHD_LINE, { '@timestamp': '2026-11-02T10:11:13.5Z', message: SSHD_LINE, agent: { name: 'collector' } }],
    [
      SSHD_LINE,
      {
        file: '/var/log/auth.log',
        host: 'collector',
        message: SSHD_LINE,
        source_type: 'file',
        timestamp: '2026-11-02T10:11:13Z',
      },
    ],
    [AUDIT_LINE_OF_NODE, { host: 'web1', message: AUDIT_LINE, source_type: 'file' }],
    [EVENT_XML, { message: EVENT_XML }],
  ],
  // NXLog's im_file with `$Message = $raw_event; to_json();`. https://docs.nxlog.co/refman/current/im/file.html
  'a line in Message': [
    [SSHD_LINE, { ...NXLOG, Message: SSHD_LINE }],
    [
      SSHD_LINE,
      { ...NXLOG, Message: SSHD_LINE, Hostname: 'web1', EventReceivedTime: '2026-11-02T10:11:13.5Z' },
    ],
    [AUDIT_LINE_OF_NODE, { ...NXLOG, Message: AUDIT_LINE, Hostname: 'web1' }],
    [EVENT_XML, { ...NXLOG, Message: EVENT_XML }],
  ],
  'a line in raw_event': [
    [SSHD_LINE, { ...NXLOG, raw_event: SSHD_LINE }],
    [SSHD_LINE, { ...NXLOG, raw_event: SSHD_LINE, Message: 'Accepted publickey' }],
    [SSHD_LINE, { ...NXLOG, raw_event: SSHD_LINE, Message: SSHD_LINE }],
  ],
  // Fluent Bit's tail input
  'a line in log': [[SSHD_LINE, { date: 1_793_614_273.5, log: SSHD_LINE }]],
  'a line in full_message': [
    [
      SSHD_LINE,
      {
        version: '1.1',
        host: 'web1',
        short_message: 'Accepted publickey',
        full_message: SSHD_LINE,
        timestamp: 1,
      },
    ],
  ],
  'a line in short_message': [
    [SSHD_LINE, { version: '1.1', host: 'web1', short_message: SSHD_LINE, timestamp: 1 }],
  ],
  'a line in rawmsg': [[SSHD_LINE, { rawmsg: SSHD_LINE, msg: 'Accepted publickey' }]],
  'a line in raw': [[SSHD_LINE, { raw: SSHD_LINE }]],
};
