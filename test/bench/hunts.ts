import type { HuntName } from '../../src/domain/hunts/registry.ts';

const RANGE = 'range: { from: "$from", until: "$until" }';
const PROOF = 'evidence(first: 3) { nodes { id } }';

/** A query for each hunt: a page of matches with their evidence. The benchmark replaces $from and $until. */
export const HUNTS: Readonly<Record<HuntName, string>> = {
  simultaneousLogins: `car { simultaneousLogins(${RANGE}) { totalCount { value } nodes { host { hostname } userCount users { user } ${PROOF} } } }`,
  multiHostLogins: `car { multiHostLogins(${RANGE}, minHosts: 2) { totalCount { value } nodes { account { user } hosts { host { hostname } loginIds } ${PROOF} } } }`,
  loginActivity: `car { loginActivity(${RANGE}) { totalCount { value } excludedUserTotalCount { value } nodes { login { time user } ${PROOF} } } }`,
  loginsSince: `car { loginsSince(hostname: "DC01", bootTime: "$from", at: "$until") { totalCount { value } nodes { account { user } stillLoggedOn ${PROOF} } } }`,
  localAccountLogins: `car { localAccountLogins(${RANGE}) { totalCount { value } nodes { login { time user } ${PROOF} } } }`,
  remoteDesktopLogins: `car { remoteDesktopLogins(${RANGE}) { totalCount { value } nodes { login { time user } seenBefore ${PROOF} } } }`,
  bruteForceThenSuccess: `hunts { bruteForceThenSuccess(${RANGE}, key: USER_HOST, minFailures: 1) { totalCount { value } nodes { failureCount success { session { id } } ${PROOF} } } }`,
  passwordSpray: `hunts { passwordSpray(${RANGE}, key: HOST, minUsers: 3) { totalCount { value } nodes { userCount compromisedUsers { user } ${PROOF} } } }`,
  firstSeen: `hunts { firstSeen(${RANGE}, tuple: [USER, HOST, SRC_IP]) { totalCount { value } nodes { account { user } baseline { status coverage } ${PROOF} } } }`,
  unusualRdpSource: `hunts { unusualRdpSource(${RANGE}) { totalCount { value } nodes { login { time user } reasons baseline { status coverage } ${PROOF} } } }`,
  concurrentSessions: `hunts { concurrentSessions(${RANGE}) { totalCount { value } nodes { account { user } peak ${PROOF} } } }`,
  longSessions: `hunts { longSessions(${RANGE}) { totalCount { value } nodes { duration session { hostname user } ${PROOF} } } }`,
  neverLocked: `hunts { neverLocked(${RANGE}) { totalCount { value } nodes { duration hostLocks session { hostname user } ${PROOF} } } }`,
  unlockedAt: `hunts { unlockedAt(at: "$until") { totalCount { value } nodes { unlockedFor hostLocks session { hostname user } ${PROOF} } } }`,
  reconnectFromNewSource: `hunts { reconnectFromNewSource(${RANGE}) { totalCount { value } nodes { reconnect { time user } sourcesBefore ${PROOF} } } }`,
  reconnectWithoutLogin: `hunts { reconnectWithoutLogin(${RANGE}) { totalCount { value } nodes { reconnect { time user } ${PROOF} } } }`,
  offHours: `hunts { offHours(${RANGE}, timeZone: "Europe/Berlin") { totalCount { value } nodes { event { time user } localTime ${PROOF} } } }`,
  orphans: `hunts { orphans(${RANGE}) { totalCount { value } nodes { event { time } reason ${PROOF} } rates { host { hostname } day rate } } }`,
  lateralPaths: `hunts { lateralPaths(${RANGE}, containment: GAP) { totalCount { value } graph { nodeTotalCount { value } edgeTotalCount { value } } nodes { hops { event { id } } } } }`,
};

/** Further queries, such as other modes of a hunt. */
export const VARIANTS: Readonly<Record<string, string>> = {
  'simultaneousLogins, OVERLAP': `car { simultaneousLogins(${RANGE}, mode: OVERLAP) { totalCount { value } nodes { host { hostname } userCount ${PROOF} } } }`,
};
