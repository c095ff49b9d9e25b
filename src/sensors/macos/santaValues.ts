import { canonicalAddress } from '../../model/values/ipAddress.ts';

import { findUnreadable, readText, readValue } from '../fieldValues.ts';
import { asFields } from '../fields.ts';
import type { Fields } from '../fields.ts';

/** What a message holds that is not what the protobuf says, by its path; null when all of it can be read. */
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

/** The parts that are read, with their values that are text or numbers. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  user: ['name', 'uid'],
  authentication_user: ['name'],
  session_user: ['name'],
  source: ['address', 'type'],
  graphical_session: ['id'],
  instigator: [],
};

/** A user's uid. 0 is root, since what Santa does not know it leaves out; -1 is the system's word for nobody known. */
export const readUid = (user: Fields): string | undefined => {
  const uid = readText(user, 'uid');
  return NO_UID.has(uid) ? undefined : uid;
};

const NO_UID = new Set(['', '-1', '4294967295']);

/**
 * The address of a peer. Santa's is bytes, which JSON has in base64 (`MTAuMC4wLjk=`); what a pipeline made plain is read too. What an
 * IPv4 or IPv6 peer has in its place is given as it is, for the server to name.
 */
export const readAddress = (source: Fields): string | undefined => {
  const text = readText(source, 'address');
  if (text === '') return undefined;
  const plain = canonicalAddress(text) === null ? Buffer.from(text, 'base64').toString('utf8') : text;
  const isIp = /^TYPE_IPV[46]$/.test(readText(source, 'type'));
  return isIp || canonicalAddress(plain) !== null ? plain : undefined;
};

/** The login id of a graphical session, which login window and screen sharing share. */
export const readScreenId = (body: Fields): string | undefined => {
  const id = readValue(asFields(body['graphical_session']), 'id');
  return id === undefined || !/^\d{1,10}$/.test(id) ? id : `0x${Number(id).toString(16)}`;
};

/**
 * The login id of a session that only its process tells: the instigator's pid and, in front of it, its version.
 *
 * sshd submits login and logout from one process, the connection's monitor, and login(1) from the parent that waits for the shell; neither
 * runs another program in between, which would raise the version. The pid alone could be the number of a graphical session
 * of the host; with its version it has more than their 32 bits, and a pid that comes back is another.
 * https://github.com/apple-oss-distributions/OpenSSH (sshd-session.c, monitor.c) · …/system_cmds (login.c, login_audit.c)
 */
export const readProcessId = (body: Fields): string | undefined => {
  const { pid, pidversion } = asFields(asFields(body['instigator'])['id']);
  if (!isInt32(pid) || !isInt32(pidversion) || pidversion === 0) return undefined;
  return `0x${((BigInt.asUintN(32, BigInt(pidversion)) << 32n) | BigInt.asUintN(32, BigInt(pid))).toString(16)}`;
};

const isInt32 = (value: unknown): value is number => Number.isInteger(value) && (Number(value) | 0) === value;
