import type { TlsFiles } from '../http/tls/readCertificate.ts';

import type { ReadSetting } from './readSetting.ts';
import { FILE, NONE } from './settingKinds.ts';

/** Reads the paths of the certificate and its key; null when neither is set. */
export const readTlsSettings = (
  setting: ReadSetting,
  addProblem: (problem: string) => void,
): TlsFiles | null => {
  const certFile = setting('TLS_CERT_FILE', NONE, FILE);
  const keyFile = setting('TLS_KEY_FILE', NONE, FILE);
  if (certFile === NONE && keyFile === NONE) return null;
  if (certFile === NONE)
    addProblem('TLS_CERT_FILE is missing: TLS also needs the certificate of TLS_KEY_FILE.');
  if (keyFile === NONE) addProblem('TLS_KEY_FILE is missing: TLS also needs the key of TLS_CERT_FILE.');
  return { certFile, keyFile };
};
