import { canonicalAddress } from '../../model/values/ipAddress.ts';

import { findUnreadable, readText, readValue } from '../fieldValues.ts';
import { asFields } from '../fields.ts';
import type { Fields } from '../fields.ts';

/** Finds the path of a value that contradicts the protobuf; null if all values can be read. */
export const findMisshapen = (body: Fields): string | null => {
  for (const [name, fields] of Object.entries(PARTS)) {
    const part = body[name];
    if (part === undefined || part === null) continue;
    if (asFields(part) !== part) return name;
    const field = findUnreadable(asFields(part), fields);
    if (field !== undefined) return `${name}.${field}`;
  }
  const id = asFields(body['instigator'])['id'];
  return id === undefined || asFields(id) === id ? null : 'instigator.id';
};

/** The parts that are read, with their fields that contain text or numbers. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  user: ['name', 'uid'],
  authentication_user: ['name'],
  session_user: ['name'],
  source: ['address', 'type'],
  graphical_session: ['id'],
  instigator: [],
};

/** Reads the uid of a user. 0 is root, because Santa omits unknown uids; -1 is the system's value for an unknown user. */
export const readUid = (user: Fields): string | undefined => {
  const uid = readText(user, 'uid');
  return NO_UID.has(uid) ? undefined : uid;
};

const NO_UID = new Set(['', '-1', '4294967295']);

/**
 * Reads the address of a peer. Santa's address is bytes, which JSON contains in base64 (`MTAuMC4wLjk=`). Plain text, which a pipeline may
 * have made of it, is read as well. An invalid address of an IPv4 or IPv6 peer is returned unchanged, so that the server reports it.
 */
export const readAddress = (source: Fields): string | undefined => {
  const text = readText(source, 'address');
  if (text === '') return undefined;
  const plain = canonicalAddress(text) === null ? Buffer.from(text, 'base64').toString('utf8') : text;
  const isIp = /^TYPE_IPV[46]$/.test(readText(source, 'type'));
  return isIp || canonicalAddress(plain) !== null ? plain : undefined;
};

/** Reads the login id of a graphical session, which login window and screen sharing share. */
export const readScreenId = (body: Fields): string | undefined => {
  const id = readValue(asFields(body['graphical_session']), 'id');
  return id === undefined || !/^\d{1,10}$/.test(id) ? id : `0x${Number(id).toString(16)}`;
};

/** Makes the key of a viewer of a screen, which attaches and detaches. */
export const makeViewerKey = (body: Fields): string =>
  `${readScreenId(body) ?? ''} ${readAddress(asFields(body['source'])) ?? ''}`;

/**
 * Makes the login id of a session that is identified only by its process: the instigator's pid, preceded by the pid version.
 *
 * sshd reports login and logout from the same process, the connection's monitor; login(1) from the parent that waits for the shell. Neither
 * runs another program in between, which would raise the version. The pid alone could equal the number of a graphical session of the
 * host. With the version it has more than 32 bits, and a reused pid results in another id.
 * https://github.com/apple-oss-distributions/OpenSSH (sshd-session.c, monitor.c) · …/system_cmds (login.c, login_audit.c)
 */
export const readProcessId = (body: Fields): string | undefined => {
  const { pid, pidversion } = asFields(asFields(body['instigator'])['id']);
  if (!isInt32(pid) || !isInt32(pidversion) || pidversion === 0) return undefined;
  return `0x${((BigInt.asUintN(32, BigInt(pidversion)) << 32n) | BigInt.asUintN(32, BigInt(pid))).toString(16)}`;
};

const isInt32 = (value: unknown): value is number => Number.isInteger(value) && (Number(value) | 0) === value;
