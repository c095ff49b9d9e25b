import { canonicalAddress } from '../../model/values/ipAddress.ts';

import { programOfUnit } from './programOfUnit.ts';

/** Where a message comes from, and its text. */
export type SyslogOrigin = {
  /** Null if the line names no host. */
  readonly host: string | null;
  readonly program: string;
  readonly pid: number | null;
  readonly text: string;
  /** The number N of `last message repeated N times`, which repeats the line before of the same host. */
  readonly repeated?: number;
};

const WORD = /^(\S+)[ \t]*(.*)/s;
const TAG = /^(?:\[([^\s[\]]+)\]|([^\s:[]+))(?:\[(\d+)\])?(?: <[A-Z][a-z]+>)?:?\s*(.*)/s;

/**
 * Parses what follows the time of a line: host, program, process and text; null if that is not what follows. Some writers leave out the host,
 * and some write the facility and severity before or after it. A word that is one of these, or a program, is never taken for a host.
 */
export const parseOrigin = (rest: string): SyslogOrigin | null => {
  const [, word = '', after = ''] = WORD.exec(rest) ?? [];
  // FreeBSD writes the priority before the host (`syslogd -v`). ESXi and logread of OpenWrt write it and no host.
  if (isPriority(word)) return isTag(nextWord(after)) ? parseTag(null, after) : parseOriginOfHost(after);
  return isTag(word) ? parseTag(null, rest) : parseOriginOfHost(rest);
};

const parseOriginOfHost = (rest: string): SyslogOrigin | null => {
  const [, word = '', after = ''] = WORD.exec(rest) ?? [];
  const host = HOST.test(word) ? ownName(word) : canonicalAddress(word);
  if (host === null || DATE.test(rest)) return null;
  const forwarded = after.includes('orwarded from ') ? FORWARDED.exec(after) : null;
  if (forwarded !== null) return parseOriginOfHost(`${forwarded[1] ?? ''} ${forwarded[2] ?? ''}`);
  const next = nextWord(after);
  // Devices of UniFi write their name twice.
  const isSkipped = isPriority(next) || next === host;
  return parseTag(host, isSkipped ? after.slice(next.length).trimStart() : after);
};

/** syslog-ng may write its source before the host (`src@web01`), and its relays after it (`web01/relay`). */
const ownName = (word: string): string => {
  const name = word.slice(word.indexOf('@') + 1);
  const end = name.indexOf('/');
  return end > 0 ? name.slice(0, end) : name;
};

const nextWord = (text: string): string => text.slice(0, findEnd(text));
const findEnd = (text: string): number => {
  const end = text.indexOf(' ');
  return end < 0 ? text.length : end;
};

/** A name or an IPv4 address, but not a number. */
const HOST = /^(?!\d+$)[\p{L}\p{N}_][\p{L}\p{N}_.@/-]*$/u;
/** The date of another line: the first one was torn behind its time, or in the name of its host. */
const DATE = /^\S*(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d /;
/** A line that AIX or FreeBSD received from another host. */
const FORWARDED = /^(?:\S{1,32} )?(?:Message f|F)orwarded from ([^\s:]+): (.*)/s;

/** `sshd[4711]:`, `sshd:`, and `[sshd]` of metalog. */
const isTag = (word: string): boolean =>
  (word.endsWith(':') && canonicalAddress(word) === null) || (word.includes('[') && TAG_WORD.test(word));
const TAG_WORD = /^(?:[^\s[\]]+\]?\[\d+\]|\[[^\s[\]:]+\])(?::|$)/;

/**
 * Whether a word is a facility and severity: `auth.info` of busybox, `<auth.info>` or `<4.6>` of FreeBSD, `auth|security:info` of AIX,
 * `[auth.info]` of syslog-ng, `In(38)` of ESXi 8; or only a severity, as ESXi 6 and 7 write it.
 */
export const isPriority = (word: string): boolean => {
  if (word.endsWith(')')) return ESXI.test(word);
  if (word.includes('.') || word.includes(':')) return FACILITY_AND_SEVERITY.test(word);
  return word.length <= LONGEST_SEVERITY && SEVERITIES.has(word.toLowerCase());
};
const ESXI = /^[A-Z][a-z]{1,2}\(\d{1,3}\)$/;
const FACILITY_AND_SEVERITY =
  /^[<[]?(?:\d{1,2}|kern|user|mail|daemon|auth|authpriv|auth\|security|security|syslog|lpr|news|uucp|cron|ftp|ntp|audit|console|clock|aso|caa|local[0-7])[.:](?:\d|emerg|panic|alert|crit|err|error|warn|warning|notice|info|debug)[>\]]?$/i;
const LONGEST_SEVERITY = 8;
const SEVERITIES = new Set(
  'emerg panic alert crit critical err error warn warning notice info verbose debug trivia'.split(' '),
);

const parseTag = (host: string | null, rest: string): SyslogOrigin | null => {
  const repeated = rest.startsWith('last') || rest.startsWith('--- last') ? REPEATED.exec(rest) : null;
  if (repeated !== null) return { host, program: '', pid: null, text: rest, repeated: Number(repeated[1]) };
  const unit = rest.includes('.service') ? UNIT_TAG.exec(rest) : null;
  const [whole, bracketed, plain = '', pid, text = ''] = unit ?? TAG.exec(rest) ?? [];
  if (whole === undefined) return null;
  const program = bracketed ?? (plain.startsWith('/') ? plain.slice(plain.lastIndexOf('/') + 1) : plain);
  return {
    host,
    program: unit === null ? program : programOfUnit(program),
    pid: pid === undefined || pid.length > 10 ? null : Number(pid),
    text: text.startsWith('[ID ') ? text.replace(SOLARIS_ID, '') : text,
  };
};

/** `ssh.service[4711]:` or `sshd@1-10.0.0.1:22-10.0.0.9:50000.service[4711]:` of `journalctl -o with-unit`. */
const UNIT_TAG = /^(?:(\[)|([a-z][\w-]*)(?:@\S*)?\.service)(?:\/\S+)?(?:\[(\d+)\])?:\s(.*)/s;

/** BSD, Solaris, busybox and sysklogd write it; macOS between hyphens. */
const REPEATED = /^(?:--- )?last message repeated (\d{1,5}) times?(?: ---)?$/;
const SOLARIS_ID = /^\[ID \d+ [\w.]+\] /;
