import { json } from './knownFormat.ts';
import type { KnownFormat } from './knownFormat.ts';

const ACCEPTED = 'Accepted publickey for ana from 10.0.0.9 port 50438 ssh2';
const TIME = '2026-11-16T09:00:00.123456Z';

export const SHIPPER_FORMATS: readonly KnownFormat[] = [
  {
    group: 'Shippers and stores',
    name: 'Vector',
    source: 'sources `syslog` and `file` with `parse_syslog`',
    needs: [],
    sample: json({ timestamp: TIME, hostname: 'web01', appname: 'sshd', procid: 4711, message: ACCEPTED }),
  },
  {
    group: 'Shippers and stores',
    name: 'syslog-ng JSON',
    source: '`format-json` with `ISODATE`, `HOST`, `PROGRAM`, `PID` and `MESSAGE`',
    needs: [],
    sample: json({ ISODATE: TIME, HOST: 'web01', PROGRAM: 'sshd', PID: '4711', MESSAGE: ACCEPTED }),
  },
  {
    group: 'Shippers and stores',
    name: 'Fluent Bit syslog',
    source: 'input `syslog` with the time kept',
    needs: [],
    sample: json({ time: TIME, host: 'web01', ident: 'sshd', pid: '4711', message: ACCEPTED }),
  },
];
