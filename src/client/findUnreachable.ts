import { once } from 'node:events';
import { connect } from 'node:net';

import { describeNetworkError } from './postGraphql.ts';

/** A server on another continent accepts a connection within half a second. */
const TIMEOUT_MS = 4_000;

/** Says that nothing accepts connections at the address of a URL, and what to do; null when something does. */
export const findUnreachable = async (url: string): Promise<string | null> => {
  const { hostname, port, protocol } = new URL(url);
  const defaultPort = protocol === 'https:' ? 443 : 80;
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  const socket = connect({ host, port: port === '' ? defaultPort : Number(port) });
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(TIMEOUT_MS) });
    return null;
  } catch (error) {
    const reason = describeNetworkError(error);
    return `no server can be reached at ${url} (${reason}); start one with npm start, or name another with --url, or with HOST and PORT`;
  } finally {
    // What comes after the timeout.
    socket.on('error', () => undefined);
    socket.destroy();
  }
};
