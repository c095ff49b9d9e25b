import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { getSessionStats } from '../../src/domain/getSessionStats.ts';
import { makeContext } from '../../src/graphql/context.ts';
import { ANYONE } from '../../src/model/access/caller.ts';

import { listenToStatements } from '../support/listenToStatements.ts';
import { RULES, useDatabase } from '../support/database.ts';
import { DURATION_MEASURES } from '../support/durationOracle.ts';
import { samples } from '../support/samples.ts';
import { endedAfter } from '../support/sessions/endedAfter.ts';
import { arbitraryFacts, SILENCE } from '../support/sessions/facts.ts';
import { clearFacts, foldHosts, identify, storeFacts } from '../support/sessions/storeFacts.ts';
import type { OracleHost, OracleSession } from '../support/sessions/types.ts';

const database = useDatabase();

const statements: string[] = [];

beforeAll(() => {
  listenToStatements(database().readPool, (text) => {
    if (text.includes('grouped')) statements.push(text);
  });
});

const ask = async (ofGroups: readonly string[]): Promise<readonly any[]> => {
  const context = makeContext({ database: database(), makeRules: () => RULES }, { caller: ANYONE });
  const request = {
    groupBy: ['HOST', 'END_REASON'],
    order: { field: 'KEY', direction: 'ASCENDING' },
    first: 50,
  } as const;
  const { groups } = await getSessionStats(context, request, { ofAll: [], ofGroups, ofBuckets: null });
  return groups;
};

const DURATIONS = ['durationSeconds', 'boundedCount'];

type Told = { readonly host: OracleHost; readonly session: OracleSession };

const isExact = ({ host, session }: Told): boolean => session.endedAt === endedAfter(host, session);

const measure = (own: readonly Told[]): object => {
  const proven = own.map(({ host, session }) => ({ ...session, endedAfter: endedAfter(host, session) }));
  const measures = Object.entries(DURATION_MEASURES).map(([name, of]) => [name, of(proven)] as const);
  return { count: own.length, ...Object.fromEntries(measures) };
};

test('durations count the sessions whose end the facts prove, and boundedCount the other ended ones', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(arbitraryFacts(identify, 24), async (facts) => {
      await clearFacts(database());
      await storeFacts(database(), facts);
      const told = foldHosts(facts, SILENCE).flatMap((host) =>
        host.sessions.map((session): Told => ({ host, session })),
      );
      const keyOf = ({ session }: Told): string => `${session.hostname} ${session.endReason}`;
      const expected = told.map((one) => {
        const key = keyOf(one);
        return [key, measure(told.filter((other) => keyOf(other) === key))] as const;
      });
      const found = (await ask(DURATIONS)).map(
        ({ key: { hostname, endReason }, buckets: _, ...measures }) =>
          [`${hostname} ${endReason}`, measures] as const,
      );
      expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
      for (const each of told) seen.add(`${each.session.endReason} ${isExact(each)}`);
    }),
    samples(300),
  );
  expect([...seen].toSorted()).toEqual(
    expect.arrayContaining([
      'HOST_RESTART false',
      'HOST_STOP false',
      'HOST_STOP true',
      'LOGOUT true',
      'SUPERSEDED false',
      'null false',
    ]),
  );
});

test('what proves the ends is read only for durations', async () => {
  statements.length = 0;
  await ask(['count', 'open', 'distinctUsers']);
  await ask(DURATIONS);
  expect(statements.map((text) => text.split('host_activity').length - 1)).toEqual([0, 1]);
});
