import { expect, test } from '@jest/globals';

import { LOGON } from './messages.ts';
import { listEvents } from './records.ts';

// https://docs.velociraptor.app/artifact_references/pages/windows.eventlogs.rdpauth
test('a row of Velociraptor has values in its message that its columns leave out', () => {
  const row = {
    EventTime: '2026-11-16T09:00:00Z',
    Computer: 'WS1.corp.example',
    Channel: 'Security',
    EventID: 4624,
    UserName: 'CORP\\ana',
    LogonType: 10,
    SourceIP: '203.0.113.9',
    Description: 'LOGON_SUCCESSFUL',
    Message: LOGON,
  };
  expect(listEvents([row])).toMatchObject([
    {
      login: {
        time: '2026-11-16T09:00:00.000000Z',
        hostname: 'WS1.corp.example',
        user: 'CORP\\ana',
        uid: 'S-1-5-21-1-2-3-1104',
        loginId: '0x8A1F0',
        loginType: 'RDP',
        srcIp: '203.0.113.9',
        loginSuccessful: true,
      },
    },
  ]);
});
