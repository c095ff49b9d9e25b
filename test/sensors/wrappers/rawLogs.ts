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
