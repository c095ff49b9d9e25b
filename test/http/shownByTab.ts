import type { HuntName } from '../../src/domain/hunts/registry.ts';

type Shown = readonly [RegExp, string];

/** The expected content of the answer of each tab, in the order of the menu; the test waits for the expression. */
export const SHOWN: Readonly<Record<string, Shown>> & Readonly<Record<Capitalize<HuntName>, Shown>> = {
  NewestEvents: [/"hostname": "WS2"/, '"value": 168'],
  FailedRdpLogins: [/"value": 12/, '"user": "CORP\\\\mia"'],
  HostTimeline: [/ReconnectEvent/, '"srcIp": "203.0.113.99"'],
  OpenSessions: [/"WS4"/, 'LOCKED'],
  WhoWasOn: [/"COVERED"/, 'CORP\\\\fay'],
  AccountDay: [/"hostname": "FS1"/, '203.0.113.66'],
  StartsAndStops: [/"HostStop"/, '"srcIp": "198.51.100.23"'],
  BruteForceThenSuccess: [/"failureCount": 12/, 'CORP\\\\carol'],
  PasswordSpray: [/"compromisedUsers"/, 'CORP\\\\carol'],
  FirstSeen: [/"INSUFFICIENT_BASELINE"/, '"hostname": "WS5"'],
  UnusualRdpSource: [/"NOT_SEEN"/, 'PUBLIC'],
  LateralPaths: [/"hops"/, '"srcIp": "203.0.113.66"'],
  ConcurrentSessions: [/"peak": 2/, 'CORP\\\\carol'],
  LongSessions: [/"PT88H24M53.804644S"/, 'CORP\\\\adm-ivo'],
  NeverLocked: [/"hostLocks": false/, 'WS6\\\\reception'],
  UnlockedAt: [/"unlockedSince"/, 'CORP\\\\ben'],
  ReconnectFromNewSource: [/"sourcesBefore"/, '203.0.113.99'],
  ReconnectWithoutLogin: [/"totalCount": \{\s+"value": 1/, 'CORP\\\\carol'],
  OffHours: [/"SATURDAY"/, 'WS6\\\\Administrator'],
  Orphans: [/"NO_LOGIN"/, 'CORP\\\\ben'],
  SimultaneousLogins: [/"CAR-2013-02-008"/, 'CORP\\\\fay'],
  MultiHostLogins: [/"hostname": "WS5"/, 'CORP\\\\carol'],
  LoginActivity: [/"excludedUsers"/, 'CORP\\\\fay'],
  LoginsSince: [/"bootTime"/, '"stillLoggedOn": false'],
  LocalAccountLogins: [/"totalCount": \{\s+"value": 2/, 'WS6\\\\Administrator'],
  RemoteDesktopLogins: [/"seenBefore": false/, '203.0.113.66'],
  FailuresPerHour: [/"distinctUsers": 12/, '"from": "2026-11-16T07:00:00.000000Z"'],
  RareCombinations: [/"totalCount": \{\s+"value": 2/, '"srcNetwork": "203.0.113.0/24"'],
  SilentHosts: [/"totalCountWithoutHaving": \{\s+"value": 8/, '"hostname": "WS5"'],
  WhoAsked: [/"callerKind": "ANYONE"/, '"outcome": "OK"'],
  CarExample: [/"status": "ACCEPTED"/, '"accepted": 1'],
  MixedBatch: [/"rejected": 1/, '"code": "INVALID_TIME"'],
};
