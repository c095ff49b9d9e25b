import { describe, expect, test } from '@jest/globals';

import { parseKeysArguments } from '../../../src/commands/keys/parseKeysArguments.ts';

describe('npm run keys', () => {
  test.each([
    [
      ['add', '--name', 'x', '--scopes', 'admin, events:read,admin', '--expires', 'PT1H'],
      { kind: 'ADD', key: { name: 'x', scopes: ['events:read', 'admin'], lifetimeMs: 3_600_000 } },
    ],
    [
      ['--scopes=events:write', '--name=x', 'add'],
      { kind: 'ADD', key: { name: 'x', scopes: ['events:write'], lifetimeMs: null } },
    ],
    [['list'], { kind: 'LIST' }],
    [['revoke', 'ss_0123456789abcdef'], { kind: 'REVOKE', id: '0123456789abcdef' }],
  ])('%j', (words, action) => {
    expect(parseKeysArguments(words)).toEqual({ isDemo: false, action });
    expect(parseKeysArguments([...words, '--demo'])).toEqual({ isDemo: true, action });
    expect(parseKeysArguments([...words, '--help'])).toBeNull();
  });

  test.each<[readonly string[], RegExp]>([
    [[], /^the action is missing or unknown: use add, list or revoke$/],
    [['remove', 'x'], /^the action is missing or unknown/],
    [['add', '--scopes', 'admin'], /^--name is missing/],
    [['add', '--name', 'x'], /^--scopes must be one or more of events:read, events:write, admin/],
    [['add', '--name', 'x', '--scopes', 'admin,all'], /^--scopes must be/],
    [['add', '--name', 'x', '--scopes', 'admin', '--expires', 'P1M'], /^--expires must be an ISO 8601/],
    [['add', '--name', 'x', '--scopes', 'admin', 'extra'], /^add accepts only options/],
    [['list', '--name', 'x'], /^list accepts no arguments/],
    [['revoke'], /^revoke accepts one ID/],
    [['revoke', 'ana'], /^revoke accepts one ID/],
    [['revoke', `ss_${'0'.repeat(16)}.${'x'.repeat(43)}`], /^revoke accepts one ID/],
    [['list', '--speed'], /^Unknown option '--speed'/],
  ])('%j is refused', (words, message) => {
    expect(parseKeysArguments(words)).toEqual(expect.stringMatching(message));
  });
});
