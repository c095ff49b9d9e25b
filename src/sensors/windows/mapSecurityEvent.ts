import { isLocalLoginType } from '../../model/action.ts';
import type { LoginType } from '../../model/action.ts';

import type { Fields } from '../fields.ts';

import type { CommonInput, RemoteInput, SessionEventInput } from '../sessionEventInput.ts';

import { findUnreadable, isOwnAddress, readText, readUser, readValue } from '../fieldValues.ts';
import { isUnlockLogon, loginTypeOf } from './logonType.ts';
import type { WindowsRecord } from './windowsRecord.ts';
import { sourceIdOf } from './sourceIdOf.ts';

/** What the records of an unlock or reconnect are joined by. */
export type JoinKind = 'LOGIN' | 'RECONNECT' | 'UNLOCK';

export type Mapped =
  /** `sign`: what this event tells about unlock helpers of that user near it. */
  | {
      readonly kind: 'EVENT';
      readonly event: SessionEventInput;
      readonly sign: JoinKind | null;
      readonly user: string | undefined;
      /** On a login that does not say which other it is linked to: what it has in common with that one. */
      readonly twinKey?: string | undefined;
    }
  /** A logon of type 7 or 13: this event, unless a record within 5 s tells of it already. */
  | {
      readonly kind: 'HELPER';
      readonly event: SessionEventInput;
      readonly user: string | undefined;
      readonly becomes: Exclude<JoinKind, 'LOGIN'>;
      /** 0 when not known; orders helpers of one instant. */
      readonly recordNumber: number;
    }
  | { readonly kind: 'SKIPPED' | 'FAILED'; readonly reason: string };

/** A record of the Security log with its time and host, which were read before. */
export type SecurityRecord = Pick<WindowsRecord, 'eventId' | 'recordNumber' | 'fields'> & {
  readonly channel: string;
  readonly time: string;
  readonly hostname: string;
};

/**
 * Maps a record of the Windows Security log; host starts and event ids that are none of these never reach it
 * (isHostStart, reasonToSkip).
 *
 * Field meanings: https://learn.microsoft.com/windows/security/threat-protection/auditing/event-4624 and its neighbours.
 */
export const mapSecurityEvent = (record: SecurityRecord): Mapped => {
  const known = Object.keys(record.fields).filter((field) => READ_FIELDS.has(field));
  const unreadable = findUnreadable(record.fields, known);
  if (unreadable !== undefined) return { kind: 'FAILED', reason: `${unreadable} is neither text nor number` };
  // A record whose data could not be read must not become an event of nobody.
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
  // Not by spreading: in V8 11 (Node 20) adding a member to a spread copy takes 2 µs, half the time of all else of a record.
  const login = Object.assign(targetOf(record), remoteOf(fields, loginTypeOf(logonType)), {
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

/** Only logons at a screen have an elevated twin, and only newer Windows links them. */
const twinKeyOf = ({ time, fields }: SecurityRecord, logonType: string): string | undefined => {
  const processId = readText(fields, 'ProcessId');
  const isLinked = fields['TargetLinkedLogonId'] !== undefined;
  if (isLinked || processId === '' || !SCREEN_LOGON.test(logonType)) return undefined;
  return [time, processId, readText(fields, 'TargetUserSid'), logonType].join(' ');
};

const SCREEN_LOGON = /^(?:2|10|11)$/;

/**
 * An administrator's logon writes two records that link to each other. Only the id of the filtered one is in what happens later, so
 * the elevated one is its twin.
 */
const readLinkedLoginId = (fields: Fields): string | undefined =>
  ELEVATED.test(readText(fields, 'ElevatedToken')) ? readValue(fields, 'TargetLinkedLogonId') : undefined;

/** Yes: as the log has it, or as a shipper renders it in English. */
const ELEVATED = /^(?:%%1842|yes)$/i;

/** The id of such a logon is a helper's that closes at once, so the event carries none. */
const mapUnlockHelper = (record: SecurityRecord): Mapped => {
  const target = { ...targetOf(record), loginId: undefined };
  const { user } = target;
  const recordNumber = Number(record.recordNumber ?? 0);
  const address = readValue(record.fields, 'IpAddress');
  if (address === undefined || isOwnAddress(address)) {
    return { kind: 'HELPER', event: { unlock: target }, user, becomes: 'UNLOCK', recordNumber };
  }
  const reconnect = Object.assign(target, remoteOf(record.fields, 'RDP'));
  return { kind: 'HELPER', event: { reconnect }, user, becomes: 'RECONNECT', recordNumber };
};

const mapFailedLogon = (record: SecurityRecord): Mapped => {
  const { fields } = record;
  if (readText(fields, 'Status').toLowerCase() === INVALID_LOGON_TYPE) {
    return skipped('4625 status 0xc000010b: no credential was tried (elevation prompt)');
  }
  const logonType = readText(fields, 'LogonType');
  // A wrong password at the lock screen.
  const loginType = isUnlockLogon(logonType) ? 'INTERACTIVE' : loginTypeOf(logonType);
  // SubjectLogonId is the caller's; the attempt has none.
  const target = { ...targetOf(record), loginId: undefined };
  return event({ login: Object.assign(target, remoteOf(fields, loginType), { loginSuccessful: false }) });
};

const mapLogoff = (record: SecurityRecord): Mapped => {
  const logonType = readText(record.fields, 'LogonType');
  if (isUnlockLogon(logonType)) return skipped('4634 type 7 or 13: end of an unlock helper');
  return event({ logout: Object.assign(targetOf(record), { loginType: loginTypeOf(logonType) }) });
};

const mapReconnect = (record: SecurityRecord): Mapped => {
  const { fields } = record;
  const loginType = typeOfSession(readText(fields, 'SessionName'));
  const reconnect: RemoteInput = {
    time: record.time,
    hostname: record.hostname,
    user: readUser(fields, 'AccountDomain', 'AccountName'),
    loginId: readValue(fields, 'LogonID'),
    sourceId: sourceIdOf(record),
    loginType,
    srcIp: isLocalLoginType(loginType) ? undefined : readValue(fields, 'ClientAddress'),
  };
  return event({ reconnect }, 'RECONNECT', reconnect.user);
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

/** Whom the record is about: its Target fields. */
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
 * Type and source. Logons at the machine itself carry `127.0.0.1:0` or `::1:0` there, which is no source; a loopback source of a
 * REMOTE or RDP logon is real (a tunnel).
 */
const remoteOf = (fields: Fields, loginType: LoginType | null): Omit<RemoteInput, keyof CommonInput> => {
  if (isLocalLoginType(loginType)) return { loginType };
  const port = readValue(fields, 'IpPort');
  const isNumber = port !== undefined && /^\d{1,9}$/.test(port);
  return { loginType, srcIp: readValue(fields, 'IpAddress'), srcPort: isNumber ? Number(port) : port };
};
