import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';

import { SAFE_HEADERS } from '../safeHeaders.ts';

/**
 * Answers what is no whole request, over the bare connection, as any other mistake is answered; and closes it. Gives what was answered; null when
 * there was nobody to answer.
 */
export const answerBrokenRequest = (
  { code = '' }: { readonly code?: string },
  socket: Socket,
): BrokenRequest | null => {
  // The rest is of the connection itself, as a handshake that fails.
  if (!/^(?:HPE|ERR_HTTP)_/.test(code)) {
    socket.destroy();
    return null;
  }
  const broken = BROKEN[code] ?? NO_HTTP;
  const { status, ...error } = broken;
  if (socket.writable) {
    const body = JSON.stringify({ errors: [{ message: error.message, extensions: { code: error.code } }] });
    const head = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'content-type: application/json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      ...Object.entries(SAFE_HEADERS).map(([name, value]) => `${name}: ${value}`),
      'connection: close',
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  }
  socket.destroySoon();
  return broken;
};

export type BrokenRequest = { readonly status: number; readonly code: string; readonly message: string };

const NO_HTTP: BrokenRequest = { status: 400, code: 'BAD_REQUEST', message: 'That is not valid HTTP.' };

const BROKEN: Readonly<Record<string, BrokenRequest>> = {
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: 'REQUEST_TIMEOUT',
    message: 'The request came too slowly. Nothing was done; send less at a time.',
  },
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'HEADERS_TOO_LARGE',
    message: 'The headers are over 16 KiB; a long query is sent by POST.',
  },
};
