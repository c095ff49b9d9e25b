import type { Server } from 'node:https';

import type { Logger } from 'pino';

import { describeError } from '../log.ts';
import { readCertificate } from './readCertificate.ts';
import type { Certificate, TlsFiles } from './readCertificate.ts';

type Renewal = {
  readonly files: TlsFiles;
  readonly current: Certificate;
  readonly everyMs: number;
  readonly logger: Logger;
};

/**
 * Loads a certificate when its files have changed, so that a renewal needs no restart; returns a function that stops this. The files are polled,
 * not watched, because renewals replace links and folders. While the pair does not match, as between the writes of the two files, the current one
 * stays in use.
 */
export const renewCertificate = (
  server: Server,
  { files, current, everyMs, logger }: Renewal,
): (() => void) => {
  let used = current;
  let complaint: string | null = null;
  const renew = async (): Promise<void> => {
    try {
      const found = await readCertificate(files);
      complaint = null;
      if (found.cert === used.cert && found.key === used.key) return;
      server.setSecureContext(found);
      used = found;
      logger.info('The certificate was renewed.');
    } catch (error) {
      const { message } = error as Error;
      if (message === complaint) return;
      complaint = message;
      logger.error({ error: describeError(error) }, `The current certificate stays in use: ${message}`);
    }
  };
  const timer = setInterval(() => void renew(), everyMs);
  return () => clearInterval(timer);
};
