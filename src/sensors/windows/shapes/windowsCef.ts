import { asFields } from '../../fields.ts';
import type { Fields } from '../../fields.ts';
import { readText } from '../../fieldValues.ts';

import { findChannel } from '../message/findChannel.ts';
import { makeFromMessage } from '../message/makeFromMessage.ts';
import { hasFields, listTemplates } from '../message/templates.ts';
import type { RecordTime } from '../readTime.ts';
import { AMBIGUOUS } from '../text/parseWindowsCef.ts';
import { makeRecord, notUnderstood } from '../windowsRecord.ts';
import type { Recognized } from '../windowsRecord.ts';
import { readMilliseconds } from './textTimes.ts';

/**
 * An event in the Common Event Format, with the fields of ArcSight's connector for the Security log: the account is the destination user, its logon
 * id duid, the type of the logon cn1, and the client the source. The SID and the record number are missing. NXLog and others keep the names of
 * Windows, or have only the rendered message.
 */
export const makeWindowsCef = ({ provider, eventId, name, CEF: cef, lastKey }: Fields): Recognized => {
  const fields = asFields(cef);
  const problem = findProblem(fields, lastKey);
  if (problem !== null) return notUnderstood(`CEF: ${problem}`, '');
  const parts = {
    channel: readText(fields, 'Channel') || undefined,
    provider: provider ?? readText(fields, 'SourceName'),
    eventId,
    hostname: HOST_KEYS.map((key) => readText(fields, key)).find((host) => host !== ''),
    recordNumber: fields['RecordNumber'],
    time: readCefTime(fields),
  } as const;
  const isNamed = OWN_NAMES.some((key) => Object.hasOwn(fields, key));
  const number = Number(eventId);
  if (!isNamed && readText(fields, 'duser') === '' && hasFields(number)) {
    const message = readText(fields, 'msg');
    return message === ''
      ? notUnderstood('CEF: it has no duser', '')
      : makeFromMessage({ ...parts, message });
  }
  const found = findChannel(parts.channel, parts.provider, number);
  const isSecurity = readText(fields, 'cat') === 'Security' || isTitleOfSecurity(number, String(name));
  if (found.kind === 'NOTHING' && !isSecurity && hasFields(number))
    return notUnderstood('CEF: it names neither the log nor the provider', '');
  const unnamed = isSecurity ? 'security' : 'a log without a name';
  const channel = found.kind === 'NOTHING' ? unnamed : found.channel;
  return makeRecord({ ...parts, channel, fields: isNamed ? fields : renameCef(fields) });
};

const isTitleOfSecurity = (eventId: number, name: string): boolean =>
  name !== '' &&
  listTemplates(eventId).some(({ channel, title }) => channel === 'security' && title.startsWith(name));

/** Why it is not certain what the values are; null if it is. */
const findProblem = (fields: Fields, lastKey: unknown): string | null => {
  const ambiguous = READ_KEYS.find((key) => fields[key] === AMBIGUOUS);
  if (ambiguous !== undefined) return `${ambiguous} is in it twice`;
  const [device, destination] = [readText(fields, 'dvchost'), readText(fields, 'dhost')];
  if (device !== '' && destination !== '' && labelOf(device) !== labelOf(destination)) {
    return 'dvchost and dhost are different hosts';
  }
  // Syslog over UDP cuts lines.
  if (NAME_KEYS.some((key) => key === lastKey)) return 'the line may be cut in a name';
  const broken = NAME_KEYS.find((key) => CONTROL.test(readText(fields, key)));
  return broken === undefined ? null : `${broken} has control characters`;
};

const renameCef = (fields: Fields): Fields => ({
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
});

/** Milliseconds of Unix time, or `Nov 02 2026 10:00:00.123 UTC`, whose zone may be missing. */
const readCefTime = (fields: Fields): RecordTime => {
  const text = readText(fields, 'rt') || readText(fields, 'end');
  const milliseconds = readMilliseconds(text);
  return milliseconds === undefined && text !== ''
    ? { kind: 'SYSLOG', text: text.replace(/ GMT$/, ' UTC') }
    : { kind: 'ISO', field: 'rt', text: milliseconds };
};

const words = (text: string): readonly string[] => text.split(' ');

const LABELED = ['cn1', 'cn2', 'cn3', 'cs1', 'cs2', 'cs3', 'cs4', 'cs5', 'cs6'] as const;
const READ_KEYS = [
  ...words(
    `duser dntdom duid src spt shost dhost dvchost rt end msg Hostname Computer Channel SourceName RecordNumber TargetUserName TargetDomainName TargetUserSid TargetLogonId AccountName AccountDomain LogonID LogonType IpAddress IpPort WorkstationName ClientName ClientAddress SessionName Status TargetLinkedLogonId ElevatedToken`,
  ),
  ...LABELED.flatMap((key) => [key, `${key}Label`]),
];

/** Names of Windows, which not every writer replaces. */
const OWN_NAMES = ['TargetUserName', 'AccountName'];
const HOST_KEYS = ['dvchost', 'dhost', 'Hostname', 'Computer'];
const NAME_KEYS = [
  ...OWN_NAMES,
  ...HOST_KEYS,
  ...words('duser dntdom shost TargetDomainName AccountDomain WorkstationName ClientName'),
];
const CONTROL = /\p{Cc}/u;

/** The value of the custom field with this label, without spaces and in lower case. */
const findLabeled = (fields: Fields, label: string): unknown => {
  const key = LABELED.find(
    (one) => readText(fields, `${one}Label`).replaceAll(' ', '').toLowerCase() === label,
  );
  return key === undefined ? undefined : fields[key];
};

const labelOf = (hostname: string): string => (hostname.split('.', 1)[0] ?? '').toLowerCase();
