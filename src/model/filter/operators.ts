import { Refusal } from '../refusal.ts';
import { LOOPBACK, parseCidr, PRIVATE } from '../values/cidr.ts';
import { parseDuration } from '../values/duration.ts';
import { parseHostname, upperAscii } from '../values/hostname.ts';
import type { HostnameStyle } from '../values/hostname.ts';
import { parseIpAddress } from '../values/ipAddress.ts';
import { foldCase, normalizeWithin, parseText } from '../values/text.ts';
import { foldSid, parseUid } from '../values/uid.ts';
import { parseTime } from '../values/time.ts';
import { foldDomain, parseUser } from '../values/user.ts';

import { atPath, comparedWith, isNullOperator, parseList } from './comparators.ts';
import type { MemberParser, Operator } from './comparators.ts';
import type { IpField, Predicate, TextField, TimeField, UserPattern } from './predicate.ts';

type Operators = Readonly<Record<string, Operator>>;
type InField = Extract<Predicate, { kind: 'in' }>['field'];

/** The fields that filters on events and on sessions have in common. */
export const commonMembers = (hostnames: HostnameStyle) =>
  ({
    hostname: comparedWith(textOperators('hostname', (value) => parseHostname(value, hostnames), upperAscii)),
    user: comparedWith(USER_OPERATORS),
    userDomain: comparedWith(
      textOperators('userDomain', parseDomain, (part) => part.toUpperCase().normalize('NFC')),
    ),
    uid: comparedWith(textOperators('uid', parseUid, foldSid)),
    srcIp: comparedWith(ipOperators('srcIp')),
  }) satisfies Record<string, MemberParser>;

/** GraphQL has already checked the value; this check is for the compiler. */
export const parseEnum = <T extends string>(value: unknown, values: readonly T[]): T => {
  const found = values.find((candidate) => candidate === value);
  if (found === undefined) throw new Refusal('BAD_FILTER', `must be one of ${values.join(', ')}.`);
  return found;
};

const parseDomain = (value: unknown): string => {
  const domain = foldDomain(parseText(value, { name: 'userDomain', code: 'INVALID_USER', maxLength: 512 }));
  if (domain === null) throw new Refusal('INVALID_USER', 'userDomain has no first label; send THESHIRE.');
  return domain;
};

export const enumOperators = <T>(field: InField, parse: (value: unknown) => T): Operators => {
  const within: Operator = (operand, path) => {
    const values = parseList(operand, path, (item, itemPath) => atPath(itemPath, () => parse(item)));
    // The table above pairs each field with the parser of its values.
    return { kind: 'in', field, values: [...new Set(values)] } as unknown as Predicate;
  };
  const eq: Operator = (operand, path) =>
    ({ kind: 'in', field, values: [atPath(path, () => parse(operand))] }) as unknown as Predicate;
  return { eq, in: within, isNull: isNullOperator(field) };
};

export const textOperators = (
  field: TextField,
  parse: (value: unknown) => string,
  fold: (part: string) => string,
): Operators => {
  const part = (kind: 'startsWith' | 'contains'): Operator => {
    return (operand, path) => ({ kind, field, text: fold(parsePart(operand, path)) });
  };
  return { ...enumOperators(field, parse), startsWith: part('startsWith'), contains: part('contains') };
};

/** Parses a part of a text: anything that Postgres can store, with leading and trailing spaces. */
const parsePart = (operand: unknown, path: string): string => {
  const part = typeof operand === 'string' ? normalizeWithin(operand, MAX_PART) : '';
  if (part === '' || part.length > MAX_PART || !part.isWellFormed() || part.includes('\0')) {
    throw new Refusal('BAD_FILTER', `${path} must be well-formed text of 1 to ${MAX_PART} characters.`, path);
  }
  return part;
};

const MAX_PART = 512;

const asPattern = ({ userDomain, userName }: UserPattern): UserPattern => ({ userDomain, userName });

const parseUserPattern = (operand: unknown, path: string): UserPattern =>
  atPath(path, () => asPattern(parseUser(operand)));

/** `THESHIRE\a`: names that contain or start with `a` in that domain; without a backslash, in any domain. */
const parseUserPart = (operand: unknown, path: string): UserPattern => {
  const part = parsePart(operand, path);
  const backslash = part.indexOf('\\');
  return {
    userDomain: foldDomain(part.slice(0, Math.max(backslash, 0))),
    userName: foldCase(part.slice(backslash + 1)),
  };
};

const USER_OPERATORS: Operators = {
  eq: (operand, path) => ({ kind: 'userIn', users: [parseUserPattern(operand, path)] }),
  in: (operand, path) => ({ kind: 'userIn', users: parseList(operand, path, parseUserPattern) }),
  startsWith: (operand, path) => ({ kind: 'userStartsWith', user: parseUserPart(operand, path) }),
  contains: (operand, path) => ({ kind: 'userContains', user: parseUserPart(operand, path) }),
  isNull: isNullOperator('user'),
};

export const ipOperators = (field: IpField): Operators => {
  const compareWith =
    (kind: 'inCidr' | 'outsideCidr'): Operator =>
    (operand, path) => ({
      kind,
      field,
      networks: parseList(operand, path, (item, itemPath) =>
        atPath(itemPath, () => parseCidr(item, 'network')),
      ),
    });
  const isOf =
    (networks: readonly string[]): Operator =>
    (operand) => ({ kind: operand === true ? 'inCidr' : 'outsideCidr', field, networks });
  return {
    ...enumOperators(field, (value) => parseIpAddress(value, field)),
    inCidr: compareWith('inCidr'),
    notInCidr: compareWith('outsideCidr'),
    isPrivate: isOf(PRIVATE),
    isLoopback: isOf(LOOPBACK),
  };
};

export const timeOperators = (field: TimeField): Operators => ({
  from: (operand, path) => ({ kind: 'from', field, time: atPath(path, () => parseTime(operand)) }),
  until: (operand, path) => ({ kind: 'until', field, time: atPath(path, () => parseTime(operand)) }),
  last: (operand, path) => ({
    kind: 'last',
    field,
    durationMs: atPath(path, () => parseDuration(operand, 'last')),
  }),
});
