import { asFields } from '../fields.ts';
import type { Fields } from '../fields.ts';
import type { Wrapper } from './wrapper.ts';

/**
 * Messages that Elastic's system module or integration parsed. The versions that do not keep the message of a login have its parts, from which it is
 * written again. https://www.elastic.co/docs/reference/integrations/system
 */
export const SYSTEM_MODULE: readonly Wrapper[] = [
  {
    name: "Elastic's system.auth without the message",
    of: 'OBJECT',
    marks: ['system', 'event', '@timestamp'],
    open: (document) => {
      if (typeof document['message'] === 'string') return null;
      const { event, method } = asFields(asFields(asFields(document['system'])['auth'])['ssh']);
      const { ip, port } = asFields(document['source']);
      const message = writeMessage({ event, method, ip, port, user: asFields(document['user'])['name'] });
      return message === null ? null : [{ value: { ...document, message } }];
    },
  },
  {
    // https://www.elastic.co/guide/en/beats/filebeat/6.8/exported-fields-system.html
    name: 'system.auth of Filebeat 6',
    of: 'OBJECT',
    marks: ['system', 'fileset', '@timestamp'],
    open: (document) => {
      const { auth } = asFields(document['system']);
      const { hostname, program, pid, message, user, ssh } = asFields(auth);
      const written = typeof message === 'string' ? null : writeMessage({ ...asFields(ssh), user });
      const value = {
        '@timestamp': document['@timestamp'],
        host: { hostname },
        process: { name: written === null ? program : 'sshd', pid },
        message: written ?? message,
      };
      return typeof value.message === 'string' ? [{ value }] : null;
    },
  },
];

/** Writes the message of sshd; null if a part of it is missing, or for another event. */
const writeMessage = ({ event, method, ip, port, user }: Fields): string | null => {
  if (typeof user !== 'string' || typeof ip !== 'string') return null;
  const from = typeof port === 'number' || typeof port === 'string' ? ` port ${port}` : '';
  if (event === 'Invalid') return `Invalid user ${user} from ${ip}${from}`;
  return event === 'Accepted' || event === 'Failed'
    ? `${event} ${String(method)} for ${user} from ${ip}${from} ssh2`
    : null;
};
