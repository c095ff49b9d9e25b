import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { parseUser } from '../../../src/model/values/user.ts';
import { refusalOf, refuses } from '../refusalOf.ts';

describe('parseUser', () => {
  test.each([
    // as sent, compared by domain and name
    ['THESHIRE\\ana', 'THESHIRE', 'ana'],
    ['theshire.local\\ANA', 'THESHIRE', 'ana'],
    ['ana@theshire.local', 'THESHIRE', 'ana'],
    ['HOST1\\LOCALUSER', 'HOST1', 'localuser'],
    ['NT AUTHORITY\\SYSTEM', 'NT AUTHORITY', 'system'],
    ['Window Manager\\DWM-1', 'WINDOW MANAGER', 'dwm-1'],
    ['WORKSTATION5$', null, 'workstation5$'],
    ['ana', null, 'ana'],
    ['.\\Administrator', null, 'administrator'],
    ['\\ana', null, 'ana'],
    ['ana@', null, 'ana@'],
    ['@ana', null, '@ana'],
    ['first@last@corp.example', 'CORP', 'first@last'],
    ['MicrosoftAccount\\ana@outlook.com', 'MICROSOFTACCOUNT', 'ana@outlook.com'],
    ['CORP\\a\\b', 'CORP', 'a\\b'],
    ['CORP \\ ana', 'CORP', 'ana'],
    ['ANDRÉ', null, 'andré'],
    ['münchen\\ΟΔΥΣΣΈΑΣ', 'MÜNCHEN', 'οδυσσέας'],
    ['🦊', null, '🦊'],
    ['\u202Eana\u200F', null, '\u202Eana\u200F'],
  ])('%s', (user, userDomain, userName) => {
    expect(parseUser(user)).toEqual({ user, userDomain, userName });
  });

  test('keeps the user as sent for display, except for NFC and surrounding spaces', () => {
    expect(parseUser(' Corp\\Ame\u0301lie ')).toEqual({
      user: 'Corp\\Am\u00E9lie',
      userDomain: 'CORP',
      userName: 'am\u00E9lie',
    });
  });

  test.each([
    ['a domain alone', 'CORP\\'],
    ['a domain and spaces', 'CORP\\  '],
    ['a backslash', '\\'],
    ['nothing', ''],
    ['513 characters', 'x'.repeat(513)],
    ['a tab', 'CORP\tana'],
    ['NUL', 'ana\0'],
    ['a lone surrogate', '\uDC00ana'],
    ['a number', 1000],
    ['null', null],
  ])('refuses %s', (_, given) => {
    expect(refusalOf(() => parseUser(given)).code).toBe('INVALID_USER');
  });

  test('accepts 512 characters', () => {
    expect(parseUser('X'.repeat(512)).userName).toBe('x'.repeat(512));
  });

  test('returns the same account for all spellings of a domain account', () => {
    const label = fc.stringMatching(/^[a-z][a-z0-9-]{0,14}$/);
    fc.assert(
      fc.property(label, label, (domain, name) => {
        const spellings = [
          `${domain}\\${name}`,
          `${domain.toUpperCase()}\\${name.toUpperCase()}`,
          `${domain}.local\\${name}`,
          `${name}@${domain}.local`,
          `${name.toUpperCase()}@${domain}`,
        ];
        const accounts = spellings.map((spelling) => {
          const { userDomain, userName } = parseUser(spelling);
          return `${userDomain} ${userName}`;
        });
        expect(new Set(accounts)).toEqual(new Set([`${domain.toUpperCase()} ${name}`]));
      }),
    );
  });

  test('returns the same for a user that it returned', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'a|B|\\|@|.| |é|\u0301|ΐ|Σ|ß|🦊'.split('|')),
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (given) => {
        fc.pre(!refuses(() => parseUser(given)));
        const parsed = parseUser(given);
        expect(parseUser(parsed.user)).toEqual(parsed);
      }),
    );
  });
});
