import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { OutageError } from '../../src/db/errors.ts';
import { lockHosts } from '../../src/db/lockHosts.ts';
import { withTransaction } from '../../src/db/withTransaction.ts';
import { useDatabase } from '../support/database.ts';
import { aLoginOf, listenToInserts, recordRequest } from '../support/recordRequest.ts';
import type { Recorded } from '../support/recordRequest.ts';
import { clear, storedSessions } from '../support/sessionItems.ts';

const database = useDatabase();

/** The host names of the events that each transaction inserted or tried to. */
const inserts: string[][] = [];
beforeAll(() => listenToInserts(database(), (hostnames) => inserts.push(hostnames)));

beforeEach(async () => {
  await clear(database());
  inserts.length = 0;
});

/** A name of a host in its own bucket of locks; see lockHosts. */
const CULPRIT = 'X';
const OTHERS = ['A', 'B', 'C', 'D'];

/** Groups of which one request is for the host of the culprit. */
const recordCulprit = async (): Promise<{
  readonly culprit: PromiseSettledResult<Recorded> | undefined;
  readonly others: readonly PromiseSettledResult<Recorded>[];
}> => {
  // The first request is stored alone, and the others gather meanwhile.
  const requests = ['Z', 'A', 'B', CULPRIT, 'C', 'D'].map(async (host) =>
    recordRequest(database(), [aLoginOf(host, `${host}/1`), aLoginOf(host, `${host}/2`)]),
  );
  const [before, first, second, culprit, ...rest] = await Promise.allSettled(requests);
  return { culprit, others: [before, first, second, ...rest].filter((answer) => answer !== undefined) };
};

const expectAccepted = (answers: readonly (PromiseSettledResult<Recorded> | undefined)[]): void => {
  for (const answer of answers)
    expect(answer).toMatchObject({
      status: 'fulfilled',
      value: { counts: { accepted: 2, duplicates: 0, rejected: 0 } },
    });
};

/** The hosts whose events and sessions are stored. */
const hostsStored = async (): Promise<readonly string[]> => {
  const { rows } = await database().writePool.query<{ hostname: string }>(
    'select hostname from session_event group by 1 having count(*) = 2',
  );
  const sessions = (await storedSessions(database())).map((session) => Reflect.get(session, 'hostname'));
  const hosts = rows.map((row) => row.hostname).toSorted();
  expect(sessions.toSorted()).toEqual(hosts);
  return hosts;
};

describe('a request that fails in a group', () => {
  /** Has each insert of an event of the culprit run a statement. */
  const failWith = async (statement: string): Promise<void> => {
    await database().writePool.query(`
      create sequence attempt;
      create function fail() returns trigger language plpgsql as $$ begin
        if new.hostname = '${CULPRIT}' then ${statement}; end if; return new; end $$;
      create trigger fail before insert on session_event for each row execute function fail()`);
  };
  afterEach(async () => {
    await database().writePool.query(
      'drop trigger if exists fail on session_event; drop function if exists fail; drop sequence if exists attempt',
    );
  });

  test.each([
    ['a bug', 'P0001', Error],
    ['a constraint', '23514', Error],
    ['a full disk', '53100', OutageError],
    ['a deadlock', '40P01', OutageError],
    ['a lock that is not free in time', '55P03', OutageError],
  ])('because of %s (%s) fails alone', async (_, code, kind) => {
    await failWith(`raise exception 'no' using errcode = '${code}', constraint = 'c'`);
    const { culprit, others } = await recordCulprit();
    expect(culprit).toMatchObject({ status: 'rejected', reason: expect.any(kind) });
    expectAccepted(others);
    expect(inserts).toContainEqual(['A', 'B', 'C', 'D', CULPRIT]);
    expect(await hostsStored()).toEqual([...OTHERS, 'Z']);
  });

  test('and takes its connection with it, once, costs nobody anything', async () => {
    await failWith(`if nextval('attempt') = 1 then perform pg_terminate_backend(pg_backend_pid()); end if`);
    const { culprit, others } = await recordCulprit();
    expectAccepted([culprit, ...others]);
    expect(inserts).toContainEqual(['A', 'B', 'C', 'D', CULPRIT]);
    expect(await hostsStored()).toEqual([...OTHERS, CULPRIT, 'Z']);
  });
});

test('a request whose host is locked waits alone', async () => {
  let isStored = false;
  const [, waiting] = await withTransaction(database().writePool, async (client) => {
    await lockHosts(client, [CULPRIT]);
    const before = recordRequest(database(), [aLoginOf('Z', 'Z/1')]);
    const culprit = recordRequest(database(), [aLoginOf(CULPRIT, 'X/1')]).finally(() => {
      isStored = true;
    });
    const others = await Promise.all(
      OTHERS.map(async (host) => recordRequest(database(), [aLoginOf(host, `${host}/1`)])),
    );
    expect(others.map(({ counts }) => counts.accepted)).toEqual([1, 1, 1, 1]);
    expect(inserts).toContainEqual([...OTHERS, CULPRIT]);
    expect(isStored).toBe(false);
    return [await before, culprit] as const;
  });
  expect((await waiting).counts.accepted).toBe(1);
});
