import fc from 'fast-check';

const TEXT = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '',
    '\ud800',
    '\u0000',
    '__proto__',
    'toString',
    '2026-11-16T09:00:00Z',
    'PT24H',
    '10.0.0.1',
    'LOGIN',
  ),
);
const SCALAR = fc.oneof(
  TEXT,
  fc.double(),
  fc.maxSafeInteger(),
  fc.boolean(),
  fc.constant(null),
  fc.bigInt().map(String),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    SCALAR,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.constantFrom(
        'and',
        'or',
        'not',
        'eq',
        'in',
        'from',
        'hostname',
        'user',
        'time',
        'login',
        'srcPort',
        'x',
      ),
      tie('value'),
      {
        maxKeys: 4,
      },
    ),
  ),
}));

/** Values of any shape. Some of their keys and texts have a meaning for the server. */
export const ANY_VALUE = value;
