import { isLocalLoginType } from '../../model/action.ts';
import type { LoginType } from '../../model/action.ts';

import type { ContextEventInput } from '../contextEventInput.ts';
import type { Fields } from '../fields.ts';

import type { CommonInput, ReconnectInput, SessionEventInput } from '../sessionEventInput.ts';

import { findUnreadable, isOwnAddress, readText, readUser, readValue } from '../fieldValues.ts';
import { isLocalWord } from './isLocalWord.ts';
import { isUnlockLogon, loginTypeOf } from './logonType.ts';
import type { WindowsRecord } from './windowsRecord.ts';
import { sourceIdOf } from './sourceIdOf.ts';

/** The kinds of records that unlock logons are joined with. */
export type JoinKind = 'LOGIN' | 'RECONNECT' | 'UNLOCK';

export type Mapped =
  /** `sign`: the kind of event that unlock logons of the same user near it are part of. */
  | {
      readonly kind: 'EVENT';
      readonly event: SessionEventInput;
      readonly sign: JoinKind | null;
      readonly user: string | undefined;
      /** For a login that does not contain which login it is linked to: the values that both share. */
      readonly twinKey?: string | undefined;
    }
  /** A logon of type 7 or 13: it becomes this event unless another record within 5 s reports it. */
  | {
      readonly kind: 'HELPER';
      readonly event: SessionEventInput;
      readonly user: string | undefined;
      readonly becomes: Exclude<JoinKind, 'LOGIN'>;
      /** 0 if not known. Orders unlock logons with the same time. */
      readonly recordNumber: number;
    }
  | { readonly kind: 'CONTEXT'; readonly event: ContextEventInput }
  | { readonly kind: 'SKIPPED' | 'FAILED'; readonly reason: string };

/** A record of the Security log, with the time and host that were already read. */
export type SecurityRecord = Pick<WindowsRecord, 'eventId' | 'recordNumber' | 'numberedBy' | 'fields'> & {
  readonly time: string;
  readonly hostname: string;
};

/**
 * Maps a record of the Windows Security log. The caller has already filtered out what is about the host, and other event ids
 * (findHostFact, judgeOther).
 *
 * Field meanings: https://learn.microsoft.com/windows/security/threat-protection/auditing/event-4624 and the pages of the other events.
 */
export const mapSecurityEvent = (record: SecurityRecord): Mapped => {
  const known = Object.keys(record.fields).filter((field) => READ_FIELDS.has(field));
  const unreadable = findUnreadable(record.fields, known);
  if (unreadable !== undefined)
    return { kind: 'FAILED', reason: `${unreadable} is neither text nor a number` };
  // A record whose data cannot be read must not become an event without a user.
  if (known.length === 0) return { kind: 'FAILED', reason: 'no event data' };
  const map = MAPPERS.get(record.eventId);
  if (map === undefined) throw new Error(`No mapping for event ${record.eventId}.`);
  return map(record);
};

/** Every field that is read below. */
const READ_FIELDS: ReadonlySet<string> = new Set(
  'TargetUserName TargetDomainName TargetUserSid TargetLogonId TargetLinkedLogonId ElevatedToken LogonType IpAddress IpPort Status AccountName AccountDomain LogonID SessionName ClientAddress'.split(
    ' ',
  ),
);

const INVALID_LOGON_TYPE = '0xc000010b';

const mapLogon = (record: SecurityRecord): Mapped => {
  const { fields } = record;
  const logonType = readText(fields, 'LogonType');
  if (isUnlockLogon(logonType)) return mapUnlockHelper(record);
  // Not a spread: in V8 11 (Node 20), adding a member to a spread copy takes 2 µs, half as long as all other work for a record.
  const login = Object.assign(targetOf(record), remoteOf(record, loginTypeOf(logonType)), {
    loginSuccessful: true,
    linkedLoginId: readLinkedLoginId(fields),
  });
  return {
    kind: 'EVENT',
    event: { login },
    sign: 'LOGIN',
    user: login.user,
    twinKey: twinKeyOf(record, logonType),
  };
};

/** Only interactive logons have an elevated twin, and only newer versions of Windows link the two. */
const twinKeyOf = ({ time, fields }: SecurityRecord, logonType: string): string | undefined => {
  const processId = readText(fields, 'ProcessId');
  const isLinked = fields['TargetLinkedLogonId'] !== undefined;
  if (isLinked || processId === '' || !SCREEN_LOGON.test(logonType)) return undefined;
  return [time, processId, readText(fields, 'TargetUserSid'), logonType].join(' ');
};

const SCREEN_LOGON = /^(?:2|10|11)$/;

/**
 * An administrator's logon writes two records that link to each other. Later records contain only the id of the filtered logon, so the
 * elevated one is its twin.
 */
const readLinkedLoginId = (fields: Fields): string | undefined =>
  ELEVATED.test(readText(fields, 'ElevatedToken')) ? readValue(fields, 'TargetLinkedLogonId') : undefined;

/** "Yes" as Windows writes it, or as a shipper renders it in English. */
const ELEVATED = /^(?:%%1842|yes)$/i;

/** The id belongs to a logon that ends immediately, so the event has no login id. */
const mapUnlockHelper = (record: SecurityRecord): Mapped => {
  const target = { ...targetOf(record), loginId: undefined };
  const { user } = target;
  const recordNumber = Number(record.recordNumber ?? 0);
  const address = readSource(record.fields);
  if (address === undefined || isOwnAddress(address)) {
    return { kind: 'HELPER', event: { unlock: target }, user, becomes: 'UNLOCK', recordNumber };
  }
  const reconnect = Object.assign(target, remoteOf(record, 'RDP'));
  return { kind: 'HELPER', event: { reconnect }, user, becomes: 'RECONNECT', recordNumber };
};

const mapFailedLogon = (record: SecurityRecord): Mapped => {
  const { fields } = record;
  if (readText(fields, 'Status').toLowerCase() === INVALID_LOGON_TYPE) {
    return skipped('4625 status 0xc000010b: no credential was tried (elevation prompt)');
  }
  const logonType = readText(fields, 'LogonType');
  // Types 7 and 13: a wrong password at the lock screen.
  const loginType = isUnlockLogon(logonType) ? 'INTERACTIVE' : loginTypeOf(logonType);
  // SubjectLogonId is the id of the caller; the attempt has no id.
  const target = { ...targetOf(record), loginId: undefined };
  return event({ login: Object.assign(target, remoteOf(record, loginType), { loginSuccessful: false }) });
};

const mapLogoff = (record: SecurityRecord): Mapped => {
  const logonType = readText(record.fields, 'LogonType');
  if (isUnlockLogon(logonType)) return skipped('4634 type 7 or 13: end of an unlock logon');
  return event({ logout: Object.assign(targetOf(record), { loginType: loginTypeOf(logonType) }) });
};

const mapReconnect = (record: SecurityRecord): Mapped => {
  const reconnect = windowStationOf(record);
  return event({ reconnect }, 'RECONNECT', reconnect.user);
};

const mapDisconnect = (record: SecurityRecord): Mapped => {
  const { loginType: _, srcHostname: __, ...disconnect } = windowStationOf(record);
  return { kind: 'CONTEXT', event: { disconnect } };
};

/** Reads the session that is connected to a window station or disconnected from it, and the client. */
const windowStationOf = (record: SecurityRecord): ReconnectInput => {
  const { time, hostname, fields } = record;
  const loginType = typeOfSession(readText(fields, 'SessionName'));
  const address = readValue(fields, 'ClientAddress');
  const isLocal = isLocalLoginType(loginType) || (address !== undefined && isLocalWord(address));
  return {
    time,
    hostname,
    user: readUser(fields, 'AccountDomain', 'AccountName'),
    loginId: readValue(fields, 'LogonID'),
    sourceId: sourceIdOf(record),
    loginType,
    srcIp: isLocal ? undefined : address,
    srcHostname: isLocal ? undefined : readValue(fields, 'ClientName'),
  };
};

const mapUnlock = (record: SecurityRecord): Mapped => {
  const unlock = targetOf(record);
  return event({ unlock }, 'UNLOCK', unlock.user);
};

const MAPPERS: ReadonlyMap<number, (record: SecurityRecord) => Mapped> = new Map([
  [4624, mapLogon],
  [4625, mapFailedLogon],
  [4634, mapLogoff],
  [4647, (record) => event({ logout: targetOf(record) })],
  [4778, mapReconnect],
  [4779, mapDisconnect],
  [4800, (record) => event({ lock: targetOf(record) })],
  [4801, mapUnlock],
]);

const event = (input: SessionEventInput, sign: JoinKind | null = null, user?: string): Mapped => ({
  kind: 'EVENT',
  event: input,
  sign,
  user,
});

const skipped = (reason: string): Mapped => ({ kind: 'SKIPPED', reason });

/** `RDP-Tcp#1` or `Console`. */
const typeOfSession = (sessionName: string): LoginType | null => {
  if (/^rdp-/i.test(sessionName)) return 'RDP';
  return /^console$/i.test(sessionName) ? 'INTERACTIVE' : null;
};

/** Reads the user that the record is about, from the Target fields. */
const targetOf = (record: SecurityRecord): CommonInput => {
  const { time, hostname, fields } = record;
  return {
    time,
    hostname,
    user: readUser(fields, 'TargetDomainName', 'TargetUserName'),
    uid: readValue(fields, 'TargetUserSid'),
    loginId: readValue(fields, 'TargetLogonId'),
    sourceId: sourceIdOf(record),
  };
};

/**
 * Reads type and source. Local logons contain `127.0.0.1:0` or `::1:0`, which is not a source. A loopback source of a REMOTE or RDP logon
 * is real (a tunnel).
 */
const remoteOf = (
  { fields, hostname }: SecurityRecord,
  loginType: LoginType | null,
): Omit<ReconnectInput, keyof CommonInput> => {
  if (isLocalLoginType(loginType)) return { loginType };
  const port = readValue(fields, 'IpPort');
  const isNumber = port !== undefined && /^\d{1,9}$/.test(port);
  return {
    loginType,
    srcIp: readSource(fields),
    srcPort: isNumber ? Number(port) : port,
    srcHostname: readClientName(fields, hostname),
  };
};

/** The address of the client; undefined for the host's own screen. */
const readSource = (fields: Fields): string | undefined => {
  const address = readValue(fields, 'IpAddress');
  return address !== undefined && isLocalWord(address) ? undefined : address;
};

/** Only a network logon (type 3) contains the name of the client. With other types Windows writes the name of the host that it runs on. */
const readClientName = (fields: Fields, hostname: string): string | undefined => {
  const name = readValue(fields, 'WorkstationName');
  const isNetwork = readText(fields, 'LogonType') === '3';
  return isNetwork || name === undefined || netbiosName(name) !== netbiosName(hostname) ? name : undefined;
};

/** The NetBIOS name of a Windows host: at most 15 characters of its first label. */
const netbiosName = (hostname: string): string =>
  (hostname.split('.', 1)[0] ?? '').slice(0, 15).toUpperCase();
