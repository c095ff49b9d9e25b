import { once } from 'node:events';
import { connect } from 'node:net';

/**
 * Sends bytes over a separate connection, for requests that fetch refuses to send or corrects. Returns the whole response after the server has
 * closed the connection, so a complete request must contain `connection: close`.
 */
export const sendRaw = async (url: string, request: string): Promise<string> => {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  // A server that does not read the rest of a refused body may reset the connection after its answer.
  socket.on('error', () => undefined);
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
  socket.write(request, 'latin1');
  await once(socket, 'close');
  return answer;
};

/** The status of a raw response. */
export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1]);
