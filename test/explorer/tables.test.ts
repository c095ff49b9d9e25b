import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { formatCell as formatExported } from '../../src/exporter/formatCell.ts';
import { parseExportArguments } from '../../src/exporter/parseExportArguments.ts';
import { chooseColumns, EVENT_COLUMNS, SESSION_COLUMNS } from '../../src/explorer/tables/columns.ts';
import type { TableRow } from '../../src/explorer/tables/columns.ts';
import { filterByCell, readConditions, toFilter } from '../../src/explorer/tables/filters.ts';
import { findValueMistake, readTyped, showValue } from '../../src/explorer/tables/filterValues.ts';
import { CSV, formatCell, formatCommand, NDJSON } from '../../src/explorer/tables/formatRows.ts';
import { moveCell } from '../../src/explorer/tables/moveCell.ts';
import { ROW_HEIGHT, visibleRows } from '../../src/explorer/tables/visibleRows.ts';

const filterOf = (form: Readonly<Record<string, string>>): object =>
  toFilter(readConditions(EVENT_COLUMNS, form).conditions);
const row = (fields: object): TableRow =>
  ({ hostname: 'WS5', user: null, userDomain: null, ...fields }) as TableRow;
const columnOf = (name: string) => {
  const column = [...EVENT_COLUMNS, ...SESSION_COLUMNS].find((candidate) => candidate.name === name);
  if (column === undefined) throw new Error(`There is no column ${name}.`);
  return column;
};

describe('the conditions of a table as a filter of the API', () => {
  test.each<[string, Readonly<Record<string, string>>, object]>([
    ['a text', { hostname: 'WS5' }, { hostname: { eq: 'WS5' } }],
    ['a missing value', { srcIp: '' }, { srcIp: { isNull: true } }],
    ['names', { action: 'LOGIN,RECONNECT' }, { action: { in: ['LOGIN', 'RECONNECT'] } }],
    ['truth', { loginSuccessful: 'false' }, { loginSuccessful: { eq: false } }],
    [
      'names in the words of the page',
      { action: 'login, Reconnect' },
      { action: { in: ['LOGIN', 'RECONNECT'] } },
    ],
    ['truth in the words of the page', { loginSuccessful: 'Yes' }, { loginSuccessful: { eq: true } }],
    ['a number', { srcPort: '3389' }, { srcPort: { eq: 3389 } }],
    [
      'what is left out',
      { 'hostname.not': 'WS5', 'user.not': 'CORP\\ana' },
      { and: [{ not: { hostname: { eq: 'WS5' } } }, { not: { user: { eq: 'CORP\\ana' } } }] },
    ],
    [
      'a name without a domain that is left out, but not in every domain',
      { 'user.not': 'ana' },
      { and: [{ not: { user: { eq: 'ana' }, userDomain: { isNull: true } } }] },
    ],
    ['columns and order, which add no condition', { columns: 'time', order: 'oldest' }, {}],
  ])('%s', (_, form, filter) => {
    expect(filterOf(form)).toEqual(filter);
  });

  test('names that no column has are reported', () => {
    expect(readConditions(EVENT_COLUMNS, { nothing: 'x', time: 'x' }).unknown).toEqual(['nothing', 'time']);
    expect(readConditions(EVENT_COLUMNS, { columns: 'time,moon', order: 'random' }).unknown).toEqual([
      'columns=moon',
      'order=random',
    ]);
  });
});

describe('a typed value', () => {
  test.each<[string, string, string]>([
    ['endReason', 'a logout', 'LOGOUT'],
    ['endReason', 'The host stopped, superseded', 'HOST_STOP,SUPERSEDED'],
    ['startReason', 'its login was not recorded', 'FIRST_SEEN'],
    ['loginType', ' rdp ', 'RDP'],
    ['loginSuccessful', 'Yes', 'true'],
    ['loginSuccessful', 'no', 'false'],
    ['loginSuccessful', '–', ''],
    ['srcIp', '-', ''],
    ['srcPort', 'not known', ''],
    ['user', '–', ''],
    ['user', '-', '-'],
    ['user', 'ana, bob', 'ana, bob'],
  ])('of %s: “%s” is “%s” in the address', (name, typed, text) => {
    expect(readTyped(columnOf(name), typed)).toBe(text);
    expect(findValueMistake(columnOf(name), text)).toBeNull();
  });

  test.each<[string, string, string]>([
    [
      'action',
      'login,sudo',
      '“sudo” is not a value of Action. Use LOGIN, LOGOUT, RECONNECT, LOCK, UNLOCK, or leave it empty for those without.',
    ],
    [
      'endReason',
      'crash',
      '“crash” is not a value of How it ended. Use LOGOUT (a logout), SUPERSEDED (the next login with the same login id), HOST_STOP (the host stopped), HOST_RESTART (the host started again), or leave it empty for those without.',
    ],
    [
      'loginSuccessful',
      'maybe',
      '“maybe” is not a value of Successful. Use yes, no, or leave it empty for those without.',
    ],
    ['loginSuccessful', 'yes,no', 'Successful is either yes or no.'],
    [
      'srcPort',
      '65536',
      '“65536” is not a port. Use a whole number from 0 to 65535, such as 3389, or leave it empty for those without.',
    ],
    [
      'srcIps',
      'here',
      '“here” is not an address. Use one of IPv4 or IPv6 without a port, such as 10.0.0.54 or fe80::1, or leave it empty for those without.',
    ],
    [
      'loginId',
      'f61f3',
      '“f61f3” is not a login id. Use a hexadecimal number such as 0xf61f3, or a decimal one, or leave it empty for those without.',
    ],
    [
      'loginType',
      'toString',
      '“toString” is not a value of Type. Use INTERACTIVE, LOCAL, RDP, REMOTE, or leave it empty for those without.',
    ],
  ])('of %s: “%s” is refused in plain words', (name, text, message) => {
    expect(findValueMistake(columnOf(name), text)).toBe(message);
  });

  test('is shown in the words of the page', () => {
    expect(showValue(columnOf('loginSuccessful'), 'false')).toBe('no');
    expect(showValue(columnOf('endReason'), 'LOGOUT,HOST_STOP')).toBe('a logout, the host stopped');
    expect(showValue(columnOf('action'), 'LOGIN')).toBe('LOGIN');
    expect(showValue(columnOf('srcIp'), '')).toBe('not known');
  });
});

describe('a click on a cell', () => {
  test.each<[string, TableRow, string, boolean, object]>([
    ['keeps its value', row({}), 'hostname', false, { hostname: 'WS5', user: 'x' }],
    ['leaves out its value', row({}), 'hostname', true, { 'hostname.not': 'WS5', user: 'x' }],
    ['without a value keeps those without', row({}), 'user', false, { user: '' }],
    [
      'with an account without a domain keeps that one',
      row({ user: 'ana' }),
      'user',
      false,
      { user: 'ana', userDomain: '' },
    ],
    [
      'with truth',
      row({ loginSuccessful: false }),
      'loginSuccessful',
      false,
      { loginSuccessful: 'false', user: 'x' },
    ],
    [
      'with several addresses keeps the first',
      row({ srcIps: ['10.0.0.1', '10.0.0.2'] }),
      'srcIps',
      false,
      { srcIp: '10.0.0.1', user: 'x' },
    ],
  ])('%s', (_, clicked, column, isExcluded, form) => {
    expect(filterByCell({ user: 'x' }, { row: clicked, column: columnOf(column), isExcluded })).toEqual(form);
  });
});

test('the columns of the URL are shown in the order of the table; without a valid one the usual ones', () => {
  expect(chooseColumns(EVENT_COLUMNS, { columns: 'user,time' }).map(({ name }) => name)).toEqual([
    'time',
    'user',
  ]);
  expect(chooseColumns(EVENT_COLUMNS, { columns: 'nothing' })).toEqual(chooseColumns(EVENT_COLUMNS, {}));
});

describe('exports', () => {
  test('defuse formulas as the export command does', () => {
    const text = fc.string({
      unit: fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        '＝',
        ' ',
        '"',
        ';',
        '\t',
        '\r',
        '\n',
        ',',
        'a',
        '\u200b',
        "'",
      ),
    });
    fc.assert(
      fc.property(fc.oneof(text, fc.constantFrom(null, true, 1, -1), fc.array(text)), (value) => {
        expect(formatCell(value)).toBe(formatExported(value));
      }),
    );
    expect(formatCell('=cmd()')).toBe("'=cmd()");
  });

  test('have the chosen columns', () => {
    const columns = ['hostname', 'user', 'srcIp'].map(columnOf);
    const event = row({ user: 'CORP\\a,b' });
    expect(CSV.head(columns) + CSV.formatRow(event, columns)).toBe(
      'hostname,user,srcIp\r\nWS5,"CORP\\a,b",\r\n',
    );
    expect(NDJSON.formatRow(event, columns)).toBe('{"hostname":"WS5","user":"CORP\\\\a,b","srcIp":null}\n');
  });

  test('name a command that the export command accepts', () => {
    const filter = { user: { eq: `o'hara "x" $HOME` } };
    const command = formatCommand({
      list: 'events',
      filter,
      extension: 'csv',
      url: 'http://127.0.0.1:4000/graphql',
    });
    const words = [...command.matchAll(/((?:'[^']*'|\\'|[^\s'\\])+)/g)].map(([word]) =>
      word.replaceAll(/'([^']*)'|\\(')/g, (_, quoted?: string, escaped?: string) => quoted ?? escaped ?? ''),
    );
    expect(words.slice(0, 4)).toEqual(['npm', 'run', 'export', '--']);
    expect(parseExportArguments(words.slice(4))).toMatchObject({
      kind: 'EXPORT',
      list: 'events',
      filter,
      url: 'http://127.0.0.1:4000/graphql',
      file: 'events.csv',
    });
  });
});

describe('the rows that are drawn', () => {
  test('contain what is seen and are few', () => {
    const top = fc.nat(3_000_000);
    fc.assert(
      fc.property(top, fc.nat(2000), fc.nat(100_000), fc.boolean(), (from, height, count, isUp) => {
        const { first, end } = visibleRows({ top: from, height, isUp }, count);
        const seen = Array.from(
          { length: Math.ceil(height / ROW_HEIGHT) },
          (_, index) => Math.floor(from / ROW_HEIGHT) + index,
        );
        for (const at of seen.filter((candidate) => candidate < count)) {
          expect(at).toBeGreaterThanOrEqual(first);
          expect(at).toBeLessThan(end);
        }
        expect(first).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(count);
        expect(end - first).toBeLessThanOrEqual(height / ROW_HEIGHT + 83);
        // Three turns of the wheel, each of 500 pixels, show nothing else.
        const turns = isUp ? -1500 : 1500;
        const next = Array.from(
          { length: Math.ceil(height / ROW_HEIGHT) },
          (_, index) => Math.floor((from + turns) / ROW_HEIGHT) + index,
        );
        for (const at of next.filter(
          (candidate) => candidate >= 0 && candidate < count && from < count * ROW_HEIGHT,
        )) {
          expect(at).toBeGreaterThanOrEqual(first);
          expect(at).toBeLessThan(end);
        }
      }),
    );
  });

  test.each([
    ['ArrowDown', { row: 1, column: 1 }],
    ['ArrowUp', { row: 0, column: 1 }],
    ['ArrowRight', { row: 0, column: 2 }],
    ['ArrowLeft', { row: 0, column: 0 }],
    ['PageDown', { row: 9, column: 1 }],
    ['End', { row: 9, column: 1 }],
    ['x', null],
  ])('%s moves within the table', (key, place) => {
    expect(moveCell({ row: 0, column: 1 }, key, { rows: 10, columns: 3, pageRows: 20 })).toEqual(place);
  });
});
