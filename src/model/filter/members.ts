import { ACTIONS, LOGIN_TYPES } from '../action.ts';
import { CONTEXT_KINDS } from '../contextEvent.ts';
import { parseLoginId } from '../values/loginId.ts';
import { parsePort } from '../values/port.ts';
import { parseSourceId } from '../values/text.ts';
import { Refusal } from '../refusal.ts';
import { END_REASONS, START_REASONS } from '../session/session.ts';
import { parseDuration } from '../values/duration.ts';
import { parseTime } from '../values/time.ts';
import type { EventFieldName } from '../eventFields.ts';
import { parseHostname, upperAscii } from '../values/hostname.ts';
import type { HostnameStyle } from '../values/hostname.ts';

import { comparedWith, atPath, negateUnless } from './comparators.ts';
import type { MemberParser, Operator } from './comparators.ts';
import {
  ipOperators,
  enumOperators,
  parseEnum,
  textOperators,
  timeOperators,
  commonMembers,
} from './operators.ts';
import type { Predicate, TimeField } from './predicate.ts';

/** Every field of an event can be filtered, except for linkedLoginId. */
type EventMember = Exclude<EventFieldName, 'linkedLoginId'> | 'ingestedAt' | 'action' | 'userDomain';

/** The members of a filter on session events. */
export const eventMembers = (hostnames: HostnameStyle): Readonly<Record<EventMember, MemberParser>> => ({
  ...commonMembers(hostnames),
  time: timeMember('time'),
  ingestedAt: timeMember('ingestedAt'),
  action: comparedWith(enumOperators('action', (value) => parseEnum(value, ACTIONS))),
  loginId: comparedWith(enumOperators('loginId', parseLoginId)),
  loginType: comparedWith(enumOperators('loginType', (value) => parseEnum(value, LOGIN_TYPES))),
  loginSuccessful: comparedWith(enumOperators('loginSuccessful', (value) => value === true)),
  srcPort: comparedWith(enumOperators('srcPort', (value) => parsePort(value, 'srcPort'))),
  destIp: comparedWith(ipOperators('destIp')),
  destPort: comparedWith(enumOperators('destPort', (value) => parsePort(value, 'destPort'))),
  srcHostname: comparedWith(
    textOperators('srcHostname', (value) => parseHostname(value, hostnames), upperAscii),
  ),
  sourceId: comparedWith(textOperators('sourceId', parseSourceId, (part) => part)),
});

/** The members of a filter on context events. */
export const contextMembers = (hostnames: HostnameStyle): Readonly<Record<string, MemberParser>> => {
  const { hostname, user, srcIp } = commonMembers(hostnames);
  return {
    hostname,
    user,
    srcIp,
    time: timeMember('time'),
    kind: comparedWith(enumOperators('kind', (value) => parseEnum(value, CONTEXT_KINDS))),
    loginId: comparedWith(enumOperators('loginId', parseLoginId)),
  };
};

/** The members of a filter on sessions. */
export const sessionMembers = (hostnames: HostnameStyle): Readonly<Record<string, MemberParser>> => ({
  ...commonMembers(hostnames),
  loginId: comparedWith(enumOperators('loginId', parseLoginId)),
  loginType: comparedWith(enumOperators('loginType', (value) => parseEnum(value, LOGIN_TYPES))),
  startedAt: timeMember('started'),
  endedAt: timeMember('ended'),
  activeAt: (member, path) => [{ kind: 'activeAt', time: atPath(path, () => parseTime(member)) }],
  provenAt: (member, path) => [{ kind: 'provenAt', time: atPath(path, () => parseTime(member)) }],
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

const timeOf = (predicates: readonly Predicate[], kind: 'from' | 'until'): string | null =>
  predicates.flatMap((predicate) =>
    predicate.kind === kind && 'time' in predicate ? predicate.time : [],
  )[0] ?? null;

function timeMember(field: TimeField): MemberParser {
  const parse = comparedWith(timeOperators(field));
  return (member, path) => {
    const predicates = parse(member, path);
    const [from, until] = [timeOf(predicates, 'from'), timeOf(predicates, 'until')];
    if (from === null || until === null || from <= until) return predicates;
    throw new Refusal('BAD_FILTER', `${path}.until is before ${path}.from; exchange them.`, `${path}.until`);
  };
}

function duration(kind: 'lastsAtLeast' | 'lastsLessThan'): Operator {
  return (operand, path) => ({ kind, durationMs: atPath(path, () => parseDuration(operand, 'duration')) });
}
