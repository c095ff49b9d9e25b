import { asFields } from '../fields.ts';
import type { Fields } from '../fields.ts';
import { programOfUnit } from '../linux/programOfUnit.ts';
import { findHost } from './hostLabels.ts';
import { isRawText } from './rawText.ts';
import type { Inner } from './wrapper.ts';

/** Opens a line of Loki with its labels. A journal or a receiver of syslog may ship the message alone, with the program in a label. */
export const openLine = (line: unknown, labels: Fields, time: string | undefined): Inner => {
  const hostname = findHost(labels);
  const program = typeof line !== 'string' || isRawText(line) ? undefined : findProgram(labels);
  const value =
    program === undefined
      ? addTime(line, time)
      : { timestamp: time, hostname, appname: program, message: line };
  return { value, known: { hostname, time } };
};

/** The option `json` of the journal's source writes the fields of an entry without its time, which Loki has. */
const addTime = (line: unknown, time: string | undefined): unknown => {
  if (typeof line !== 'string' || !ENTRY.test(line) || line.includes('__REALTIME_TIMESTAMP')) return line;
  try {
    const entry = asFields(JSON.parse(line));
    return Object.hasOwn(entry, 'MESSAGE') ? { timestamp: time, ...entry } : line;
  } catch {
    return line;
  }
};

const ENTRY = /^\{[^]*"MESSAGE":/;

const findProgram = (labels: Fields): string | undefined => {
  for (const name of PROGRAM_LABELS) {
    const value = labels[name];
    if (typeof value === 'string' && value !== '') return value;
  }
  const { unit, systemd_unit: systemdUnit } = labels;
  const [, service] = SERVICE.exec(String(unit ?? systemdUnit)) ?? [];
  return service === undefined ? undefined : programOfUnit(service);
};

const PROGRAM_LABELS = [
  'syslog_identifier',
  'SYSLOG_IDENTIFIER',
  'identifier',
  'appname',
  'app_name',
  'ident',
];
/** `ssh.service`, or `sshd@7-10.0.0.8:22-10.0.0.9:50001.service` for each connection. */
const SERVICE = /^([\w-]+)(?:@.*)?\.service$/;

/** Reads labels as Loki writes them, with or without their braces: `host="web1", job="auth"`. */
export const readLabels = (text = ''): Fields =>
  Object.fromEntries(
    [...text.matchAll(LABEL)].map(([, name = '', value = '']): [string, string] => [name, value]),
  );

/** One label after the other. */
const LABEL = /\{?(\w+)="((?:\\.|[^"\\])*)"(?:, ?)?/gy;
