import { generateKeyPairSync, sign } from 'node:crypto';

const DAY_MS = 86_400_000;

/** Makes a self-signed certificate for localhost and 127.0.0.1 and its key, both as PEM. The validity is given in days from now. */
export const makeCertificate = ({ fromDays = -1, untilDays = 1 } = {}): { cert: string; key: string } => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(tagged(0x31, sequence(oid(0x55, 4, 3), tagged(0x0c, Buffer.from('localhost')))));
  const algorithm = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2));
  const names = sequence(tagged(0x82, Buffer.from('localhost')), tagged(0x87, Buffer.from([127, 0, 0, 1])));
  const extensions = sequence(
    sequence(oid(0x55, 0x1d, 0x11), octets(names)),
    sequence(
      oid(0x55, 0x1d, 0x13),
      tagged(1, Buffer.from([255])),
      octets(sequence(tagged(1, Buffer.from([255])))),
    ),
  );
  const body = sequence(
    tagged(0xa0, tagged(2, Buffer.from([2]))),
    tagged(2, Buffer.from([1])),
    algorithm,
    name,
    sequence(timeIn(fromDays), timeIn(untilDays)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, extensions),
  );
  const der = sequence(body, algorithm, tagged(3, Buffer.of(0), sign('sha256', body, privateKey)));
  const lines = der.toString('base64').replaceAll(/.{64}(?=.)/g, '$&\n');
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
};

/** Encodes a DER element: tag, length, content. */
const tagged = (tag: number, ...contents: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(contents);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
};

const sequence = (...contents: readonly Buffer[]): Buffer => tagged(0x30, ...contents);
const oid = (...bytes: readonly number[]): Buffer => tagged(6, Buffer.from(bytes));
const octets = (content: Buffer): Buffer => tagged(4, content);

/** Encodes a time as YYYYMMDDHHMMSSZ. */
const timeIn = (days: number): Buffer => {
  const digits = new Date(Date.now() + days * DAY_MS).toISOString().replaceAll(/\D/g, '').slice(0, 14);
  return tagged(0x18, Buffer.from(`${digits}Z`));
};
