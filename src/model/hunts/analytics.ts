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
  T1078: 'Valid Accounts',
  'T1078.002': 'Valid Accounts: Domain Accounts',
  'T1078.003': 'Valid Accounts: Local Accounts',
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

/** The analytics by the names of their fields; titles and techniques are those of https://github.com/mitre-attack/car. */
export const ANALYTICS = {
  simultaneousLogins: car('CAR-2013-02-008', 'Simultaneous Logins on a Host', techniques(...VALID_ACCOUNTS)),
  multiHostLogins: car('CAR-2013-02-012', 'User Logged in to Multiple Hosts', techniques(...VALID_ACCOUNTS)),
} as const satisfies Readonly<Record<string, Analytic>>;
