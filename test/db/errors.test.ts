import { expect, test } from '@jest/globals';

import { asDatabaseError, DeadlineError, isMissingPartition, OutageError } from '../../src/db/errors.ts';

const withCode = (code: string, fields: object = {}): Error =>
  Object.assign(new Error('of pg'), { code, ...fields });

/** As Drizzle does. */
const wrapped = (cause: unknown): Error => new Error('Failed query: select $1\nparams: Hunter2', { cause });

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
test.each([
  ['a connection failure', withCode('08006')],
  ['too many connections', withCode('53300')],
  ['a full disk', withCode('53100')],
  ['out of shared memory', withCode('53200')],
  ['an administrator who ends it', withCode('57P01')],
  ['a crash of another backend', withCode('57P02')],
  ['a start in progress', withCode('57P03')],
  ['an I/O error', withCode('58030')],
  ['a deadlock', withCode('40P01')],
  ['a serialization failure', withCode('40001')],
  ['a lock timeout', withCode('55P03')],
  ['a standby that takes no writes', withCode('25006')],
  ['nobody at the port', withCode('ECONNREFUSED')],
  ['a reset', withCode('ECONNRESET')],
  ['no route', withCode('EHOSTUNREACH')],
  ['no name service', withCode('EAI_AGAIN')],
  ['a broken connection', new Error('Connection terminated unexpectedly')],
  ['a full pool', new Error('timeout exceeded when trying to connect')],
  ['a Postgres that hangs', new Error('Query read timeout')],
])('%s is an outage', (_, error) => {
  for (const thrown of [error, wrapped(error), wrapped(asDatabaseError(error))]) {
    const outage = asDatabaseError(thrown);
    expect(outage).toBeInstanceOf(OutageError);
    expect((outage as Error).cause).toBe(error);
    expect((outage as Error).message).not.toMatch(/Hunter2|of pg/);
  }
});

test('a statement timeout is a passed deadline', () => {
  const error = asDatabaseError(wrapped(withCode('57014')));
  expect(error).toBeInstanceOf(DeadlineError);
  expect(asDatabaseError(wrapped(error))).toBe(error);
});

test.each([
  ['a violated CHECK', withCode('23514', { constraint: 'session_event_uid' })],
  ['a syntax error', withCode('42601')],
  ['a wrong password', withCode('28P01')],
  ['an error of ours', new TypeError('x is not a function')],
])('%s is a bug, and comes without the wrapper that holds the parameters', (_, error) => {
  expect(asDatabaseError(error)).toBe(error);
  expect(asDatabaseError(wrapped(error))).toBe(error);
});

test('what is no error at all is an error afterwards, without its value', () => {
  expect(asDatabaseError('Hunter2')).toBeInstanceOf(Error);
  expect(String(asDatabaseError('Hunter2'))).not.toContain('Hunter2');
});

test('a missing partition is told from a violated CHECK', () => {
  expect(isMissingPartition(withCode('23514'))).toBe(true);
  expect(isMissingPartition(withCode('23514', { constraint: 'session_event_uid' }))).toBe(false);
  expect(isMissingPartition(withCode('23505'))).toBe(false);
});
