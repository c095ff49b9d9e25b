import { expect, test } from '@jest/globals';

import { NO_OPTIONS } from '../../../src/sensors/sensor.ts';
import { parseInputZone } from '../../../src/sensors/timeZone.ts';
import { readFiles } from './syslogLines.ts';

test.each([
  ['2024-01-01T00:00:01+00:00', 'Dec 31 23:59:59', '2023-12-31T23:59:59.000000Z'],
  ['2021-12-31T23:59:59Z', 'Jan  1 00:00:30', '2022-01-01T00:00:30.000000Z'],
  ['2024-06-15T12:00:01Z', 'Jun 15 12:00:00', '2024-06-15T12:00:00.000000Z'],
])(
  'a time without a year behind the time of a relay, %s, is in the year next to it: %s',
  (relay, own, time) => {
    const line = `${relay} relay ${own} web01 sshd[1]: Accepted publickey for ana from 10.0.0.9 port 50000 ssh2`;
    const options = { ...NO_OPTIONS, timeZone: parseInputZone('UTC') };
    expect(readFiles([[line]], options)).toMatchObject([{ event: { login: { time } } }]);
  },
);
