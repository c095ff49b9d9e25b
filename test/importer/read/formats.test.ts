import { describe, expect, test } from '@jest/globals';

import { recognizeFormat } from '../../../src/importer/read/formats.ts';

import { aRecord, readCounts, runCommand, writeFile } from '../importing.ts';

const EVENT = '<Event><System><EventID>4624</EventID></System></Event>';
const AUDIT = 'type=USER_LOGIN msg=audit(1794823200.250:9000): pid=700';

describe('formats', () => {
  test.each([
    ['EVTX', Buffer.concat([Buffer.from('ElfFile\0'), Buffer.alloc(100)]), 'evtx'],
    ['EVTX without its header', Buffer.concat([Buffer.alloc(4096), Buffer.from('ElfChnk\0')]), 'evtx'],
    ['an event', EVENT, 'xml'],
    ['an export', `\uFEFF<?xml version="1.0"?>\n<Events>${EVENT}`, 'xml'],
    ['an array', '[{"EventID": 4624}]', 'json'],
    ['an object over lines', '{\n  "EventID": 4624\n}', 'json'],
    ['an answer over lines', '{"Schema":[],"Results":[\n{"A":1},\n{"A":2}]}', 'json'],
    ['lines of JSON, the first one damaged', '{"EventID":46\n{"EventID":4624}', 'ndjson'],
    ['lines of JSON', '{"EventID":4624}\n{"EventID":4624}', 'ndjson'],
    ['lines of JSON, the first one without its beginning', 'ID":4624}\n{"EventID":4624}', 'ndjson'],
    ['RFC 3164', 'Nov 16 10:00:00 web01 sshd[7]: Server listening', 'text'],
    ['RFC 5424', '<86>1 2026-11-16T10:00:00Z web01 sshd 7 - - x', 'text'],
    ['auditd', AUDIT, 'text'],
    ['auditd, the first line without its beginning', `8 res=success'\n${AUDIT}`, 'text'],
    ['syslog behind NULs', `${'\0'.repeat(100)}Nov 16 10:00:00 web01 sshd[7]: x`, 'text'],
    ['the year after the day', 'Nov 16 2026 10:00:00 web01 sshd[7]: x', 'text'],
    ['logread', 'Mon Nov 16 10:00:00 2026 authpriv.info dropbear[7]: x', 'text'],
    ['log show', 'Timestamp                       (process)[PID]    \n2026-11-16', 'text'],
    ['log show, compact', '2026-11-16 10:00:00.123 Df sshd[7:1a] x', 'text'],
    ['journalctl -o short-unix', '1794823200.123456 web01 sshd[7]: x', 'text'],
    ['journalctl -o short-monotonic', '[  123.456789] web01 sshd[7]: x', 'text'],
    ['journalctl -o export', '__CURSOR=s=1\n__REALTIME_TIMESTAMP=1\n', 'journal'],
    ['journalctl -o json-seq', '\u001E{"MESSAGE":"x"}\n', 'ndjson'],
    ['an array of numbers', '[ 1.5, 2]', 'json'],
    ['the log of a program', '2026-11-16 10:00:00 main: started\n', null],
    ["Fluentd's file", '2026-11-16T10:00:00+00:00\tauth\t{"message":"x"}\n', 'text'],
    ["Fluent Bit's file", 'tail.0: [1794823200.5, {"log":"x"}]\n', 'text'],
    ["Grafana's download", 'Total number of lines: 1\nCommon labels: {"host":"web01"}\n', 'text'],
    ['CSV of Log Analytics', 'TimeGenerated [UTC],Computer,EventID\n', 'csv'],
    [
      'CSV of Get-EventLog',
      '#TYPE System.Diagnostics.EventLogEntry\n"InstanceId","Source","TimeGenerated"\n',
      'csv',
    ],
    ['CSV of Kibana', '"@timestamp","host.hostname",message\n', 'csv'],
    ['CSV of Kibana in documents of Winlogbeat', '"@timestamp","winlog.event_id"\n', 'csv'],
    ["CSV of Wazuh's dashboard", '"timestamp","agent.name","full_log"\n', 'csv'],
    ['CSV of Grafana', '"labels","Time","Line","tsNs","id"\n', 'csv'],
    ['CSV of Graylog', '"timestamp","source","message"\n', 'csv'],
    ["CSV of Log Analytics' table Syslog", 'TimeGenerated [UTC],Computer,SyslogMessage,ProcessName\n', 'csv'],
    ['CSV with semicolons', 'TimeCreated;Id;Message\r\n', 'csv'],
    [
      'CSV of the Event Viewer in German',
      'Schlüsselwörter,Datum und Uhrzeit,Quelle,Ereignis-ID,Kategorie\na,b,c,4624,e,"f\n',
      'csv',
    ],
    ["text of Splunk's forwarder", '11/16/2026 09:00:00 AM\nLogName=Security\n', 'text'],
    ['nothing', '', 'ndjson'],
    ['prose', 'Dear reader,\nhow are you?\n', null],
    ['a table', 'time,user\n2026-11-16,ana\n', null],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), null],
  ])('%s', (_, content, expected) => {
    expect(recognizeFormat(Buffer.from(content))?.format ?? null).toBe(expected);
  });
});

describe('content in an unknown format', () => {
  test('is one failure that lists the known formats, and the other files are read', async () => {
    const prose = writeFile('Dear reader,\nhow are you?\nYours\n'.repeat(10_000), 'letter.txt');
    const { code, output } = await runCommand(['--dry-run', prose, writeFile([aRecord(0)])]);
    expect(readCounts(output)).toMatchObject({ 'records read': 2, events: 1, failed: 1 });
    expect(output).toMatch(
      /unknown content: it resembles no format; --formats lists the known ones, and --format names one\n +\S*letter\.txt:1\n/,
    );
    expect(code).toBe(1);
  });

  test('is read in the format of --format', async () => {
    const lines = writeFile('-- begin\n2026/11/16 what follows is a log\n', 'x.txt');
    const { output } = await runCommand(['--dry-run', '--format', 'text', lines]);
    expect(readCounts(output)).toMatchObject({ 'records read': 2, 'not a line of syslog': 2 });
    const { output: asJson } = await runCommand(['--dry-run', '--format', 'ndjson', lines]);
    expect(readCounts(asJson)).toMatchObject({ 'records read': 2, 'not JSON': 2 });
  });

  test('--format with an unknown name is refused', async () => {
    const { code, errors } = await runCommand(['--dry-run', '--format', 'pdf', writeFile('')]);
    expect(errors).toContain('--format must be one of evtx, xml, json, ndjson, csv, journal, text, utmp');
    expect(code).toBe(2);
  });
});
