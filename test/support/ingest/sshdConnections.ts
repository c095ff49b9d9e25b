import fc from 'fast-check';

/** A connection to sshd that never logs in, as its log reports it without pids, and the number of failed logins that it is. */
export type SshdConnection = {
  readonly user: string;
  readonly address: string;
  readonly port: number;
  /** How the first line states that the user may not log in. */
  readonly begin: (typeof BEGINNINGS)[number];
  readonly passwords: number;
  readonly keys: number;
  readonly isExceeded: boolean;
  readonly usesPam: boolean;
};

/**
 * The versions of OpenSSH: the first line has no port before 7.3, and `not allowed` has none in any. It is written once per connection, before the others.
 * https://github.com/openssh/openssh-portable/blob/master/auth.c (getpwnamallow, allowed_user, auth_log, auth_maxtries_exceeded)
 */
const BEGINNINGS = ['INVALID', 'INVALID_WITH_PORT', 'NOT_ALLOWED', 'LOCKED'] as const;

/** Connections of few users and addresses; no two have one port. */
export const someConnections = ({
  maxKeys,
}: {
  readonly maxKeys: number;
}): fc.Arbitrary<readonly SshdConnection[]> =>
  fc
    .tuple(
      fc.boolean(),
      fc.array(
        fc.record({
          user: fc.constantFrom('x', 'y'),
          address: fc.constantFrom('10.0.0.7', '10.0.0.8'),
          begin: fc.constantFrom(...BEGINNINGS),
          passwords: fc.constantFrom(0, 0, 1, 1, 2, 3),
          keys: fc.nat({ max: maxKeys }),
          isExceeded: fc.boolean(),
        }),
        { minLength: 1, maxLength: 8 },
      ),
    )
    .map(([usesPam, connections]) =>
      connections.map((connection, index) => ({ ...connection, usesPam, port: 50_000 + index })),
    );

/** The texts of a connection, in order. */
const textsOf = (connection: SshdConnection): readonly string[] => {
  const { user, address, port, begin, passwords, keys, isExceeded, usesPam } = connection;
  const client = `invalid user ${user} from ${address} port ${port} ssh2`;
  const begins = {
    INVALID: `Invalid user ${user} from ${address}`,
    INVALID_WITH_PORT: `Invalid user ${user} from ${address} port ${port}`,
    NOT_ALLOWED: `User ${user} from ${address} not allowed because not listed in AllowUsers`,
    LOCKED: `User ${user} not allowed because account is locked`,
  };
  return [
    begins[begin],
    `Failed none for ${client}`,
    ...Array.from({ length: keys }, (_, key) => `Failed publickey for ${client}: RSA SHA256:${key}`),
    ...Array.from({ length: passwords }, () => [
      ...(usesPam
        ? [
            `pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=${address}`,
          ]
        : []),
      `Failed password for ${client}`,
    ]).flat(),
    ...(isExceeded && passwords + keys > 0
      ? [
          `error: maximum authentication attempts exceeded for ${client} [preauth]`,
          `Disconnecting invalid user ${user} ${address} port ${port}: Too many authentication failures [preauth]`,
        ]
      : [`Connection closed by invalid user ${user} ${address} port ${port} [preauth]`]),
  ];
};

/** The texts of connections at the same time, each in its order. */
export const interleave = (
  connections: readonly SshdConnection[],
  turns: readonly number[],
): readonly string[] => {
  const left = connections.map((connection) => [...textsOf(connection)]);
  const texts: string[] = [];
  for (let turn = 0; left.some(({ length }) => length > 0); turn += 1) {
    const open = left.filter(({ length }) => length > 0);
    const next = open[(turns[turn % turns.length] ?? 0) % open.length]?.shift();
    if (next !== undefined) texts.push(next);
  }
  return texts;
};
