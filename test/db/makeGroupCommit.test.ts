import { describe, expect, test } from '@jest/globals';

import { OutageError, OverloadedError, UnknownOutcomeError } from '../../src/db/errors.ts';
import { makeGroupCommit } from '../../src/db/makeGroupCommit.ts';
import { awaitUntil } from '../support/awaitUntil.ts';
import { makeDeferred } from '../support/makeDeferred.ts';

type Work = { readonly name: string; readonly weight: number; readonly deadlineMs: number | null };

const HOUR_MS = 3_600_000;

const work = (name: string, weight = 10, deadlineMs: number | null = HOUR_MS): Work => ({
  name,
  weight,
  deadlineMs,
});

type Call = { readonly names: string; readonly leftMs: number | null; readonly finish: () => void };

type Fixture = {
  readonly store: (work: Work) => Promise<string>;
  /** The calls of commit so far. Each lasts until it is finished. */
  readonly calls: Call[];
  readonly namesOfCalls: () => readonly string[];
  readonly countSplits: () => number;
};

/** A group commit whose result for a request is its name. `failing` returns the error of a call; null if it succeeds. */
const makeFixture = (failing: (names: string) => Error | null = () => null, maxPending = 40): Fixture => {
  const calls: Call[] = [];
  let splits = 0;
  const store = makeGroupCommit<Work, string>({
    maxPending,
    onSplit: () => {
      splits += 1;
    },
    commit: async (works, leftMs) => {
      const names = works.map(({ name }) => name).join('');
      const { promise, resolve } = makeDeferred();
      calls.push({ names, leftMs, finish: resolve });
      await promise;
      const error = failing(names);
      if (error !== null) throw error;
      return works.map(({ name }) => name);
    },
  });
  return { store, calls, namesOfCalls: () => calls.map(({ names }) => names), countSplits: () => splits };
};

const settle = async (results: readonly Promise<string>[]): Promise<readonly unknown[]> =>
  Promise.all(results.map(async (result) => result.catch((error: unknown) => error)));

/** Finishes each call until all results are there. */
const finishAll = async (
  { calls }: Fixture,
  results: readonly Promise<string>[],
): Promise<readonly unknown[]> => {
  const settled = settle(results);
  let isSettled = false;
  void settled.finally(() => {
    isSettled = true;
  });
  await awaitUntil('all requests have their results', async () => {
    for (const { finish } of calls) finish();
    return isSettled;
  });
  return settled;
};

describe('requests that arrive', () => {
  test('at an idle server are stored at once, each alone', async () => {
    const fixture = makeFixture();
    const first = fixture.store(work('a'));
    expect(fixture.namesOfCalls()).toEqual(['a']);
    expect(await finishAll(fixture, [first])).toEqual(['a']);
    const second = fixture.store(work('b'));
    expect(fixture.namesOfCalls()).toEqual(['a', 'b']);
    expect(await finishAll(fixture, [second])).toEqual(['b']);
  });

  test('while another one is stored are stored together, in the order of their arrival', async () => {
    const fixture = makeFixture();
    const results = ['a', 'b', 'c', 'd'].map(async (name) => fixture.store(work(name)));
    expect(fixture.namesOfCalls()).toEqual(['a']);
    expect(await finishAll(fixture, results)).toEqual(['a', 'b', 'c', 'd']);
    expect(fixture.namesOfCalls()).toEqual(['a', 'bcd']);
  });

  test('with more rows than a group may have are stored in several groups, one after another', async () => {
    const fixture = makeFixture();
    const names = Array.from('abcdefghijklmnopqrstuvwxyz');
    const results = names.map(async (name) => fixture.store(work(name, 100)));
    expect(await finishAll(fixture, results)).toEqual(names);
    expect(fixture.namesOfCalls()).toEqual(['a', 'bcdefghijk', 'lmnopqrstu', 'vwxyz']);
  });

  test('with many rows are stored at once and alone, and nobody waits for them', async () => {
    const fixture = makeFixture();
    const results = [
      fixture.store(work('A', 101)),
      fixture.store(work('b', 100)),
      fixture.store(work('C', 101)),
    ];
    expect(fixture.namesOfCalls()).toEqual(['A', 'b', 'C']);
    expect(await finishAll(fixture, results)).toEqual(['A', 'b', 'C']);
  });

  test('while a group is stored for long do not wait for it', async () => {
    const fixture = makeFixture();
    const slow = fixture.store(work('a'));
    const others = ['b', 'c'].map(async (name) => fixture.store(work(name)));
    await awaitUntil('the next group is stored', async () => fixture.calls.length === 2);
    fixture.calls[1]?.finish();
    expect(await Promise.all(others)).toEqual(['b', 'c']);
    const last = fixture.store(work('d'));
    expect(fixture.namesOfCalls()).toEqual(['a', 'bc', 'd']);
    expect(await finishAll(fixture, [slow, last])).toEqual(['a', 'd']);
  });

  test('beyond the limit are refused, and those before them are stored', async () => {
    const fixture = makeFixture(() => null, 3);
    const results = ['a', 'b', 'c', 'd'].map(async (name) =>
      fixture.store(work(name, name === 'b' ? 500 : 10)),
    );
    const [refused, ...others] = (await finishAll(fixture, results)).toReversed();
    expect(refused).toBeInstanceOf(OverloadedError);
    expect(others).toEqual(['c', 'b', 'a']);
    expect(await finishAll(fixture, [fixture.store(work('e'))])).toEqual(['e']);
  });
});

describe('a group that fails', () => {
  const BUG = new Error('constraint');

  test.each([
    ['for the work of one request', BUG],
    ['because the database cannot be reached', new OutageError(BUG)],
  ])('%s is stored again, each request alone: only its cause fails', async (_, error) => {
    const fixture = makeFixture((names) => (names.includes('c') ? error : null));
    const results = ['a', 'b', 'c', 'd'].map(async (name) => fixture.store(work(name)));
    expect(await finishAll(fixture, results)).toEqual(['a', 'b', error, 'd']);
    expect(fixture.namesOfCalls()).toEqual(['a', 'bcd', 'b', 'c', 'd']);
    expect(fixture.countSplits()).toBe(1);
  });

  test.each([
    ['whose commit is not answered', new UnknownOutcomeError(BUG)],
    ['for which no connection was free', new OverloadedError('busy')],
  ])('%s fails for all of its requests, and is not stored again', async (_, error) => {
    const fixture = makeFixture((names) => (names.includes('c') ? error : null));
    const results = ['a', 'b', 'c', 'd'].map(async (name) => fixture.store(work(name)));
    expect(await finishAll(fixture, results)).toEqual(['a', error, error, error]);
    expect(fixture.namesOfCalls()).toEqual(['a', 'bcd']);
    expect(fixture.countSplits()).toBe(0);
  });

  test('does not let the next group wait until its requests are stored alone', async () => {
    const fixture = makeFixture((names) => (names === 'bc' ? BUG : null));
    const results = ['a', 'b', 'c'].map(async (name) => fixture.store(work(name)));
    fixture.calls[0]?.finish();
    await awaitUntil('the group is stored', async () => fixture.calls.length === 2);
    const next = fixture.store(work('d'));
    fixture.calls[1]?.finish();
    await awaitUntil('the others are stored', async () => fixture.calls.length === 5);
    expect(fixture.namesOfCalls().toSorted()).toEqual(['a', 'b', 'bc', 'c', 'd']);
    expect(await finishAll(fixture, [...results, next])).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('the deadline', () => {
  test('of a group is the earliest of its requests; without any there is none', async () => {
    const fixture = makeFixture();
    const lefts = [HOUR_MS, 2 * HOUR_MS, HOUR_MS / 2, null];
    const results = lefts.map(async (left, index) => fixture.store(work('abcd'[index] ?? '', 10, left)));
    await finishAll(fixture, results);
    expect(fixture.namesOfCalls()).toEqual(['a', 'bcd']);
    expect(fixture.calls[1]?.leftMs).toBeLessThanOrEqual(HOUR_MS / 2);
    expect(fixture.calls[1]?.leftMs).toBeGreaterThan(HOUR_MS / 4);
    await finishAll(fixture, [fixture.store(work('e', 10, null))]);
    expect(fixture.calls[2]?.leftMs).toBeNull();
  });

  test('of a request that has passed when its group fails leaves no time to store it alone', async () => {
    const error = new OutageError(new Error('slow'));
    const fixture = makeFixture((names) => (names === 'bc' ? error : null));
    const results = [fixture.store(work('a')), fixture.store(work('b', 10, 0)), fixture.store(work('c'))];
    expect(await finishAll(fixture, results)).toEqual(['a', error, 'c']);
    expect(fixture.namesOfCalls()).toEqual(['a', 'bc', 'c']);
  });
});
