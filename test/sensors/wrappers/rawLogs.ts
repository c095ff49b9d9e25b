/** A login in raw logs, as their programs write them. */
export const SSHD_LINE =
  'Nov  2 10:11:12 web1 sshd[712]: Accepted publickey for ana from 203.0.113.7 port 50001 ssh2';
/** A line of syslog without a host, as in records of the host that wrote it. */
export const AUDIT_LINE =
  'type=USER_LOGIN msg=audit(1793614272.345:449): pid=712 uid=0 auid=1000 ses=7 msg=\'op=login id=1000 exe="/usr/sbin/sshd" hostname=203.0.113.7 addr=203.0.113.7 terminal=/dev/pts/0 res=success\'';
export const EVENT_XML = `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-Security-Auditing' Guid='{54849625-5478-4994-a5ba-3e3b0328c30d}'/><EventID>4624</EventID><TimeCreated SystemTime='2026-11-02T08:00:00.1234567Z'/><EventRecordID>101</EventRecordID><Channel>Security</Channel><Computer>WS7.corp.example</Computer></System><EventData><Data Name='TargetUserSid'>S-1-5-21-1-2-3-1107</Data><Data Name='TargetUserName'>ana</Data><Data Name='TargetDomainName'>CORP</Data><Data Name='TargetLogonId'>0x5a1b2</Data><Data Name='LogonType'>10</Data><Data Name='IpAddress'>203.0.113.9</Data><Data Name='IpPort'>50123</Data></EventData></Event>`;
/** The document of Winlogbeat for that event. */
export const WINLOGBEAT = {
  '@timestamp': '2026-11-02T08:00:00.123Z',
  winlog: {
    channel: 'Security',
    event_id: '4624',
    record_id: '101',
    computer_name: 'WS7.corp.example',
    provider_name: 'Microsoft-Windows-Security-Auditing',
    time_created: '2026-11-02T08:00:00.1234567Z',
    event_data: {
      TargetUserSid: 'S-1-5-21-1-2-3-1107',
      TargetUserName: 'ana',
      TargetDomainName: 'CORP',
      TargetLogonId: '0x5a1b2',
      LogonType: '10',
      IpAddress: '203.0.113.9',
      IpPort: '50123',
    },
  },
  host: { name: 'collector' },
  agent: { name: 'collector', type: 'winlogbeat' },
};
/** The entry of journald for the line. */
export const JOURNAL_ENTRY = {
  __REALTIME_TIMESTAMP: '1793614272345678',
  __CURSOR: 's=1;i=2',
  _HOSTNAME: 'web1',
  SYSLOG_IDENTIFIER: 'sshd',
  _PID: '712',
  MESSAGE: 'Accepted publickey for ana from 203.0.113.7 port 50001 ssh2',
};

/** https://schema.ocsf.io/classes/authentication */
export const OCSF_LOGON = {
  class_uid: 3002,
  class_name: 'Authentication',
  category_uid: 3,
  activity_id: 1,
  type_uid: 300201,
  time: 1_793_606_400_123,
  status_id: 1,
  logon_type_id: 10,
  is_remote: true,
  user: { name: 'ana', domain: 'CORP', uid: 'S-1-5-21-1-2-3-1107' },
  session: { uid: '0x5a1b2' },
  src_endpoint: { ip: '203.0.113.9', port: 50123, hostname: 'LAPTOP' },
  dst_endpoint: { hostname: 'WS7.corp.example', ip: '10.0.0.7', port: 3389 },
  device: { hostname: 'WS7.corp.example' },
  metadata: { version: '1.1.0', uid: 'a-1', product: { name: 'Windows' } },
};

/** A line of osquery's results log: https://osquery.readthedocs.io/en/stable/deployment/logging/#logging-results */
export const osqueryResult = (fields: object) => ({
  name: 'pack_sessions_of_users',
  hostIdentifier: 'web1',
  calendarTime: 'Mon Nov  2 10:12:00 2026 UTC',
  unixTime: 1_793_614_320,
  epoch: 0,
  counter: 1,
  numerics: false,
  ...fields,
});

/** Rows of the tables that osquery's sensor reads. */
export const LOGGED_IN = {
  type: 'user',
  user: 'ana',
  tty: 'pts/0',
  host: '203.0.113.7',
  time: '1793614272',
  pid: '712',
};
export const LAST = {
  username: 'ana',
  tty: 'pts/0',
  pid: '712',
  type: '7',
  type_name: 'user-process',
  time: '1793614272',
  host: '203.0.113.7',
};
export const LOGON_SESSION = {
  logon_id: '369074',
  user: 'ana',
  logon_domain: 'CORP',
  authentication_package: 'Negotiate',
  logon_type: 'RemoteInteractive',
  session_id: '2',
  logon_sid: 'S-1-5-21-1-2-3-1107',
  logon_time: '1793614272',
};

export const OSQUERY_RESULTS = [
  osqueryResult({ action: 'added', columns: LOGGED_IN }),
  osqueryResult({ action: 'snapshot', snapshot: [LAST, LOGON_SESSION] }),
  osqueryResult({ diffResults: { added: [LOGGED_IN], removed: [LOGON_SESSION] } }),
];
