import { once } from 'node:events';
import { connect } from 'node:net';

import { awaitAnswer, DEFAULT_RESPONSE_TIMEOUTS } from './awaitAnswer.ts';
import type { ResponseTimeouts } from './awaitAnswer.ts';
import { describeNetworkError } from './postGraphql.ts';
import type { CommandContext } from './commandContext.ts';

/** A server on another continent accepts a connection within half a second. */
const CONNECT_TIMEOUT_MS = 4_000;

const ADVICE = 'start one with npm start, or name another server with --url, or with HOST and PORT';

/**
 * Checks that a server accepts connections at a URL and answers a first request, with any answer. Tells the user when that takes long.
 *
 * @returns the problem and its remedy, or null.
 */
export const findUnreachable = async (
  url: string,
  name: string,
  {
    errors,
    interrupt,
    timeouts = DEFAULT_RESPONSE_TIMEOUTS,
  }: Pick<CommandContext, 'errors' | 'interrupt' | 'timeouts'>,
): Promise<string | null> => {
  const refused = await findRefused(url);
  if (refused !== null) return `no server can be reached at ${url} (${refused}); ${ADVICE}`;
  const isSilent = awaitFirstAnswer(url, timeouts, interrupt).then((hasAnswered) => !hasAnswered);
  const tell = (): unknown =>
    errors.write(
      `${name}: the server at ${url} has not answered yet; waiting for its answer to GET /livez\n`,
    );
  return (await awaitAnswer(isSilent, timeouts.noticeMs, tell))
    ? `the server at ${url} accepts connections but has not answered within ${timeouts.firstAnswerMs / 1000} s; ` +
        'if it is a Sessionscope server, look at its log and restart it, else name another server with --url, or with HOST and PORT'
    : null;
};

/** Returns the reason why no connection to the address of a URL can be made; null when it can. */
const findRefused = async (url: string): Promise<string | null> => {
  const { hostname, port, protocol } = new URL(url);
  const defaultPort = protocol === 'https:' ? 443 : 80;
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  const socket = connect({ host, port: port === '' ? defaultPort : Number(port) });
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(CONNECT_TIMEOUT_MS) });
    return null;
  } catch (error) {
    return describeNetworkError(error);
  } finally {
    // The socket may still fail after the timeout.
    socket.on('error', () => undefined);
    socket.destroy();
  }
};

/** Returns false when there is no answer in time. A broken connection counts as an answer: the requests that follow are retried. */
const awaitFirstAnswer = async (
  url: string,
  { firstAnswerMs }: ResponseTimeouts,
  interrupt: AbortSignal,
): Promise<boolean> => {
  const timeout = AbortSignal.timeout(firstAnswerMs);
  try {
    const signal = AbortSignal.any([timeout, interrupt]);
    const response = await fetch(new URL('livez', url), { redirect: 'manual', signal });
    await response.body?.cancel();
    return true;
  } catch {
    return !timeout.aborted;
  }
};
