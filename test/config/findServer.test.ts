import { expect, test } from '@jest/globals';

import { findServer } from '../../src/config/findServer.ts';

const TLS = { TLS_CERT_FILE: 'cert.pem', TLS_KEY_FILE: 'key.pem' };

test.each<[Record<string, string>, string]>([
  [{}, 'http://127.0.0.1:4000/graphql'],
  [{ PORT: '4001' }, 'http://127.0.0.1:4001/graphql'],
  [{ HOST: 'soc.example.com', PORT: '443', ...TLS }, 'https://soc.example.com:443/graphql'],
  [{ HOST: '0.0.0.0' }, 'http://127.0.0.1:4000/graphql'],
  [{ HOST: '::' }, 'http://[::1]:4000/graphql'],
  [{ HOST: '[fe80::1]' }, 'http://[fe80::1]:4000/graphql'],
  [{ AUTH: 'no matter' }, 'http://127.0.0.1:4000/graphql'],
])('%j', (environment, url) => {
  expect(findServer(environment)).toEqual({ kind: 'URL', url });
});

test.each<[Record<string, string>, RegExp]>([
  [{ PORT: 'x' }, /^PORT must be /],
  [{ PORT: '0' }, /^PORT is 0, .*--url/],
  [{ HOST: 'http://x' }, /^HOST must be /],
  [{ TLS_CERT_FILE: 'cert.pem' }, /^TLS_KEY_FILE is missing/],
])('%j is refused', (environment, message) => {
  expect(findServer(environment)).toEqual({ kind: 'MISTAKE', message: expect.stringMatching(message) });
});
