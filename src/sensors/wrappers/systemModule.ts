import { asFields } from '../fields.ts';
import type { Wrapper } from './wrapper.ts';

/**
 * Logins of sshd that Elastic's system module or integration parsed, in the versions that do not keep the message: it is written again from its parts.
 * https://www.elastic.co/docs/reference/integrations/system
 */
export const SYSTEM_MODULE: Wrapper = {
  name: "Elastic's system.auth without the message",
  of: 'OBJECT',
  marks: ['system', 'event', '@timestamp'],
  open: (document) => {
    if (typeof document['message'] === 'string') return null;
    const { event, method } = asFields(asFields(asFields(document['system'])['auth'])['ssh']);
    const { name } = asFields(document['user']);
    const { ip, port } = asFields(document['source']);
    if (typeof name !== 'string' || typeof ip !== 'string') return null;
    const from = typeof port === 'number' || typeof port === 'string' ? ` port ${port}` : '';
    const text =
      event === 'Invalid'
        ? `Invalid user ${name} from ${ip}${from}`
        : `${String(event)} ${String(method)} for ${name} from ${ip}${from} ssh2`;
    return /^(?:Accepted|Failed|Invalid)$/.test(String(event))
      ? [{ value: { ...document, message: text } }]
      : null;
  },
};
