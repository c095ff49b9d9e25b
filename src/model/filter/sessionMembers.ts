import { LOGIN_TYPES } from '../action.ts';
import { Refusal } from '../refusal.ts';
import { END_REASONS, START_REASONS } from '../session/session.ts';
import { parseDuration } from '../values/duration.ts';
import type { HostnameStyle } from '../values/hostname.ts';
import { parseLoginId } from '../values/loginId.ts';
import { parseTime } from '../values/time.ts';

import { atPath, comparedWith, negateUnless } from './comparators.ts';
import type { MemberParser, Operator } from './comparators.ts';
import { enumOperators, parseEnum, timeOperators, commonMembers } from './operators.ts';
import type { Predicate } from './predicate.ts';

/** The members of a filter on sessions. */
export const sessionMembers = (hostnames: HostnameStyle): Readonly<Record<string, MemberParser>> => ({
  ...commonMembers(hostnames),
  loginId: comparedWith(enumOperators('loginId', parseLoginId)),
  loginType: comparedWith(enumOperators('loginType', (value) => parseEnum(value, LOGIN_TYPES))),
  startedAt: comparedWith(timeOperators('started')),
  endedAt: comparedWith(timeOperators('ended')),
  activeAt: (member, path) => [{ kind: 'activeAt', time: atPath(path, () => parseTime(member)) }],
  overlaps: parseOverlaps,
  duration: comparedWith({ gte: duration('lastsAtLeast'), lt: duration('lastsLessThan') }),
  open: (member) => [negateUnless(member, { kind: 'isNull', field: 'ended' })],
  everLocked: (member) => [negateUnless(member, { kind: 'everLocked' })],
  startReason: comparedWith(enumOperators('startReason', (value) => parseEnum(value, START_REASONS))),
  endReason: comparedWith(enumOperators('endReason', (value) => parseEnum(value, END_REASONS))),
});

const parseOverlaps: MemberParser = (member, path): readonly Predicate[] => {
  const { from, until } = member as { readonly from: unknown; readonly until: unknown };
  const range = {
    from: atPath(`${path}.from`, () => parseTime(from)),
    until: atPath(`${path}.until`, () => parseTime(until)),
  };
  if (range.from < range.until) return [{ kind: 'overlaps', ...range }];
  throw new Refusal('BAD_FILTER', `${path}.until is not after ${path}.from; exchange them.`, `${path}.until`);
};

function duration(kind: 'lastsAtLeast' | 'lastsLessThan'): Operator {
  return (operand, path) => ({ kind, durationMs: atPath(path, () => parseDuration(operand, 'duration')) });
}
