import { expect, test } from '@jest/globals';

import { ask } from '../../support/companyLog.ts';
import { describeReal, LAB, useRealLog } from '../../support/hunts/realLog.ts';

describeReal('lateralPaths on a real log', () => {
  const real = useRealLog(...LAB);

  const REAL_QUERY = `query ($range: TimeRange!, $from: LateralEnd, $to: LateralEnd) { hunts { lateralPaths(range: $range, from: $from, to: $to,
    containment: GAP, maxGap: "PT12H", first: 100) { nodes { hops { evidence isAmbiguous event { sourceId } } } } } }`;

  /** The paths as text: for each hop, its evidence and the number of its record. */
  const pathsOf = async (variables: object): Promise<readonly string[]> => {
    const { nodes } = (await ask(real().api, REAL_QUERY, variables)).hunts.lateralPaths;
    return nodes.map(({ hops }: any) =>
      hops
        .map(({ evidence, isAmbiguous, event }: any) => {
          expect(isAmbiguous).toBe(false);
          return [...evidence, event.sourceId.replace('windows/security/', '')].join(' ');
        })
        .join(', '),
    );
  };

  // Confirmed by hand in the records: WORKSTATION5$ logs on to MORDORDC from 172.18.39.5 at 07:45:18Z (record 2027455).
  test('from an address outside to WORKSTATION5, by a logon and a reconnect (4778), and on to the domain controller', async () => {
    const range = { from: '2020-09-22T08:38:00Z', until: '2020-09-22T08:39:00Z' };
    const paths = await pathsOf({ range, from: { ip: '1.2.3.4' }, to: { hostname: 'MORDORDC' } });
    expect(paths).toEqual(
      ['821612', '821627'].flatMap((arrival) =>
        ['2040000', '2040039', '2040047'].map((next) => `${arrival}, MACHINE_LOGON ${next}`),
      ),
    );
  });

  // WORKSTATION6$ logged on to MORDORDC from 172.18.39.6 on 18 September (records 654901 to 654913).
  test('from WORKSTATION5 to WORKSTATION6, and from there to the domain controller as another user', async () => {
    const morning = { from: '2020-09-21T00:00:00Z', until: '2020-09-21T12:00:00Z' };
    const paths = await pathsOf({
      range: morning,
      from: { hostname: 'WORKSTATION5' },
      to: { hostname: 'MORDORDC' },
    });
    expect(paths).toEqual(
      ['768442', '768447', '768450', '768453'].map(
        (arrival) => `MACHINE_LOGON ${arrival}, MACHINE_LOGON 1669135`,
      ),
    );
  });

  // Records whose WorkstationName is WORKSTATION5 and whose IpAddress is 172.18.39.5, that of WORKSTATION5$ on 14 September (record 228458).
  test('the name of the client and its address agree', async () => {
    const half = { from: '2020-09-18T19:00:00Z', until: '2020-09-18T19:00:30Z' };
    const paths = await pathsOf({ range: half, to: { hostname: 'WORKSTATION6' } });
    expect(paths).toEqual(['MACHINE_LOGON CLIENT_NAME 475550', 'MACHINE_LOGON CLIENT_NAME 475798']);
  });
});
