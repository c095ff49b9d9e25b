import { asFields } from '../../fields.ts';
import type { Fields } from '../../fields.ts';
import { readText } from '../../fieldValues.ts';

import { makeFromMessage, makeFromTitle } from '../message/makeFromMessage.ts';
import { listTemplates } from '../message/templates.ts';
import { AMBIGUOUS } from '../text/parseWindowsCef.ts';
import { makeRecord, notUnderstood } from '../windowsRecord.ts';
import type { Recognized } from '../windowsRecord.ts';
import { readMonthFirst, readSnareTime } from './textTimes.ts';

/** An event of Splunk's forwarder: parseWinEventLog, or the fields that Splunk extracts from it. Its time is that of the host's clock. */
export const makeWinEventLog = (fields: Fields): Recognized =>
  makeFromMessage({
    channel: fields['LogName'],
    provider: fields['SourceName'],
    eventId: fields['EventCode'],
    hostname: fields['ComputerName'],
    recordNumber: fields['RecordNumber'],
    time: {
      kind: 'ISO',
      field: 'the time',
      text: readMonthFirst(fields['ForwarderTime']) ?? fields['_time'],
    },
    message: fields['Message'],
  });

/** An event whose message is that of a message of syslog: parseSyslogEvent. NXLog leaves out the number of the event. */
export const makeSyslogEvent = (fields: Fields): Recognized => {
  const { EventCode: eventId } = fields;
  const parts = {
    channel: fields['LogName'],
    provider: fields['SourceName'],
    hostname: fields['ComputerName'],
    recordNumber: undefined,
    time: { kind: 'SYSLOG', text: fields['SyslogTime'] },
    message: fields['Message'],
  } as const;
  return eventId === undefined ? makeFromTitle(parts) : makeFromMessage({ ...parts, eventId });
};

/** An event of WinCollect. Its time is in seconds or milliseconds of Unix time. */
export const makeWinCollect = ({ WinCollect: keys }: Fields): Recognized => {
  const fields = asFields(keys);
  return makeFromMessage({
    channel: fields['AgentLogFile'],
    provider: fields['Source'],
    eventId: fields['EventID'],
    hostname: fields['Computer'],
    recordNumber: fields['RecordNumber'],
    time: { kind: 'ISO', field: 'TimeGenerated', text: readUnixTime(readText(fields, 'TimeGenerated')) },
    message: fields['Message'],
  });
};

/** An event in IBM's Log Event Extended Format. */
export const makeWindowsLeef = ({ LEEF: text }: Fields): Recognized =>
  notUnderstood(
    'LEEF of Windows, which is not read; export the log as EVTX or event XML, or have the agent send syslog',
    String(text),
  );

/** An event of Snare's agents. Its time is that of the host's clock. */
export const makeSnare = (fields: Fields): Recognized =>
  makeFromMessage({
    channel: fields['LogName'],
    provider: fields['SourceName'],
    eventId: fields['EventID'],
    hostname: fields['ComputerName'],
    recordNumber: undefined,
    time: { kind: 'ISO', field: 'the time', text: readSnareTime(fields['SnareTime']) },
    message: fields['Message'],
  });

/**
 * An event in the Common Event Format, with the fields of ArcSight's connector for the Security log: the account is the destination user, its logon
 * id duid, the type of the logon cn1, and the client the source. The SID and the record number are missing.
 */
export const makeWindowsCef = ({ provider, eventId, CEF: cef, lastKey }: Fields): Recognized => {
  const fields = asFields(cef);
  const ambiguous = READ_KEYS.find((key) => fields[key] === AMBIGUOUS);
  if (ambiguous !== undefined) return notUnderstood(`CEF: ${ambiguous} is in it twice`, '');
  const [device, destination] = [readText(fields, 'dvchost'), readText(fields, 'dhost')];
  if (device !== '' && destination !== '' && labelOf(device) !== labelOf(destination)) {
    return notUnderstood('CEF: dvchost and dhost are different hosts', '');
  }
  // Syslog over UDP cuts lines.
  if (NAME_KEYS.some((key) => key === lastKey))
    return notUnderstood('CEF: the line may be cut in a name', '');
  const broken = NAME_KEYS.find((key) => CONTROL.test(readText(fields, key)));
  if (broken !== undefined) return notUnderstood(`CEF: ${broken} has control characters`, '');
  const hasAccount = listTemplates(Number(eventId)).some(({ required }) => required.length > 0);
  if (hasAccount && readText(fields, 'duser') === '') return notUnderstood('CEF: it has no duser', '');
  return makeRecord({
    channel: undefined,
    provider,
    eventId,
    hostname: device || destination,
    recordNumber: undefined,
    time: { kind: 'ISO', field: 'rt', text: readMilliseconds(readText(fields, 'rt')) },
    fields: {
      TargetUserName: fields['duser'],
      TargetDomainName: fields['dntdom'],
      TargetLogonId: fields['duid'],
      AccountName: fields['duser'],
      AccountDomain: fields['dntdom'],
      LogonID: fields['duid'],
      LogonType:
        findLabeled(fields, 'logontype') ?? (fields['cn1Label'] === undefined ? fields['cn1'] : undefined),
      SessionName: findLabeled(fields, 'sessionname'),
      IpAddress: fields['src'],
      IpPort: fields['spt'],
      ClientAddress: fields['src'],
      WorkstationName: fields['shost'],
      ClientName: fields['shost'],
    },
  });
};

const LABELED = ['cn1', 'cn2', 'cn3', 'cs1', 'cs2', 'cs3', 'cs4', 'cs5', 'cs6'] as const;
const READ_KEYS = [
  'duser',
  'dntdom',
  'duid',
  'src',
  'spt',
  'shost',
  'dhost',
  'dvchost',
  'rt',
  ...LABELED.flatMap((key) => [key, `${key}Label`]),
];

const NAME_KEYS = ['duser', 'dntdom', 'shost', 'dhost', 'dvchost'];
const CONTROL = /\p{Cc}/u;

/** The value of the custom field with this label, without spaces and in lower case. */
const findLabeled = (fields: Fields, label: string): unknown => {
  const key = LABELED.find(
    (one) => readText(fields, `${one}Label`).replaceAll(' ', '').toLowerCase() === label,
  );
  return key === undefined ? undefined : fields[key];
};

const labelOf = (hostname: string): string => (hostname.split('.', 1)[0] ?? '').toLowerCase();

const readMilliseconds = (text: string): string | undefined =>
  /^\d{12,14}$/.test(text) ? new Date(Number(text)).toISOString() : undefined;

const readUnixTime = (text: string): string | undefined =>
  /^\d{9,11}$/.test(text) ? new Date(Number(text) * 1000).toISOString() : readMilliseconds(text);
