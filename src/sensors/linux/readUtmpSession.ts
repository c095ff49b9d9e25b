import { createHash } from 'node:crypto';

import type { LoginType } from '../../model/action.ts';
import { canonicalAddress } from '../../model/values/ipAddress.ts';

import { readText, readValue } from '../fieldValues.ts';

import type { UtmpRecord } from './parseUtmp.ts';

/** The terminal line, such as `pts/0`. */
export const lineOf = (record: UtmpRecord): string => readText(record, 'ut_line').replace(/^\/dev\//, '');

/** sshd also writes the address as the host, which distinguishes 2001:db8:: from 32.1.13.184; mosh writes `10.0.0.9 via mosh [700]`. */
export const addressOf = (record: UtmpRecord): string | undefined => {
  const [name = ''] = readText(record, 'ut_host').split(' ', 1);
  return canonicalAddress(name) ?? readValue(record, 'ut_addr');
};

/** The login type in CAR; null for a window of tmux or screen. */
export const typeOf = (record: UtmpRecord): LoginType | null => {
  const [line, host] = [lineOf(record), readText(record, 'ut_host')];
  if (isDisplay(line) || isDisplay(host) || host === 'login screen') return 'INTERACTIVE';
  // GDM writes the terminal of a Wayland session as its host; login writes none.
  if (line.startsWith('tty') && host === line) return 'INTERACTIVE';
  if (isRemote(record)) return 'REMOTE';
  // tmux and screen write records for a pts, which have no login type in CAR.
  return /^(?:tty|console$)/.test(line) ? 'LOCAL' : null;
};

/** The host of a window is empty or has other characters than a name: `tmux(1234).%0`, `:pts/9:S.0`. */
const isRemote = (record: UtmpRecord): boolean => {
  const line = lineOf(record);
  if (addressOf(record) !== undefined || /^ssh(?:d|:|$)/.test(line)) return true;
  return line.startsWith('pts/') && /^[\w.-]+$/.test(readText(record, 'ut_host'));
};

/** A display of X. screen writes the host `:pts/9:S.0` for a window. */
const isDisplay = (text: string): boolean => /^:\d+(?:\.\d+)?$/.test(text);

/** Whether the process of a login can have other sessions: the windows of tmux, screen and konsole have the pid of one server. */
export const isWindow = (record: UtmpRecord): boolean =>
  record.ut_pid <= 0 || (lineOf(record).startsWith('pts/') && !isRemote(record));

/**
 * The login id is the pid, as in the lines of sshd and PAM. A session without a pid of its own has an id made of its line and pid, with the highest
 * bit set, so that it is neither a pid nor the number of a session.
 */
export const loginIdOf = (record: UtmpRecord): string | undefined => {
  if (!isWindow(record)) return `0x${record.ut_pid.toString(16)}`;
  const line = lineOf(record);
  if (line === '') return undefined;
  const hash = createHash('sha256').update(`${line} ${record.ut_pid}`).digest('hex').slice(0, 15);
  return `0x8${hash}`;
};
