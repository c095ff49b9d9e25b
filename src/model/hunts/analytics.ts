/** A technique of MITRE ATT&CK. */
export type AttackTechnique = { readonly id: string; readonly name: string; readonly url: string };

/** What an analytic is and where it comes from. */
export type Analytic = {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly attackTechniques: readonly AttackTechnique[];
};

const TECHNIQUES = {
  'T1003.001': 'OS Credential Dumping: LSASS Memory',
  T1021: 'Remote Services',
  'T1021.001': 'Remote Services: Remote Desktop Protocol',
  'T1070.001': 'Indicator Removal: Clear Windows Event Logs',
  T1078: 'Valid Accounts',
  'T1078.002': 'Valid Accounts: Domain Accounts',
  'T1078.003': 'Valid Accounts: Local Accounts',
  T1110: 'Brute Force',
  'T1110.001': 'Brute Force: Password Guessing',
  'T1110.003': 'Brute Force: Password Spraying',
  T1133: 'External Remote Services',
  T1550: 'Use Alternate Authentication Material',
  'T1550.002': 'Use Alternate Authentication Material: Pass the Hash',
  'T1562.002': 'Impair Defenses: Disable Windows Event Logging',
  'T1563.002': 'Remote Service Session Hijacking: RDP Hijacking',
  T1572: 'Protocol Tunneling',
} as const;

const VALID_ACCOUNTS = ['T1078', 'T1078.002', 'T1078.003'] as const;

const techniques = (...ids: readonly (keyof typeof TECHNIQUES)[]): readonly AttackTechnique[] =>
  ids.map((id) => ({
    id,
    name: TECHNIQUES[id],
    url: `https://attack.mitre.org/techniques/${id.replace('.', '/')}/`,
  }));

const car = (id: string, title: string, attackTechniques: readonly AttackTechnique[]): Analytic => ({
  id,
  title,
  url: `https://car.mitre.org/analytics/${id}/`,
  attackTechniques,
});

/** A hunt of our own is described where its first technique is. */
const hunt = (id: string, title: string, attackTechniques: readonly AttackTechnique[]): Analytic => ({
  id,
  title,
  url: attackTechniques[0]?.url ?? '',
  attackTechniques,
});

/** The analytics by the names of their fields; titles and techniques are those of https://github.com/mitre-attack/car. */
export const ANALYTICS = {
  simultaneousLogins: car('CAR-2013-02-008', 'Simultaneous Logins on a Host', techniques(...VALID_ACCOUNTS)),
  multiHostLogins: car('CAR-2013-02-012', 'User Logged in to Multiple Hosts', techniques(...VALID_ACCOUNTS)),
  loginActivity: car(
    'CAR-2013-10-001',
    'User Login Activity Monitoring',
    techniques('T1021', 'T1021.001', ...VALID_ACCOUNTS),
  ),
  // CAR names no technique; its text tells of credentials read from the memory of lsass.exe.
  loginsSince: car('CAR-2015-07-001', 'All Logins Since Last Boot', techniques('T1003.001')),
  localAccountLogins: car(
    'CAR-2016-04-004',
    'Successful Local Account Login',
    techniques('T1550', 'T1550.002'),
  ),
  remoteDesktopLogins: car('CAR-2016-04-005', 'Remote Desktop Logon', techniques('T1021', 'T1021.001')),
  bruteForceThenSuccess: hunt(
    'bruteForceThenSuccess',
    'Brute Force, Then a Successful Login',
    techniques('T1110', 'T1110.001'),
  ),
  passwordSpray: hunt('passwordSpray', 'Password Spraying', techniques('T1110', 'T1110.003')),
  firstSeen: hunt('firstSeen', 'First Login of a Kind', techniques(...VALID_ACCOUNTS, 'T1021')),
  unusualRdpSource: hunt(
    'unusualRdpSource',
    'Remote Desktop From an Unusual Source',
    techniques('T1021.001', 'T1133', 'T1572'),
  ),
  concurrentSessions: hunt(
    'concurrentSessions',
    'Sessions Open at Once',
    techniques(...VALID_ACCOUNTS, 'T1021.001'),
  ),
  longSessions: hunt('longSessions', 'Sessions That Last Long', techniques(...VALID_ACCOUNTS, 'T1021.001')),
  neverLocked: hunt('neverLocked', 'Sessions That Are Never Locked', techniques(...VALID_ACCOUNTS)),
  unlockedAt: hunt('unlockedAt', 'Sessions Left Unlocked', techniques(...VALID_ACCOUNTS)),
  reconnectFromNewSource: hunt(
    'reconnectFromNewSource',
    'Reconnect From a Source New to the Session',
    techniques('T1563.002', 'T1021.001', 'T1078'),
  ),
  reconnectWithoutLogin: hunt(
    'reconnectWithoutLogin',
    'Reconnect Without a Login',
    techniques('T1563.002', 'T1021.001'),
  ),
  offHours: hunt('offHours', 'Logins Outside of Working Hours', techniques(...VALID_ACCOUNTS)),
  orphans: hunt('orphans', 'Events Without a Session', techniques('T1562.002', 'T1070.001')),
  lateralPaths: hunt(
    'lateralPaths',
    'Lateral Movement',
    techniques('T1021', 'T1021.001', 'T1563.002', 'T1078'),
  ),
} as const satisfies Readonly<Record<string, Analytic>>;
