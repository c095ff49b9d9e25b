import { describe, expect, test } from '@jest/globals';

import {
  asCommitError,
  asConnectionError,
  asDatabaseError,
  DeadlineError,
  isMissingPartition,
  OutageError,
  OverloadedError,
  UnknownOutcomeError,
} from '../../src/db/errors.ts';

const withCode = (code: string, fields: object = {}): Error =>
  Object.assign(new Error('of pg'), { code, ...fields });

/** Wraps an error like Drizzle. */
const wrapped = (cause: unknown): Error => new Error('Failed query: select $1\nparams: Hunter2', { cause });

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const OUTAGES: readonly (readonly [string, Error])[] = [
  ['a connection failure', withCode('08006')],
  ['too many connections', withCode('53300')],
  ['a full disk', withCode('53100')],
  ['out of shared memory', withCode('53200')],
  ['an administrator who ends it', withCode('57P01')],
  ['a crash of another backend', withCode('57P02')],
  ['a start in progress', withCode('57P03')],
  ['a dropped database', withCode('57P04')],
  ['an idle session that was ended', withCode('57P05')],
  ['an idle transaction that was ended', withCode('25P03')],
  ['a transaction timeout that an administrator set', withCode('25P04')],
  ['a database that takes no connections', withCode('55000')],
  ['an object in use', withCode('55006')],
  ['an I/O error', withCode('58030')],
  ['a file that is missing', withCode('58P01')],
  ['an internal error of Postgres', withCode('XX000')],
  ['a damaged page', withCode('XX001')],
  ['a damaged index', withCode('XX002')],
  ['a deadlock', withCode('40P01')],
  ['a serialization failure', withCode('40001')],
  ['a lock timeout', withCode('55P03')],
  ['a wrong password', withCode('28P01')],
  ['a login that is refused', withCode('28000')],
  ['a standby that takes no writes', withCode('25006')],
  ['a closed port', withCode('ECONNREFUSED')],
  [
    'a closed port at each address of a name',
    Object.assign(new AggregateError([], 'of Node'), { code: 'ECONNREFUSED' }),
  ],
  ['a reset', withCode('ECONNRESET')],
  ['a write to a closed connection', withCode('EPIPE')],
  ['a connection that timed out', withCode('ETIMEDOUT')],
  ['no route', withCode('EHOSTUNREACH')],
  ['a network that is down', withCode('ENETDOWN')],
  ['no local port', withCode('EADDRNOTAVAIL')],
  ['no file descriptor', withCode('EMFILE')],
  ['no name service', withCode('EAI_AGAIN')],
  ['TLS that breaks', withCode('ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC')],
  ['another protocol', withCode('EPROTO')],
  ['a stream that was destroyed', withCode('ERR_STREAM_DESTROYED')],
  ['a broken connection', new Error('Connection terminated unexpectedly')],
  ['a terminated connection', new Error('Connection terminated')],
  [
    'reuse of a broken connection',
    new Error('Client has encountered a connection error and is not queryable'),
  ],
  ['reuse of a closed connection', new Error('Client was closed and is not queryable')],
  ['a pool that is closed', new Error('Cannot use a pool after calling end on the pool')],
  ['a Postgres that hangs', new Error('Query read timeout')],
  ['invalid bytes', new Error('received invalid response: 48')],
  ['an answer that nothing asked for', new Error('Received unexpected dataRow message from backend.')],
];

test.each(OUTAGES)('%s is an outage', (_, error) => {
  for (const thrown of [error, wrapped(error), wrapped(asDatabaseError(error))]) {
    const outage = asDatabaseError(thrown);
    expect(outage).toBeInstanceOf(OutageError);
    expect(outage).not.toBeInstanceOf(OverloadedError);
    expect((outage as Error).cause).toBe(error);
    expect((outage as Error).message).not.toMatch(/Hunter2|of pg/);
  }
});

test.each([
  'timeout exceeded when trying to connect',
  'Connection terminated due to connection timeout',
  'timeout expired',
])('"%s": a connection timeout is an overload', (message) => {
  for (const asError of [asDatabaseError, asConnectionError]) {
    expect(asError(new Error(message))).toBeInstanceOf(OverloadedError);
  }
});

test.each([
  ['a database that is not there', withCode('3D000')],
  ['a certificate that has expired', withCode('CERT_HAS_EXPIRED')],
  ['a Postgres without TLS', new Error('The server does not support SSL connections')],
  ['SASL that fails', new Error('SASL: SCRAM-SERVER-FINAL-MESSAGE: server signature does not match')],
  ...OUTAGES,
])('%s is an outage while a connection is opened', (_, error) => {
  const outage = asConnectionError(error);
  expect(outage).toBeInstanceOf(OutageError);
  expect((outage as Error).cause).toBe(error);
  expect(asConnectionError(outage)).toBe(outage);
});

describe('an error of COMMIT', () => {
  test.each([
    ['a deferred constraint', withCode('23505')],
    ['an aborted transaction', withCode('25P02')],
    ['a serialization failure', withCode('40001')],
    ['a cancelled statement', withCode('57014')],
    ['a connection that was closed before', new Error('Client was closed and is not queryable')],
    [
      'a connection that was broken before',
      new Error('Client has encountered a connection error and is not queryable'),
    ],
  ])('%s: nothing was committed', (_, error) => {
    expect(asCommitError(error)).not.toBeInstanceOf(UnknownOutcomeError);
  });

  test.each([
    ['a broken connection', new Error('Connection terminated unexpectedly')],
    ['a Postgres that hangs', new Error('Query read timeout')],
    ['a reset', withCode('ECONNRESET')],
    ['an administrator who ends it', withCode('57P01')],
    ['a crash', withCode('57P02')],
    ['a full disk', withCode('53100')],
    ['an I/O error', withCode('58030')],
    ['Postgres says that it does not know', withCode('40003')],
    ['anything else', new TypeError('x is not a function')],
  ])('%s: the outcome is unknown', (_, error) => {
    const unknown = asCommitError(error);
    expect(unknown).toBeInstanceOf(UnknownOutcomeError);
    expect((unknown as Error).cause).toBe(error);
    expect(asDatabaseError(wrapped(unknown))).toBe(unknown);
  });
});

test('a statement timeout is a DeadlineError', () => {
  const error = asDatabaseError(wrapped(withCode('57014')));
  expect(error).toBeInstanceOf(DeadlineError);
  expect(asDatabaseError(wrapped(error))).toBe(error);
});

test.each([
  ['a violated CHECK', withCode('23514', { constraint: 'session_event_uid' })],
  ['a syntax error', withCode('42601')],
  ['an internal error', new TypeError('x is not a function')],
  ['an error of Node that does not concern a connection', withCode('ERR_INVALID_ARG_TYPE')],
])('%s is a bug, and is returned without the wrapper that contains the parameters', (_, error) => {
  expect(asDatabaseError(error)).toBe(error);
  expect(asDatabaseError(wrapped(error))).toBe(error);
});

test('a thrown value that is not an Error becomes an Error without the value', () => {
  expect(asDatabaseError('Hunter2')).toBeInstanceOf(Error);
  expect(String(asDatabaseError('Hunter2'))).not.toContain('Hunter2');
});

test('a missing partition is distinguished from a violated CHECK', () => {
  expect(isMissingPartition(withCode('23514'))).toBe(true);
  expect(isMissingPartition(withCode('23514', { constraint: 'session_event_uid' }))).toBe(false);
  expect(isMissingPartition(withCode('23505'))).toBe(false);
});

test('a missing partition is distinguished from a violated CHECK in what Citus passes on of a worker', () => {
  const told = (code: string, message: string, detail: string): Error =>
    Object.assign(new Error(message), { code, detail });
  const missing = [
    'no partition of relation "session_event_102015" found for row',
    'Partition key of the failing row contains ("time") = (2021-11-02 00:00:00+00).',
  ] as const;
  const check = [
    'new row for relation "session_event_y2026m11_102121" violates check constraint "session_event_uid"',
    'Failing row contains (A, 2026-11-02 00:00:00+00, ("time") = (2021).',
  ] as const;
  for (const code of ['23514', 'XX000']) {
    expect(isMissingPartition(told(code, ...missing))).toBe(true);
    expect(isMissingPartition(new OutageError(told(code, ...missing)))).toBe(true);
    expect(isMissingPartition(told(code, ...check))).toBe(false);
  }
  expect(isMissingPartition(told('XX000', 'could not open relation session_event_102015', ''))).toBe(false);
});
