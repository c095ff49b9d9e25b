import { expect, test } from '@jest/globals';

import { makeLogindJoin, noteSessionLine } from '../../../src/sensors/linux/joinLogind.ts';
import { noteOpened } from '../../../src/sensors/linux/readLogind.ts';
import { makeRecentMap } from '../../../src/sensors/recentMap.ts';
import { makeContext } from '../makeContext.ts';

test('the lines of a user within 5 s are appended to one list, which is not copied for each line', () => {
  const join = makeLogindJoin();
  const note = (pid: number): void =>
    void noteSessionLine(join, { host: 'H', account: 'A', timeMs: 1, process: `H ${pid}` });
  note(1);
  const [list] = join.sessionLines.newer.values();
  note(2);
  expect([...join.sessionLines.newer.values()][0]).toBe(list);
  expect(list).toHaveLength(2);
});

test('if logind is skipped, the lines of sshd and PAM are not kept for it', () => {
  const join = makeLogindJoin();
  const state = { ...makeContext({ input: 'REQUEST' }), logind: join, repeats: makeRecentMap<number>(1) };
  expect(noteOpened(state, { hostname: 'web01', user: 'ana', timeMs: 1, pid: 1 })).toEqual([]);
  expect(join.sessionLines.newer.size).toBe(0);
});
