import { describe, expect, test } from '@jest/globals';

import { SYSLOG_SHAPES } from '../../../src/sensors/linux/syslogShapes.ts';

import { TEXT } from './rsyslogRecords.ts';
import { SHAPED_RECORDS } from './shapedRecords.ts';
import { SSHD_LINE } from '../wrappers/rawLogs.ts';
import { readEvents, readFates } from '../wrappers/readEvents.ts';

test('every shape has a record', () => {
  expect(Object.keys(SHAPED_RECORDS)).toEqual(SYSLOG_SHAPES.map(({ name }) => name));
});

describe.each(Object.entries(SHAPED_RECORDS))('%s', (_, records) => {
  test.each(records)('at %s: %j', (time, record) => {
    expect(readEvents([record])).toEqual([
      {
        login: {
          time,
          hostname: 'web1',
          user: 'ana',
          uid: undefined,
          loginId: '0x2c8',
          loginType: 'REMOTE',
          loginSuccessful: true,
          srcIp: '203.0.113.7',
          srcPort: 50001,
          sourceId: expect.stringMatching(/^text\/[\da-f]{16}\/1$/),
        },
      },
    ]);
  });
});

describe('the line that the parts were read from', () => {
  const parts = {
    '@timestamp': '2026-11-02T10:11:12.000Z',
    host: { hostname: 'web1' },
    process: { name: 'sshd', pid: 712 },
  };
  const [raw] = readEvents([SSHD_LINE]);

  test.each([
    { ...parts, event: { original: SSHD_LINE }, message: TEXT },
    { ...parts, message: SSHD_LINE },
    // Grok without overwrite.
    { ...parts, message: [SSHD_LINE, TEXT] },
    {
      '@timestamp': parts['@timestamp'],
      logsource: 'web1',
      program: 'sshd',
      pid: '712',
      message: [SSHD_LINE, TEXT],
    },
    // Logstash's syslog input in the ECS mode.
    { ...parts, event: { original: SSHD_LINE }, message: `${TEXT}\n`, service: { type: 'system' } },
    {
      timereported: '2026-11-02T10:11:12+00:00',
      hostname: 'web1',
      programname: 'sshd',
      msg: TEXT,
      rawmsg: SSHD_LINE,
    },
  ])('is the same event, and needs no time zone: %j', (record) => {
    expect(readEvents([record], { timeZone: null })).toEqual([raw]);
  });

  test('has its own time if the record has that of its receipt', () => {
    const record = { ...parts, '@timestamp': '2026-11-02T10:12:40.512Z', message: SSHD_LINE };
    expect(readEvents([record])).toEqual([raw]);
  });

  test('is not read if another program wrote it in its message', () => {
    const record = { ...parts, process: { name: 'app', pid: 712 }, message: SSHD_LINE };
    expect(readEvents([record])).toEqual([]);
    expect(readFates([record])).toHaveLength(1);
  });
});
