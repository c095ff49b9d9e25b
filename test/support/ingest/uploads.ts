import { request } from 'node:http';

import { exportEntries, toFields } from './journalExport.ts';

export type UploadAnswer = {
  readonly status: number;
  readonly retryAfter: string | undefined;
  // Tests read answers and errors.
  readonly body: any;
};

/** An upload whose body is sent piece by piece. */
export type Upload = {
  readonly send: (bytes: Buffer) => void;
  /** Sends bytes, and waits until the system has taken them. */
  readonly sendSlowly: (bytes: Buffer) => Promise<void>;
  /** Ends the body. */
  readonly end: () => void;
  /** Breaks the connection. */
  readonly cut: () => void;
  /** Calls back when the connection is closed. */
  readonly onClose: (callBack: () => void) => void;
  /** Null if the connection breaks before the answer. */
  readonly answered: Promise<UploadAnswer | null>;
};

const JOURNAL = { 'content-type': 'application/vnd.fdo.journal' };

/** Begins an upload to the server of this URL. */
export const beginUpload = (
  url: string,
  headers: Readonly<Record<string, string>> = {},
  query = '',
): Upload => {
  const sent = request(new URL(`/upload${query}`, url), {
    method: 'POST',
    headers: { ...JOURNAL, ...headers },
  });
  const answered = new Promise<UploadAnswer | null>((resolve) => {
    sent.once('error', () => resolve(null));
    sent.once('response', (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          retryAfter: response.headers['retry-after'],
          body: JSON.parse(text),
        }),
      );
    });
  });
  sent.flushHeaders();
  return {
    send: (bytes) => void sent.write(bytes),
    sendSlowly: async (bytes) =>
      new Promise((resolve) => {
        sent.write(bytes, () => resolve());
      }),
    end: () => void sent.end(),
    cut: () => void sent.destroy(),
    onClose: (callBack) => void sent.socket?.once('close', callBack),
    answered,
  };
};

/** Sends a whole upload. */
export const uploadTo = async (
  url: string,
  body: Buffer,
  headers: Readonly<Record<string, string>> = {},
  query = '',
): Promise<UploadAnswer> => {
  const upload = beginUpload(url, headers, query);
  if (body.length > 0) upload.send(body);
  upload.end();
  const answer = await upload.answered;
  if (answer === null) throw new Error('The connection broke before the answer.');
  return answer;
};

const START_MICROS = Date.UTC(2026, 10, 16, 9) * 1000 + 250_001;
const hex = (n: number): string => n.toString(16);

/** Writes the entry of a message of a program, as the journal of a host exports it; all have the same time, and each its cursor. */
export const anEntry = (n: number, fields: Readonly<Record<string, string>> = {}): Buffer =>
  exportEntries([
    toFields({
      __CURSOR: `s=0a1b2c3d4e5f60718293a4b5c6d7e8f9;i=${hex(n)};b=00112233445566778899aabbccddeeff;m=${hex(1_000_000 + n)};t=${hex(START_MICROS)};x=${hex(n)}`,
      __REALTIME_TIMESTAMP: String(START_MICROS),
      __MONOTONIC_TIMESTAMP: String(1_000_000 + n),
      _BOOT_ID: '00112233445566778899aabbccddeeff',
      _HOSTNAME: 'web01',
      SYSLOG_IDENTIFIER: 'sshd',
      _PID: String(n),
      MESSAGE: `Failed password for root from 203.0.113.7 port ${n} ssh2`,
      ...fields,
    }),
  ]);

/** Writes entries of failed logins, one from each of these ports of the client. */
export const failedLoginEntries = (host: string, fromPort: number, count: number): Buffer =>
  Buffer.concat(Array.from({ length: count }, (_, index) => anEntry(fromPort + index, { _HOSTNAME: host })));
