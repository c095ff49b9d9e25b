import fc from 'fast-check';

import type { Filter } from './filterOracle.ts';

/** Random event filters: single comparators with operands that occur in events, and combinations of them with `and`, `or` and `not`. */
export const eventFilters = (times: readonly string[]) => {
  const comparator: fc.Arbitrary<Filter> = fc.oneof(
    fc
      .subarray(['LOGIN', 'LOGOUT', 'LOCK'], { minLength: 1 })
      .map((actions) => ({ action: { in: actions } })),
    fc.constantFrom('host1', 'HOST2', 'web_1', 'none').map((eq) => ({ hostname: { eq } })),
    fc.constantFrom('HOST', 'web_', 'W', 'b').map((startsWith) => ({ hostname: { startsWith } })),
    fc.constantFrom('O', '_', '%').map((contains) => ({ hostname: { contains } })),
    fc.constantFrom('ana', 'CORP\\ana', 'lab\\ANA', 'nobody').map((eq) => ({ user: { eq } })),
    fc.constantFrom('an%', 'AN', 'b').map((startsWith) => ({ user: { startsWith } })),
    fc.subarray(['ana', 'corp\\ben', 'ghost'], { minLength: 1 }).map((users) => ({ user: { in: users } })),
    fc
      .constantFrom('user', 'uid', 'loginId', 'loginType', 'loginSuccessful', 'srcIp', 'srcPort', 'destIp')
      .chain((field) => fc.boolean().map((isNull) => ({ [field]: { isNull } }))),
    fc.boolean().map((eq) => ({ loginSuccessful: { eq } })),
    fc.subarray(['RDP', 'LOCAL'], { minLength: 1 }).map((types) => ({ loginType: { in: types } })),
    fc.constantFrom('10.0.0.5', '203.0.113.7').map((eq) => ({ srcIp: { eq } })),
    fc
      .subarray(['10.0.0.0/8', '10.0.1.0/24', '203.0.113.7/32'], { minLength: 1 })
      .chain((networks) =>
        fc.constantFrom('inCidr', 'notInCidr').map((operator) => ({ srcIp: { [operator]: networks } })),
      ),
    fc.subarray([22, 3389, 1], { minLength: 1 }).map((ports) => ({ srcPort: { in: ports } })),
    fc
      .constantFrom(...times)
      .chain((time) => fc.constantFrom('from', 'until').map((operator) => ({ time: { [operator]: time } }))),
  );

  const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
    filter: fc.oneof(
      { depthSize: 'small' },
      comparator,
      fc.array(tie('filter'), { minLength: 1, maxLength: 3 }).map((or) => ({ or })),
      fc.array(tie('filter'), { minLength: 1, maxLength: 3 }).map((and) => ({ and })),
      tie('filter').map((not) => ({ not })),
    ),
  }));
  return { comparator, filter };
};
