/** The five actions of CAR's User Session object, https://car.mitre.org/data_model/user_session. */
export const ACTIONS = ['LOGIN', 'LOGOUT', 'RECONNECT', 'LOCK', 'UNLOCK'] as const;

export type Action = (typeof ACTIONS)[number];

/** How a user is logged on, CAR `login_type`: local (without a desktop), interactive, rdp or remote. */
export const LOGIN_TYPES = ['INTERACTIVE', 'LOCAL', 'RDP', 'REMOTE'] as const;

export type LoginType = (typeof LOGIN_TYPES)[number];

/** Fields that CAR calls "only applicable to remote or RDP sessions". */
export const ADDRESS_FIELDS = ['srcIp', 'srcPort', 'destIp', 'destPort'] as const;

/** Whether the login type is that of a person or service at the machine itself, to which the address fields do not apply. */
export const isLocalLoginType = (loginType: LoginType | null): boolean =>
  loginType === 'INTERACTIVE' || loginType === 'LOCAL';
