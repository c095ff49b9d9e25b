import { randomBytes } from 'node:crypto';

import { describe, expect, test } from '@jest/globals';

import { openDatabase } from '../../../src/db/client.ts';
import { addKey, revokeKey } from '../../../src/domain/access/addKey.ts';
import { makeKeyRing } from '../../../src/domain/access/makeKeyRing.ts';
import { selectApiKeys } from '../../../src/db/access/selectApiKeys.ts';
import { OutageError } from '../../../src/db/errors.ts';
import { parseKeyText } from '../../../src/model/access/apiKey.ts';
import type { PresentedKey } from '../../../src/model/access/apiKey.ts';
import { awaitUntil } from '../../support/awaitUntil.ts';
import { useDatabase } from '../../support/database.ts';
import { listenToStatements } from '../../support/listenToStatements.ts';

const database = useDatabase();

const present = (text: string): PresentedKey => {
  const presented = parseKeyText(text);
  if (presented === null) throw new Error('The generated key cannot be parsed.');
  return presented;
};

const add = async (lifetimeMs: number | null = null) => {
  const { key, text } = await addKey(database(), { name: 'ana', scopes: ['events:read'], lifetimeMs });
  return { ...key, presented: present(text) };
};

const madeUp = (): PresentedKey => ({
  id: randomBytes(8).toString('hex'),
  secret: randomBytes(32).toString('base64url'),
});

/** A key ring whose clock only moves when `pass` is called, and counters of its statements. */
const useRing = () => {
  const url = database().keyPool.options.connectionString ?? '';
  const own = openDatabase({ url, readConnections: 1, writeConnections: 1, deadlineMs: 1000 });
  const statements: string[] = [];
  listenToStatements(own.keyPool, (text) => statements.push(text));
  let nowMs = 0;
  const ring = makeKeyRing(own, () => nowMs);
  const pass = (ms: number): void => {
    nowMs += ms;
  };
  const reads = (): number => statements.filter((text) => text.startsWith('select')).length;
  const updates = (): number => statements.filter((text) => text.startsWith('update')).length;
  return { ring, pass, reads, updates, close: own.close };
};

describe('a key', () => {
  test('is found only with its own secret, not with a made-up one or that of another key', async () => {
    const { ring, close } = useRing();
    const [one, other] = [await add(), await add()];
    expect(await ring.find(one.presented)).toMatchObject({
      id: one.id,
      name: 'ana',
      scopes: ['events:read'],
    });
    expect(await ring.find({ ...one.presented, secret: madeUp().secret })).toBeNull();
    expect(await ring.find({ ...one.presented, secret: other.presented.secret })).toBeNull();
    expect(await ring.find(madeUp())).toBeNull();
    await close();
  });

  test('that is new is accepted within half a second', async () => {
    const { ring, pass, close } = useRing();
    await ring.find(madeUp());
    const { id, presented } = await add();
    expect(await ring.find(presented)).toBeNull();
    pass(500);
    expect(await ring.find(presented)).toMatchObject({ id });
    await close();
  });

  test('that was revoked is accepted for at most five seconds', async () => {
    const { ring, pass, close } = useRing();
    const { id, presented } = await add();
    expect(await ring.find(presented)).toMatchObject({ id });
    expect(await revokeKey(database(), id)).toMatchObject({ kind: 'NOW' });
    pass(5000);
    expect(await ring.find(presented)).toBeNull();
    expect(await revokeKey(database(), id)).toMatchObject({ kind: 'BEFORE' });
    expect(await revokeKey(database(), madeUp().id)).toEqual({ kind: 'NONE' });
    await close();
  });

  test('that has expired is rejected immediately, however fresh the cached keys are', async () => {
    const { ring, close } = useRing();
    const { id, presented } = await add(800);
    expect(await ring.find(presented)).toMatchObject({ id });
    await awaitUntil('it has expired', async () => (await ring.find(presented)) === null);
    await close();
  });
});

describe('a key ring', () => {
  test('reads the keys once in five seconds, however many requests arrive', async () => {
    const { ring, pass, reads, close } = useRing();
    const { presented } = await add();
    for (let n = 0; n < 100; n += 1) {
      pass(49);
      expect(await ring.find(presented)).not.toBeNull();
    }
    await Promise.all(Array.from({ length: 100 }, async () => ring.find(presented)));
    expect(reads()).toBe(1);
    pass(200);
    await Promise.all(Array.from({ length: 100 }, async () => ring.find(presented)));
    expect(reads()).toBe(2);
    await close();
  });

  test('reads the keys at most twice a second for made-up keys, and for wrong secrets', async () => {
    const wrong = { ...(await add()).presented, secret: madeUp().secret };
    for (const presentedOf of [madeUp, () => wrong]) {
      const { ring, pass, reads, close } = useRing();
      for (let n = 0; n < 100; n += 1) {
        pass(10);
        expect(await ring.find(presentedOf())).toBeNull();
      }
      await Promise.all(Array.from({ length: 100 }, async () => ring.find(presentedOf())));
      expect(reads()).toBe(2);
      await close();
    }
  });

  test('records the use of a key once a minute', async () => {
    const { ring, pass, updates, close } = useRing();
    const { presented } = await add();
    for (let n = 0; n < 60; n += 1) {
      await ring.find(presented);
      pass(1000);
    }
    await awaitUntil('the use is recorded', async () => updates() > 0);
    await ring.find(presented);
    await awaitUntil('the use is recorded again', async () => updates() > 1);
    await close();
    expect(updates()).toBe(2);
  });

  test.each([
    ['59 seconds', false],
    ['61 seconds', true],
  ])('records a use again if another server recorded one %s ago: %j', async (ago, isNew) => {
    const { id, presented } = await add();
    const lastUse = async () =>
      (await selectApiKeys(database())).find((key) => key.id === id)?.lastUsedAt ?? '';
    expect(await lastUse()).toBe('');
    await database().keyPool.query('update api_key set last_used_at = now() - $2::interval where id = $1', [
      id,
      ago,
    ]);
    const before = await lastUse();
    const { ring, updates, close } = useRing();
    await ring.find(presented);
    await awaitUntil('the use is recorded', async () => updates() === 1);
    await close();
    expect((await lastUse()) > before).toBe(isNew);
  });
});

test('an outage throws and is not treated as a wrong key', async () => {
  const own = openDatabase({
    url: 'postgres://x@127.0.0.1:1/x',
    readConnections: 1,
    writeConnections: 1,
    deadlineMs: 1000,
  });
  await expect(makeKeyRing(own).find(madeUp())).rejects.toBeInstanceOf(OutageError);
  await own.close();
});
