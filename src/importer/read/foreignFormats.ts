const HAYABUSA = 'a timeline of Hayabusa, not a log; import the EVTX files that it read';
const SYSINTERNALS = 'the output of PsLogList, which is not read; export the log with wevtutil epl';
const SPLUNK_RESULTS = "<?xml version='1.0' encoding='UTF-8'?>\u000a<results preview=";

/** Formats of other files than logs, and formats that another tool must convert first, by the bytes at the beginning. */
const FOREIGN: readonly (readonly [magic: string, reason: string])[] = [
  // Containers that are not read.
  ['BZh', 'bzip2, which is not read; unpack it with bunzip2'],
  ['7z\u00bc\u00af\u0027\u001c', '7-Zip, which is not read; unpack it with 7z x'],
  ['Rar!\u001a\u0007', 'RAR, which is not read; unpack it with unrar x'],
  ['\u005d\u0000\u0000', 'LZMA, which is not read; unpack it with unlzma'],
  ['\u0004\u0022\u004d\u0018', 'LZ4, which is not read; unpack it with unlz4'],
  ['\u001f\u009d', 'compress (.Z), which is not read; unpack it with uncompress'],
  ['MSCF', 'a Windows cabinet, which is not read; unpack it with expand or cabextract'],
  ['070701', 'cpio, which is not read; unpack it with cpio -i'],
  // Logs of other kinds.
  ['LPKSHHRH', 'a journal of systemd in its own format; export it with journalctl --file FILE -o json'],
  ['PAR1', 'Parquet, which is not read; convert it to lines of JSON'],
  ['Obj\u0001', 'Avro, which is not read; convert it to lines of JSON'],
  [
    '\u000aLogin Report\u000a',
    'a report of aureport, which leaves out values; export the records with ausearch --raw',
  ],
  [
    '\u000aAuthentication Report\u000a',
    'a report of aureport, which leaves out values; export the records with ausearch --raw',
  ],
  [
    'NODE,EVENT,DATE,TIME,',
    'a table of ausearch --format csv, which leaves out values; export the records with ausearch --raw',
  ],
  ['\u000aSummary Report\u000a', 'a report of aureport; export the records with ausearch --raw'],
  [
    '** Alert ',
    'alerts.log of Wazuh or OSSEC, which has several lines for an alert; import alerts.json beside it, which <jsonout_output>yes</jsonout_output> writes',
  ],
  ['bplist00', 'a property list of macOS, not a log'],
  [
    '\u0000\u0010\u0000\u0000\u0011\u0000\u0000\u0000',
    'a tracev3 file of macOS; export it with log show --style ndjson',
  ],
  ['\u00d4\u00c3\u00b2\u00a1', 'a network capture, not a log'],
  ['\u00a1\u00b2\u00c3\u00d4', 'a network capture, not a log'],
  ['\u004d\u003c\u00b2\u00a1', 'a network capture, not a log'],
  ['\u000a\u000d\u000d\u000a', 'a network capture, not a log'],
  [
    '<Objs ',
    'objects of PowerShell (Export-Clixml), which are not read; export with Get-WinEvent … | ConvertTo-Json -Depth 4, or the log as EVTX',
  ],
  [SPLUNK_RESULTS, 'results of Splunk in XML, which are not read; export them as JSON or CSV'],
  [
    'EventTime,Computer,Channel,',
    'CSV of Velociraptor, which is not read; export the results as JSON, or collect the EVTX files',
  ],
  [
    'EventLog,RecordNumber,TimeGenerated,TimeWritten,',
    'a table of Log Parser, which leaves out the names of values; import the EVTX files that it read',
  ],
  ['PsLogList v', SYSINTERNALS],
  ['PsLoglist v', SYSINTERNALS],
  ['Security log on \\\\', SYSINTERNALS],
  ['System log on \\\\', SYSINTERNALS],
  // Findings of rules, not records.
  ['"Timestamp","RuleTitle"', HAYABUSA],
  ['Timestamp,RuleTitle', HAYABUSA],
  ['timestamp,detections,path,', 'detections of Chainsaw, not a log; import the EVTX files that it read'],
  // Evidence from which logs must be taken first.
  ['regf', 'a registry hive of Windows, not a log'],
  ['EVF\u0009\u000d\u000a\u00ff\u0000', 'a disk image; mount it, and import the logs in it'],
  ['KDMV', 'a disk image; mount it, and import the logs in it'],
  ['vhdxfile', 'a disk image; mount it, and import the logs in it'],
  ['QFI\u00fb', 'a disk image; mount it, and import the logs in it'],
  // Documents, pictures and programs.
  ['\u0089PNG', 'a picture, not a log'],
  ['\u00ff\u00d8\u00ff', 'a picture, not a log'],
  ['GIF8', 'a picture, not a log'],
  ['%PDF-', 'a PDF document, not a log'],
  ['\u00d0\u00cf\u0011\u00e0', 'a document of Microsoft Office, not a log'],
  ['\u007fELF', 'a program, not a log'],
  ['MZ\u0090\u0000', 'a program, not a log'],
];

const MAGICS = FOREIGN.map(([magic, reason]) => ({ magic: Buffer.from(magic, 'latin1'), reason }));

/** Returns what a file is and what to do, if its beginning shows that it is not a log; null for any other content. */
export const findForeignFormat = (beginning: Buffer): string | null =>
  MAGICS.find(({ magic }) => beginning.subarray(0, magic.length).equals(magic))?.reason ??
  findByText(beginning.toString('latin1', 0, TEXT_BYTES));

const findByText = (text: string): string | null => {
  if (TABLE.test(text)) return TABLE_ADVICE;
  return OTHER_LOGS.find(({ pattern }) => pattern.test(text))?.reason ?? null;
};

const TEXT_BYTES = 1_000;

/** The names and dashes of Format-Table, with or without the heading of a group: Get-WinEvent and Get-EventLog without another format. */
const TABLE =
  /^(?:\u00EF\u00BB\u00BF)?\s{0,20}(?:ProviderName: [^\r\n]{1,200}[\r\n]{1,8})?[ \t]{0,20}(?:TimeCreated|TimeGenerated|Index|ProviderName) [^\r\n]{1,500}\r?\n[ \t]{0,20}---[- \t]/;
const TABLE_ADVICE =
  'a table of PowerShell, which cuts values; export with Get-WinEvent … | ConvertTo-Json -Depth 4, or the log as EVTX';

/** Logs of programs that write the same logins to another log, too. */
const OTHER_LOGS: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  {
    // `Mon Nov  2 10:11:14 2026 [pid 3000] [ana] OK LOGIN: Client "203.0.113.7"`: http://vsftpd.beasts.org/vsftpd_conf.html, log_ftp_protocol
    pattern: /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4} \[pid \d{1,10}\] /,
    reason:
      'the log of vsftpd, which is not read: logins over FTP; import the log to which PAM writes the sessions, such as auth.log or secure',
  },
  {
    // `[20261102-10:11:14] [INFO ] ++ reconnected session: …`: https://github.com/neutrinolabs/xrdp/blob/devel/common/log.c
    pattern: /^\[\d{8}-\d\d:\d\d:\d\d(?:\.\d{3})?\] \[[A-Z]{2,6} *\] /,
    reason:
      "xrdp's own log, which is not read; import the log to which xrdp-sesman and PAM write the same, such as auth.log, secure or the journal",
  },
  {
    // `[2026-11-02T10:11:14.123Z] I santad: action=EXEC|…`: https://github.com/northpolesec/santa
    pattern: /^\[\d{4}-\d\d-\d\dT[\d:.]{8,15}Z\] [A-Z] santad: /,
    reason: "Santa's log in text, which is not read; set its EventLogType to json",
  },
  {
    // `[0] tail.0: [[1793614272.500000000, {}], {"log"=>"…"}]`: https://docs.fluentbit.io/manual/data-pipeline/outputs/standard-output
    pattern: /^\[\d{1,10}\] [^\s:]{1,200}: \[/,
    reason:
      "what Fluent Bit prints in its own notation, which is not read; set the output's Format to json_lines",
  },
  {
    pattern: /^(?:Connection\r?\n)?Level,Log,Time,User,Event\r?\n/,
    reason:
      "a table of Synology's Log Center, which is not read; have Log Center send its logs to a syslog server, and import those",
  },
  {
    // `At 10:11:12 11/02/2026 system, acting as root, successfully logged-in using /usr/sbin/sshd`
    pattern: /^At \d\d:\d\d:\d\d [\d./-]{6,10} [^\n]{1,300}?\b(?:un)?successfully /,
    reason:
      'a text of ausearch --format text, which leaves out values; export the records with ausearch --raw',
  },
];
