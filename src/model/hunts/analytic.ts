/** A technique of MITRE ATT&CK. */
export type AttackTechnique = { readonly id: string; readonly name: string; readonly url: string };

/** What an analytic or hunt is called and where it is described. */
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

/** The id of a technique that a hunt can name. */
export type TechniqueId = keyof typeof TECHNIQUES;

/** Valid Accounts and its sub-techniques for domain and local accounts. */
export const VALID_ACCOUNTS = ['T1078', 'T1078.002', 'T1078.003'] as const satisfies readonly TechniqueId[];

/** The id is that of a CAR analytic, or the name of a hunt, which has the page of its first technique. */
export type AnalyticSource = {
  readonly id: string;
  readonly title: string;
  readonly techniques: readonly TechniqueId[];
};

/** Makes the analytic that the answers of a hunt name. */
export const makeAnalytic = ({ id, title, techniques }: AnalyticSource): Analytic => {
  const attackTechniques = techniques.map((technique) => ({
    id: technique,
    name: TECHNIQUES[technique],
    url: `https://attack.mitre.org/techniques/${technique.replace('.', '/')}/`,
  }));
  const url = id.startsWith('CAR-')
    ? `https://car.mitre.org/analytics/${id}/`
    : (attackTechniques[0]?.url ?? '');
  return { id, title, url, attackTechniques };
};
