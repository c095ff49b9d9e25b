import { gzipSync } from 'node:zlib';

import fc from 'fast-check';

import { aRecord } from '../../importer/importing.ts';

/** Lines of bodies: lines that shippers send, malformed lines, and lines that attackers send. */
const LINES: readonly (string | Buffer)[] = [
  '',
  ' \t',
  '\u00A0',
  '\u2028\u3000',
  '\uFEFF',
  'a',
  '{}',
  '{"login": ',
  '{"lock":{"time":"2026-11-16T09:00:00Z","hostname":"A","user":"ana"}}',
  ' {"hostStart":{"time":"2026-11-16T08:00:00Z","hostname":"A"}} ',
  '{"login":{"time":"2026-11-16T09:00:00Z","hostname":"B","loginSuccessful":true,"loginId":7,"user":null}}',
  '{"logout":{"time":"x","hostname":"B","__proto__":{"user":"eve"}}}',
  '2026-11-16T10:00:00.25+01:00 web1 sshd[4711]: Accepted password for ana from 10.0.0.9 port 50000 ssh2',
  '2026-11-16T10:00:01+01:00 web1 sshd[4711]: pam_unix(sshd:session): session opened for user ana(uid=1000) by (uid=0)',
  '2026-11-16T10:00:02+01:00 web1 sshd[4712]: message repeated 3 times: [ Failed password for eve from 10.0.0.9 port 50001 ssh2]',
  '2026-11-16T10:09:00+01:00 web1 sshd[4711]: pam_unix(sshd:session): session closed for user ana',
  'Nov 16 10:00:00 web2 sshd[4711]: Accepted publickey for zoë from 10.0.0.9 port 50000 ssh2: RSA SHA256:x',
  JSON.stringify(aRecord(1, { Hostname: 'WIN1' })),
  JSON.stringify({ ...aRecord(2, { Hostname: 'WIN1' }), EventID: 4634 }),
  JSON.stringify({ ...aRecord(3, { Hostname: 'WIN1' }), EventID: 4672 }),
  // A push of Loki and a request of OpenTelemetry, with several lines.
  JSON.stringify({
    streams: [
      {
        stream: { host: 'web3' },
        values: [
          [
            '1794819600000000000',
            'Nov 16 10:00:00 web3 sshd[1]: message repeated 3 times: [ Failed password for eve from 10.0.0.9 port 5 ssh2]',
          ],
          [
            '1794819600000000000',
            'Nov 16 10:00:01 web3 sshd[1]: Accepted password for ana from 10.0.0.9 port 5 ssh2',
          ],
        ],
      },
    ],
  }),
  '{"resourceLogs":[{"scopeLogs":[{"logRecords":[{"body":{"stringValue":"a"}},{},{"body":{}}]}]},{}]}',
  '{"hits":{"hits":[]}}',
  '\u0000{"nul": "\u0000"}',
  `${'{"a":'.repeat(500)}1${'}'.repeat(500)}`,
  '[',
  '"\uD800',
  Buffer.from([0xff, 0xfe, 0x61, 0x00]),
  Buffer.from('{"user": "zo\xEB"}', 'latin1'),
  Buffer.from('Nov 16 10:00:00 web2 sshd[1]: Failed password for zo\xEB from 10.0.0.9 port 5 ssh2', 'latin1'),
  Buffer.from([0xa0]),
  Buffer.from([0xa0, 0x7b, 0x7d]),
  Buffer.from([0x85, 0x20]),
];

/** The bytes of one of these lines or of a random line. */
const aLine = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...LINES).map((line) => Buffer.from(line)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)) },
);
const anEnd = fc.constantFrom('\n', '\n', '\r\n', '\n\n\n', '\n \n');

const ofLines = fc
  .array(fc.tuple(aLine, anEnd), { maxLength: 30 })
  .map((lines) => Buffer.concat(lines.flatMap(([line, end]) => [line, Buffer.from(end)])));

const valid = LINES.filter((line): line is string => typeof line === 'string' && isJson(line));

const ofElements = fc
  .tuple(
    fc.array(fc.oneof(fc.constantFrom(...valid), fc.json()), { maxLength: 20 }),
    fc.constantFrom(']', ']', '', ']]', ',]'),
  )
  .map(([elements, end]) => Buffer.from(`[${elements.join(', ')}${end}`));

const ofOneObject = fc
  .constantFrom(...valid)
  .map((line) => Buffer.from(JSON.stringify(JSON.parse(line), null, 2)));

const plain = fc.oneof({ weight: 4, arbitrary: ofLines }, ofElements, ofOneObject);

/** Bodies of requests to /ingest: lines or arrays, complete or malformed, compressed or not. */
export const someBody: fc.Arbitrary<Buffer> = fc
  .tuple(plain, fc.constantFrom('PLAIN', 'BOM', 'GZIP', 'CUT GZIP'), fc.nat({ max: 100 }))
  .map(([body, form, share]) => {
    if (form === 'PLAIN') return body;
    if (form === 'BOM') return Buffer.concat([Buffer.from('\uFEFF'), body]);
    const packed = gzipSync(body);
    return form === 'GZIP' ? packed : packed.subarray(0, 2 + Math.floor((packed.length * share) / 100));
  });

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
