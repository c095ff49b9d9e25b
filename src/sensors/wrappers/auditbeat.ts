import { asFields } from '../fields.ts';
import type { Fields } from '../fields.ts';
import type { Wrapper } from './wrapper.ts';

/**
 * Records of auditd as Auditbeat writes them: the raw lines in event.original (include_raw_message), or their values, from which the line is written
 * again, so that the login has the same id.
 * https://www.elastic.co/docs/reference/beats/auditbeat/auditbeat-module-auditd
 */
export const AUDITBEAT: Wrapper = {
  name: 'Auditbeat, auditd module',
  of: 'OBJECT',
  marks: ['auditd', '@timestamp'],
  open: (document) => {
    const { event, host } = document;
    const hostname = asFields(host)['hostname'] ?? asFields(host)['name'];
    const known = { hostname: typeof hostname === 'string' ? hostname : undefined };
    const { original } = asFields(event);
    const lines = Array.isArray(original) ? (original as readonly unknown[]) : [original];
    const raw = lines.filter((line) => typeof line === 'string' && /^(?:node=\S+ )?type=/.test(line));
    if (raw.length > 0) return raw.map((value) => ({ value, known }));
    const line = writeLine(document);
    return line === null ? null : [{ value: line, known }];
  },
};

const writeLine = (document: Fields): string | null => {
  const { auditd, process, user, source } = document;
  const { sequence, session, result, message_type: type, data } = asFields(auditd);
  const timeMs = Date.parse(String(document['@timestamp']));
  if (typeof type !== 'string' || !/^[a-z_]+$/.test(type) || Number.isNaN(timeMs)) return null;
  if (!/^\d{1,19}$/.test(String(sequence))) return null;
  const values = asFields(data);
  const acct = values['acct'];
  const fields = {
    pid: asFields(process)['pid'],
    uid: asFields(user)['id'],
    auid: asFields(asFields(user)['audit'])['id'] ?? asFields(user)['auid'],
    ses: session === 'unset' ? undefined : session,
    op: values['op'],
    id: values['id'],
    // As auditd writes names with special characters.
    acct: typeof acct === 'string' ? Buffer.from(acct).toString('hex').toUpperCase() : undefined,
    exe: asFields(process)['executable'] ?? values['exe'],
    hostname: values['hostname'],
    addr: values['addr'] ?? asFields(source)['ip'],
    rport: values['rport'],
    laddr: values['laddr'],
    lport: values['lport'],
    terminal: values['terminal'],
    res: result === 'fail' ? 'failed' : result,
  };
  const text = Object.entries(fields).flatMap(([name, value]) => {
    const plain = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    return plain === '' || /["'\s]/.test(plain) ? [] : [`${name}=${plain}`];
  });
  const seconds = `${Math.floor(timeMs / 1000)}.${String(timeMs % 1000).padStart(3, '0')}`;
  return `type=${type.toUpperCase()} msg=audit(${seconds}:${String(sequence)}): ${text.join(' ')}`;
};
