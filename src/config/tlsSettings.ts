import type { TlsFiles } from '../http/tls/readCertificate.ts';

import type { ReadSetting } from './readSetting.ts';
import { FILE, NONE } from './settingKinds.ts';

/** Reads where the certificate and its key are; null when neither is set. */
export const readTlsSettings = (
  setting: ReadSetting,
  addProblem: (problem: string) => void,
): TlsFiles | null => {
  const certFile = setting('TLS_CERT_FILE', NONE, FILE);
  const keyFile = setting('TLS_KEY_FILE', NONE, FILE);
  if (certFile === NONE && keyFile === NONE) return null;
  if (certFile === NONE)
    addProblem('TLS_CERT_FILE is missing: TLS needs the certificate of TLS_KEY_FILE, too.');
  if (keyFile === NONE) addProblem('TLS_KEY_FILE is missing: TLS needs the key of TLS_CERT_FILE, too.');
  return { certFile, keyFile };
};
