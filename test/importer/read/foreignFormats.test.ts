import { describe, expect, test } from '@jest/globals';

import { readRecords } from '../../../src/importer/read/readRecords.ts';

import { writeFile } from '../importing.ts';

const PS_LOG_LIST = 'the output of PsLogList, which is not read; export the log with wevtutil epl';
const TABLE =
  'a table of PowerShell, which cuts values; export with Get-WinEvent … | ConvertTo-Json -Depth 4, or the log as EVTX';

/** The first bytes of files, from the descriptions of their formats, and text behind them that looks like a log. */
const FILES = [
  ['89504e470d0a1a0a0000000d49484452', 'a picture, not a log'],
  [
    Buffer.from('Mon Nov  2 10:11:14 2026 [pid 3000] [ana] OK LOGIN: Client "203.0.113.7"').toString('hex'),
    'the log of vsftpd, which is not read: logins over FTP; import the log to which PAM writes the sessions, such as auth.log or secure',
  ],
  [
    Buffer.from('[20261102-10:11:14] [INFO ] ++ reconnected session: username ana, display :10.0').toString(
      'hex',
    ),
    "xrdp's own log, which is not read; import the log to which xrdp-sesman and PAM write the same, such as auth.log, secure or the journal",
  ],
  [
    Buffer.from('[2026-11-02T10:11:14.123Z] I santad: action=EXEC|decision=ALLOW').toString('hex'),
    "Santa's log in text, which is not read; set its EventLogType to json",
  ],
  [
    Buffer.from('[0] tail.0: [[1793614272.500000000, {}], {"log"=>"x"}]').toString('hex'),
    "what Fluent Bit prints in its own notation, which is not read; set the output's Format to json_lines",
  ],
  [
    Buffer.from('At 10:11:12 11/02/2026 system, acting as root, successfully logged-in using sshd').toString(
      'hex',
    ),
    'a text of ausearch --format text, which leaves out values; export the records with ausearch --raw',
  ],
  [
    Buffer.from('Connection\r\nLevel,Log,Time,User,Event\r\nWarning,Connection,').toString('hex'),
    "a table of Synology's Log Center, which is not read; have Log Center send its logs to a syslog server, and import those",
  ],
  [
    Buffer.from('** Alert 1793614272.12345: - syslog,sshd,').toString('hex'),
    'alerts.log of Wazuh or OSSEC, which has several lines for an alert; import alerts.json beside it, which <jsonout_output>yes</jsonout_output> writes',
  ],
  [
    Buffer.from('\nLogin Report\n====').toString('hex'),
    'a report of aureport, which leaves out values; export the records with ausearch --raw',
  ],
  [
    Buffer.from('<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">').toString(
      'hex',
    ),
    'objects of PowerShell (Export-Clixml), which are not read; export with Get-WinEvent … | ConvertTo-Json -Depth 4, or the log as EVTX',
  ],
  [
    Buffer.from("<?xml version='1.0' encoding='UTF-8'?>\n<results preview='0'>").toString('hex'),
    'results of Splunk in XML, which are not read; export them as JSON or CSV',
  ],
  [
    Buffer.from('"Timestamp","RuleTitle","Level","Computer"').toString('hex'),
    'a timeline of Hayabusa, not a log; import the EVTX files that it read',
  ],
  [
    Buffer.from('timestamp,detections,path,Event ID').toString('hex'),
    'detections of Chainsaw, not a log; import the EVTX files that it read',
  ],
  [
    Buffer.from('NODE,EVENT,DATE,TIME,SERIAL_NUM').toString('hex'),
    'a table of ausearch --format csv, which leaves out values; export the records with ausearch --raw',
  ],
  ...(
    [
      [
        'EventTime,Computer,Channel,Provider,EventID,EventRecordID',
        'CSV of Velociraptor, which is not read; export the results as JSON, or collect the EVTX files',
      ],
      [
        'EventLog,RecordNumber,TimeGenerated,TimeWritten,EventID,EventType',
        'a table of Log Parser, which leaves out the names of values; import the EVTX files that it read',
      ],
      ['PsLogList v2.82 - local and remote event log viewer', PS_LOG_LIST],
      ['Security log on \\\\WS1:\r\n[1001] Microsoft-Windows-Security-Auditing', PS_LOG_LIST],
      [
        '\r\n\r\n   ProviderName: Microsoft-Windows-Security-Auditing\r\n\r\nTimeCreated            Id LevelDisplayName Message\r\n-----------            -- ---------------- -------\r\n',
        TABLE,
      ],
      ['\uFEFF\nTimeCreated   Id Message\n-----------   -- -------', TABLE],
      [
        '\n   Index Time          EntryType   Source       InstanceID Message\n   ----- ----          ---------   ------       ---------- -------',
        TABLE,
      ],
    ] as const
  ).map(([text, reason]) => [Buffer.from(text).toString('hex'), reason] as const),
  ['d4c3b2a1020004000000000000000000', 'a network capture, not a log'],
  ['0a0d0d0a1c0000004d3c2b1a01000000', 'a network capture, not a log'],
  ['d0cf11e0a1b11ae10000000000000000', 'a document of Microsoft Office, not a log'],
  ['255044462d312e370a25e2e3cfd30a00', 'a PDF document, not a log'],
  [
    '4c504b53484852480000000000000000',
    'a journal of systemd in its own format; export it with journalctl --file FILE -o json',
  ],
  ['377abcaf271c00040000000000000000', '7-Zip, which is not read; unpack it with 7z x'],
  ['526172211a0701000000000000000000', 'RAR, which is not read; unpack it with unrar x'],
] as const;

const TEXT = '\n{"a":1}\nNov 16 10:00:00 web01 sshd[1]: Accepted\n';

describe('files that are not logs are named', () => {
  test.each(FILES)('%s: %s', async (hex, reason) => {
    const file = writeFile(Buffer.concat([Buffer.from(hex, 'hex'), Buffer.from(TEXT)]), 'x');
    const read: unknown[] = [];
    const { signal } = new AbortController();
    for await (const { records } of readRecords(file, { signal, format: null })) read.push(...records);
    expect(read).toEqual([{ kind: 'FAILED', line: 1, reason }]);
  });

  test('but read with a given format', async () => {
    const file = writeFile(`MSCF${TEXT}`, 'x');
    let count = 0;
    const { signal } = new AbortController();
    for await (const { records } of readRecords(file, { signal, format: 'text' })) count += records.length;
    expect(count).toBe(3);
  });
});
