import { describe, expect, test } from '@jest/globals';

import type { HostCoverageStatus } from '../../src/explorer/api/documents.ts';
import { makeCaseLanes } from '../../src/explorer/case/caseLanes.ts';
import { listAnswered, makePresenceVariables, readPlace } from '../../src/explorer/case/presence.ts';
import type { Pin } from '../../src/explorer/state/case.ts';
import { at, minute, RANGE } from './sessions.ts';

const WS5: Pin = { host: 'WS5', account: null };
const CAROL: Pin = { host: null, account: 'CORP\\carol' };
const CAROL_ON_WS5: Pin = { host: 'WS5', account: 'CORP\\carol' };

describe('who was on in a case', () => {
  const onHost = (hostname: string, users: readonly string[], status: HostCoverageStatus = 'COVERED') => ({
    hostname,
    loggedOn: {
      truncated: false,
      coverage: { status },
      accounts: users.map((user) => ({
        account: { user },
        state: 'ACTIVE' as const,
        certainty: 'PROVEN' as const,
        since: minute(5),
        sessions: [{ id: `${user} on ${hostname}` }],
      })),
    },
  });
  const open = (hostname: string, [from, proven]: readonly [number, number], state: 'ACTIVE' | 'LOCKED') => ({
    id: `${hostname} ${from}`,
    hostname,
    startedAt: minute(from),
    endedAfter: minute(proven),
    state,
  });
  const carol = {
    user: 'CORP\\carol',
    sessions: {
      nodes: [
        open('FS1', [10, 20], 'LOCKED'),
        open('FS1', [15, 40], 'ACTIVE'),
        open('RDP1', [11, 12], 'ACTIVE'),
      ],
      pageInfo: { hasNextPage: false },
    },
  };
  const lanesOf = (...pins: readonly Pin[]) =>
    makeCaseLanes(
      pins.map((pin) => ({ pin, answer: null })),
      RANGE,
    );
  const placesOf = (...found: Parameters<typeof listAnswered>) =>
    listAnswered(...found).map(({ key }) => {
      const { host, account } = readPlace(key);
      return `${account} on ${host}`;
    });

  test('is everybody on a pinned host, and on a host with a lane of an account only that account', () => {
    const answers = { host0: onHost('WS5', ['CORP\\ana', 'CORP\\carol']), host1: null };
    expect(placesOf(answers, lanesOf(WS5, CAROL_ON_WS5), at(30))).toEqual([
      'CORP\\ana on WS5',
      'CORP\\carol on WS5',
    ]);
    expect(placesOf(answers, lanesOf(CAROL_ON_WS5), at(30))).toEqual(['CORP\\carol on WS5']);
  });

  test('is a pinned account on every host, once where the host is pinned, too', () => {
    const answers = { host0: onHost('RDP1', ['CORP\\carol']), user0: carol };
    const lanes = lanesOf({ host: 'RDP1', account: null }, CAROL);
    expect(placesOf(answers, lanes, at(30))).toEqual(['CORP\\carol on RDP1', 'CORP\\carol on FS1']);
  });

  test('is a pinned account since the earliest session that is proven at the time', () => {
    const found = (count: number) =>
      listAnswered({ user0: carol }, lanesOf(CAROL), at(count)).map(({ state, certainty, since }) => ({
        state,
        certainty,
        since,
      }));
    const [active, possible] = [{ state: 'ACTIVE' as const }, { certainty: 'POSSIBLE', state: 'ACTIVE' }];
    expect(found(18)).toEqual([
      { ...active, certainty: 'PROVEN', since: at(10) },
      { ...possible, since: at(11) },
    ]);
    expect(found(30)).toEqual([
      { ...active, certainty: 'PROVEN', since: at(15) },
      { ...possible, since: at(11) },
    ]);
    expect(found(50)[0]).toEqual({ ...possible, since: at(10) });
  });

  test('is asked of each host once, and of the accounts without one', () => {
    const pins = [WS5, CAROL_ON_WS5, { host: 'ws5', account: 'CORP\\dan' }, CAROL];
    expect(makePresenceVariables(pins, { at: at(0), noNoise: true })).toEqual({
      at: minute(0),
      noNoise: true,
      host0: 'ws5',
      user0: 'CORP\\carol',
    });
  });
});
