import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';

import { SAFE_HEADERS } from '../safeHeaders.ts';

/**
 * Answers an incomplete or malformed request directly on the connection, in the form of all errors, and closes it. Returns the error; null when the
 * connection itself has failed.
 */
export const answerBrokenRequest = (
  { code = '' }: { readonly code?: string },
  socket: Socket,
): BrokenRequest | null => {
  // All other errors concern the connection itself, such as a failed handshake.
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

const NO_HTTP: BrokenRequest = {
  status: 400,
  code: 'BAD_REQUEST',
  message: 'The request is not valid HTTP.',
};

const BROKEN: Readonly<Record<string, BrokenRequest>> = {
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: 'REQUEST_TIMEOUT',
    message: 'The request arrived too slowly. Nothing was done; send less per request.',
  },
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'HEADERS_TOO_LARGE',
    message: 'The headers are over 16 KiB; send a long query with POST.',
  },
};
