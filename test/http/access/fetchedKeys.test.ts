import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';

import { makeTokenVerifier } from '../../../src/http/access/verifyToken.ts';
import { expectInvalid, makeSigner, NOT_SIGNED, rulesFor, sign } from '../../support/tokens.ts';
import type { Signer } from '../../support/tokens.ts';

describe('keys at a URL', () => {
  let signer: Signer;
  let served: { readonly status: number; readonly body: string };
  let fetches = 0;
  const server = createServer((_, response) => {
    fetches += 1;
    response.writeHead(served.status, { 'content-type': 'application/json' }).end(served.body);
  });
  let place = '';

  beforeAll(async () => {
    signer = await makeSigner('RS256', 'one');
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    place = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  afterEach(() => {
    fetches = 0;
  });

  const serve = (...signers: readonly Signer[]): void => {
    served = { status: 200, body: JSON.stringify({ keys: signers.map(({ jwk }) => jwk) }) };
  };
  const makeVerifier = async () => makeTokenVerifier(rulesFor({ kind: 'URL', place }));

  test('are fetched once for many concurrent tokens', async () => {
    serve(signer);
    const verifyHere = await makeVerifier();
    expect(fetches).toBe(0);
    const token = await sign(signer);
    const verdicts = await Promise.all(Array.from({ length: 20 }, async () => verifyHere(token)));
    expect(verdicts.every(({ kind }) => kind === 'VALID')).toBe(true);
    expect(fetches).toBe(1);
  });

  test('that are made up do not cause requests', async () => {
    serve(signer);
    const verifyHere = await makeVerifier();
    await verifyHere(await sign(signer));
    for (let n = 0; n < 20; n += 1) {
      expectInvalid(await verifyHere(await sign({ ...signer, kid: `made up ${n}` })), NOT_SIGNED);
    }
    expect(fetches).toBe(1);
  });

  test('new keys of the issuer are fetched, and withdrawn ones are then forgotten', async () => {
    serve(signer);
    const verifyHere = await makeVerifier();
    expect(await verifyHere(await sign(signer))).toMatchObject({ kind: 'VALID' });
    const next = await makeSigner('ES256', 'next');
    serve(next);
    // For ten seconds after a fetch there is no further one.
    await withClockAhead(11_000, async () => {
      expect(await verifyHere(await sign(next))).toMatchObject({ kind: 'VALID' });
      expectInvalid(await verifyHere(await sign(signer)), NOT_SIGNED);
    });
    expect(fetches).toBe(2);
  });

  test.each<[string, typeof served]>([
    ['an error', { status: 500, body: '{}' }],
    ['a redirect', { status: 302, body: '{}' }],
    ['no JSON', { status: 200, body: '<html>' }],
    ['no keys', { status: 200, body: '{"error": "x"}' }],
  ])('replaced by %s are unavailable, which does not make the token invalid', async (_, answer) => {
    served = answer;
    const verifyHere = await makeVerifier();
    expect(await verifyHere(await sign(signer))).toMatchObject({ kind: 'UNAVAILABLE' });
    // And there is no immediate further fetch.
    expect(await verifyHere(await sign(signer))).toMatchObject({ kind: 'UNAVAILABLE' });
    expect(fetches).toBe(1);
  });

  test('known keys stay valid while they cannot be fetched again', async () => {
    serve(signer);
    const verifyHere = await makeVerifier();
    await verifyHere(await sign(signer));
    served = { status: 500, body: '{}' };
    await withClockAhead(11_000, async () => {
      const unknown = await sign({ ...signer, kid: 'unknown' });
      expect(await verifyHere(unknown)).toMatchObject({ kind: 'UNAVAILABLE' });
      expect(await verifyHere(unknown)).toMatchObject({ kind: 'UNAVAILABLE' });
      expect(await verifyHere(await sign(signer))).toMatchObject({ kind: 'VALID' });
    });
    expect(fetches).toBe(2);
  });

  test('with an invalid one among them are available: tokens that name it are refused, and the others are valid', async () => {
    const [odd, next] = [await makeSigner('ES256', 'odd'), await makeSigner('ES256', 'next')];
    serve(signer, { ...odd, jwk: { ...odd.jwk, x: 'AAAA' } });
    const verifyHere = await makeVerifier();
    expectInvalid(await verifyHere(await sign(odd)), NOT_SIGNED);
    expectInvalid(await verifyHere(await sign(odd)), NOT_SIGNED);
    expect(await verifyHere(await sign(signer))).toMatchObject({ kind: 'VALID' });
    expect(fetches).toBe(1);
    serve(next);
    await withClockAhead(11_000, async () => {
      expect(await verifyHere(await sign(next))).toMatchObject({ kind: 'VALID' });
    });
  });

  test('at an unreachable server are unavailable', async () => {
    const verifyHere = await makeTokenVerifier(rulesFor({ kind: 'URL', place: 'http://127.0.0.1:1/keys' }));
    expect(await verifyHere(await sign(signer))).toMatchObject({ kind: 'UNAVAILABLE' });
  });
});

/** Runs work with an advanced clock. */
const withClockAhead = async (ms: number, work: () => Promise<void>): Promise<void> => {
  const { now } = Date;
  Date.now = () => now() + ms;
  try {
    await work();
  } finally {
    Date.now = now;
  }
};
