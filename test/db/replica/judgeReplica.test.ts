import { expect, test } from '@jest/globals';

import { judgeReplica } from '../../../src/db/replica/judgeReplica.ts';
import type { ServerFacts } from '../../../src/db/replica/judgeReplica.ts';

const primary: ServerFacts = {
  isStandby: false,
  startedAt: 'a',
  identity: '7 db',
  isCaughtUp: null,
  lastReplayedMs: null,
};
const standby: ServerFacts = {
  ...primary,
  isStandby: true,
  startedAt: 'b',
  isCaughtUp: true,
  lastReplayedMs: 5,
};
const late: ServerFacts = { ...standby, isCaughtUp: false };
const never = Infinity;

test.each([
  ['it does not answer', null, primary, 0, 'UNREACHABLE', null],
  [
    'it streams and has replayed all, long after the last transaction',
    { ...standby, lastReplayedMs: 9e9 },
    primary,
    never,
    'USED',
    0,
  ],
  [
    'it has replayed nothing since its start, and streams',
    { ...standby, lastReplayedMs: null },
    primary,
    never,
    'USED',
    0,
  ],
  [
    'it has replayed nothing since its start, and does not stream',
    { ...late, lastReplayedMs: null },
    primary,
    never,
    'LAGGING',
    null,
  ],
  ['the last replayed transaction is old', { ...late, lastReplayedMs: 101 }, primary, never, 'LAGGING', 101],
  [
    'the last replayed transaction is as old as allowed',
    { ...late, lastReplayedMs: 100 },
    primary,
    never,
    'USED',
    100,
  ],
  [
    'the first transaction after a pause has just arrived',
    { ...late, lastReplayedMs: 9e9 },
    primary,
    20,
    'USED',
    20,
  ],
  ['it stopped to replay a while ago', { ...late, lastReplayedMs: 9e9 }, primary, 101, 'LAGGING', 101],
  ['its clock is behind that of the primary', { ...late, lastReplayedMs: -50 }, primary, never, 'USED', 0],
  ['the primary was never seen', standby, null, 0, 'STARTING', null],
  ['it is another server that takes writes', { ...primary, startedAt: 'b' }, primary, 0, 'PROMOTED', null],
  ['it takes writes and the primary is away', { ...primary, startedAt: 'b' }, null, 0, 'PROMOTED', null],
  ['it is the primary', primary, primary, never, 'SAME', 0],
  ['it is a standby of another cluster', { ...standby, identity: '8 db' }, primary, 0, 'FOREIGN', null],
  ['it is another primary', { ...primary, identity: '8 db' }, primary, 0, 'FOREIGN', null],
] as const)('%s', (_, reader, compared, sinceCaughtUpMs, state, lagMs) => {
  const evidence = { reader, primary: compared, maxLagMs: 100, sinceCaughtUpMs };
  expect(judgeReplica(evidence)).toEqual({ state, lagMs });
});
