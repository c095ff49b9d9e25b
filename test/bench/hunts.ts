const RANGE = 'range: { from: "$from", until: "$until" }';
const PROOF = 'evidence(first: 3) { nodes { id } }';

/** Each analytic and hunt with a page of its matches and what proves them; $from and $until are replaced. */
export const HUNTS: Readonly<Record<string, string>> = {
  simultaneousLogins: `car { simultaneousLogins(${RANGE}) { total nodes { host { hostname } userCount users { user } ${PROOF} } } }`,
  'simultaneousLogins, OVERLAP': `car { simultaneousLogins(${RANGE}, mode: OVERLAP) { total nodes { host { hostname } userCount ${PROOF} } } }`,
  multiHostLogins: `car { multiHostLogins(${RANGE}, minHosts: 2) { total nodes { account { user } hosts { host { hostname } loginIds } ${PROOF} } } }`,
  loginActivity: `car { loginActivity(${RANGE}) { total excludedUserCount nodes { login { time user } ${PROOF} } } }`,
  loginsSince: `car { loginsSince(hostname: "DC01", bootTime: "$from", at: "$until") { total nodes { account { user } stillLoggedOn ${PROOF} } } }`,
  localAccountLogins: `car { localAccountLogins(${RANGE}) { total nodes { login { time user } ${PROOF} } } }`,
  remoteDesktopLogins: `car { remoteDesktopLogins(${RANGE}) { total nodes { login { time user } seenBefore ${PROOF} } } }`,
  bruteForceThenSuccess: `hunts { bruteForceThenSuccess(${RANGE}, key: USER_HOST, minFailures: 1) { total nodes { failureCount success { session { id } } ${PROOF} } } }`,
  passwordSpray: `hunts { passwordSpray(${RANGE}, key: HOST, minUsers: 3) { total nodes { userCount compromisedUsers { user } ${PROOF} } } }`,
  firstSeen: `hunts { firstSeen(${RANGE}, tuple: [USER, HOST, SRC_IP]) { total nodes { account { user } baseline ${PROOF} } } }`,
  unusualRdpSource: `hunts { unusualRdpSource(${RANGE}) { total nodes { login { time user } reasons ${PROOF} } } }`,
  concurrentSessions: `hunts { concurrentSessions(${RANGE}) { total nodes { account { user } peak ${PROOF} } } }`,
  longSessions: `hunts { longSessions(${RANGE}) { total nodes { duration session { hostname user } ${PROOF} } } }`,
  neverLocked: `hunts { neverLocked(${RANGE}) { total nodes { duration hostLocks session { hostname user } ${PROOF} } } }`,
  unlockedAt: `hunts { unlockedAt(at: "$until") { total nodes { unlockedFor hostLocks session { hostname user } ${PROOF} } } }`,
  reconnectFromNewSource: `hunts { reconnectFromNewSource(${RANGE}) { total nodes { reconnect { time user } sourcesBefore ${PROOF} } } }`,
  reconnectWithoutLogin: `hunts { reconnectWithoutLogin(${RANGE}) { total nodes { reconnect { time user } ${PROOF} } } }`,
  offHours: `hunts { offHours(${RANGE}, timeZone: "Europe/Berlin") { total nodes { login { time user } localTime ${PROOF} } } }`,
  orphans: `hunts { orphans(${RANGE}) { total nodes { event { time } reason ${PROOF} } rates { host { hostname } day rate } } }`,
  lateralPaths: `hunts { lateralPaths(${RANGE}, containment: GAP) { total graph { nodeTotal edgeTotal } nodes { hops { event { id } } } } }`,
};
