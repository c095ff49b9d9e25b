import { isTornName, tornLine } from './mappedMessage.ts';
import type { MappedMessage } from './mappedMessage.ts';
import { isAboutLogin, mapPamOfSshd } from './mapPam.ts';

/**
 * The details of a key follow the address. The client chooses the names in them, but not that of the account, which exists: so the address is the
 * first `from … port …` of the line.
 */
const BY_KEY =
  /^(?:Accepted|Failed) (publickey|hostbased) for (?!invalid user |illegal user )(.*?) from (\S+) port (\d{1,5})(?: |$)/s;
/** Attackers choose user names, so the address is the last `from … port …` of the line. */
const ACCEPTED = /^Accepted (\S+) for (.*) from (\S+) port (\d{1,5})(?: |$)/s;
const FAILED = /^Failed (\S+) for (?:invalid user |illegal user )?(.*) from (\S+) port (\d{1,5})(?: |$)/s;
/** Old versions left out the port. */
const FAILED_WITHOUT_PORT = /^Failed (\S+) for (?:invalid user |illegal user )?(.*) from (\S+)$/s;
const CONNECTION = /^Connection from (\S+) port (\d{1,5}) on (\S+) port (\d{1,5})/;

/** Whether sshd, and hardly any other program, writes such a text. */
export const isTextOfSshd = (text: string): boolean =>
  /^(?:Server listening on |Accepted \S+ for |Failed \S+ for |Invalid user |User \S+ from |Connection (?:closed|reset|from) |Disconnected from |Disconnecting |Received disconnect from |Starting session: |Close session: |error: |fatal: |debug[1-3]: |Postponed |Did not receive |banner exchange: )/.test(
    text,
  );

const skip = (sensorEvent: string, reason: string) => ({ kind: 'SKIPPED', sensorEvent, reason }) as const;

/** Maps a message of sshd, also of that of Windows. https://github.com/openssh/openssh-portable/blob/master/auth.c */
export const mapSshd = (text: string): MappedMessage => {
  const line = unescape(text);
  return (
    mapLogin(line) ??
    mapPamOfSshd(line) ??
    mapConnection(line) ??
    mapEnd(line) ??
    mapWeak(line) ??
    mapOther(line)
  );
};

const mapLogin = (line: string): MappedMessage | null => {
  const login =
    BY_KEY.exec(line) ?? ACCEPTED.exec(line) ?? FAILED.exec(line) ?? FAILED_WITHOUT_PORT.exec(line);
  if (login === null) return null;
  const [whole, method = '', name = '', srcIp = '', srcPort] = login;
  // Solaris does not show the name of a user that it does not know.
  const user = name === '<invalid username>' ? '' : name;
  const loginSuccessful = whole.startsWith('Accepted');
  const sensorEvent = loginSuccessful ? 'sshd Accepted' : 'sshd Failed';
  if (loginSuccessful && isTornName(name)) return tornLine(sensorEvent);
  if (method === 'none') return skip(sensorEvent, 'Failed none: the client asked for the list of methods');
  const source = { srcIp, ...(srcPort === undefined ? {} : { srcPort: Number(srcPort) }) };
  return {
    kind: 'LOGIN',
    sensorEvent,
    loginType: 'REMOTE',
    user,
    loginSuccessful,
    count: 1,
    method,
    ...source,
  };
};

const mapConnection = (line: string): MappedMessage | null => {
  const connection = CONNECTION.exec(line);
  if (connection === null) return null;
  const [, srcIp = '', srcPort = '', destIp = '', destPort = ''] = connection;
  const ports = { srcPort: Number(srcPort), destPort: Number(destPort) };
  return { kind: 'DESTINATION', sensorEvent: 'sshd Connection', srcIp, destIp, ...ports };
};

/**
 * The end of a connection after its login, with the user (since OpenSSH 7.5), or with its address and port only. A line from before the login has
 * another word before the user, or the mark `[preauth]`. `Received disconnect` precedes `Disconnected`.
 * https://github.com/openssh/openssh-portable/blob/master/packet.c (sshpkt_vfatal), serverloop.c
 */
const END_OF_USER =
  /^(?:Disconnected from|Connection (?:closed|reset) by|Disconnecting|Timeout, client not responding from|(?:fatal: )?(?:\w+: )?Connection from) user (.*) ([\da-fA-F.:]+) port (\d{1,5})(?:: .*| timed out)?$/s;
const END_OF_ADDRESS =
  /^(?:Disconnected from|Connection (?:closed|reset) by|Timeout, client not responding from|Closing connection to|Read error from remote host) ([\da-fA-F.:]+) port (\d{1,5})(?:: .*)?$/s;

const mapEnd = (line: string): MappedMessage | null => {
  if (line.endsWith(' [preauth]')) return null;
  const [, user, ofUser = '', portOfUser] = END_OF_USER.exec(line) ?? [];
  if (user !== undefined) {
    const source = { srcIp: ofUser, srcPort: Number(portOfUser) };
    return { kind: 'CONNECTION_END', sensorEvent: 'sshd end', user, ...source };
  }
  const [, srcIp, srcPort] = END_OF_ADDRESS.exec(line) ?? [];
  if (srcIp === undefined) return null;
  return { kind: 'CONNECTION_END', sensorEvent: 'sshd end', user: '', srcIp, srcPort: Number(srcPort) };
};

/** Users that may not log in, and the end of too many attempts: without a password, no other line reports them. */
const WEAK = [
  /^(?:Invalid|Illegal) user (.*?) from (\S+)(?: port (\d{1,5}))?$/s,
  /^error: maximum authentication attempts exceeded for (?:invalid user |illegal user )?(.*) from (\S+) port (\d{1,5})(?: |$)/s,
  /^Disconnecting (?:authenticating|invalid) user (.*) (\S+) port (\d{1,5}): Too many authentication failures/s,
  /^Disconnecting: Too many authentication failures for (?:invalid user )?(.*?)(?: \[preauth\])?$/s,
  /^User (.*) from (\S+) not allowed because /s,
  /^User (\S+) not allowed because /,
  /^(ROOT) LOGIN REFUSED FROM (\S+)(?: port (\d{1,5}))?/,
  /^Authentication tried for (.*) with correct key but not from a permitted host \(host=[^,]*, ip=([^)]*)\)/s,
  /^fatal: Access denied for user (.*) by PAM account configuration/s,
];

const LAST = /^(?:error: maximum|Disconnecting|Authentication tried|fatal: Access denied)/;
/** Written for each attempt whose key or password is right, before its `Failed` (auth_root_allowed, auth_log). */
const BEFORE = /^ROOT LOGIN/;

const mapWeak = (line: string): MappedMessage | null => {
  for (const pattern of WEAK) {
    const match = pattern.exec(line);
    if (match === null) continue;
    const [, user = '', srcIp = '', srcPort] = match;
    const source = { srcIp, ...(srcPort === undefined ? {} : { srcPort: Number(srcPort) }) };
    return {
      kind: 'WEAK',
      sensorEvent: 'sshd refused',
      user: user === 'ROOT' ? 'root' : user,
      place: LAST.test(line) ? 'LAST' : BEFORE.test(line) ? 'BEFORE' : 'FIRST',
      ...source,
    };
  }
  return null;
};

const LEFT = 'sshd: the client left before a login';
const END = 'sshd: the end of a connection';

/** Since OpenSSH 9.8, the process that listens writes it. */
const TIMEOUT_OF_CHILD = /^Timeout before authentication for .*, pid = (\d{1,10})$/s;

/** The messages that are known to be neither a login nor a logout, by reason. */
const KNOWN: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:Connection (?:closed|reset) by|Disconnected from|Disconnecting|(?:fatal: )?(?:\w+: )?Connection from) (?:authenticating|invalid) user /,
    LEFT,
  ],
  [
    /^(?:error: )?(?:Received disconnect|Connection (?:closed|reset)|Disconnected|Disconnecting|Read error|Write failed|Timeout|fatal: Timeout|fatal: Read|packet_write|ssh_packet|Transferred|Closing connection)/,
    END,
  ],
  [
    /^(?:Starting session|Close session|session (?:opened|closed) for local user|subsystem request|User child is on pid|Changed root directory)/,
    'sshd: a session of a login',
  ],
  [
    /^(?:Postponed |Partial |input_userauth_request|userauth_|Authorized to |error: Could not get shadow information|PAM service\(|PAM: |PAM unable|PAM adding|PAM \w+:|Login name |Change of username|GSSAPI|Kerberos|krb5|Certificate |error: Certificate|do_cleanup)/,
    'sshd: a step of a login',
  ],
  [
    /^(?:Accepted (?:key|certificate|cert) |Found matching|matching key|trying public key|Authentication refused|Authentication key|Could not open (?:authorized|user)|error: (?:AuthorizedKeys|AuthorizedPrincipals|Unsafe|key_|sshkey|buffer_get)|key_|error: Refused)/,
    'sshd: a check of a key',
  ],
  [
    /^(?:Did not receive|Bad protocol|Bad packet|banner exchange|error: (?:kex|Protocol|Bad)|kex_|ssh_dispatch|SSH: Server;|fatal: (?:ssh_dispatch|no matching|Unable|Read from socket)|Unable to negotiate|Protocol major|Corrupted MAC|message authentication code|drop connection|ipv[46]: |srclimit|beginning MaxStartups|error: beginning|exited MaxStartups|refused connect|refusing|probed from|scanned from|reverse mapping|Address |Nasty PTR)/,
    'sshd: no login was tried on the connection',
  ],
  [
    /^(?:rexec|\/\S+ line \d|\/\S+: line|error: Could not load|Deprecated|Unsupported|Bad configuration|Missing privilege|Privilege separation|Server listening|Received SIG|Received signal|Server terminating|Exiting|RESTART|error: Bind|fatal: Cannot bind|error: Bind to|sshd: |WARNING:|Could not load|Generating|Set \/proc|oom_)/,
    'sshd: its start, end or configuration',
  ],
  [
    /^(?:lastlog|syslogin_|Attempt to write login records|login_|utmp|wtmp|error: (?:login_|mm_|channel|connect_to|session_|chown|ioctl|open|socket|setsockopt|accept|select|poll|fork|chdir|\/dev)|debug\d: |channel|pam_|ulimit|setlogin|Could not chdir|Attempting|error: PAM: )/,
    'sshd: about its own work',
  ],
];

const mapOther = (line: string): MappedMessage => {
  const reason = KNOWN.find(([pattern]) => pattern.test(line))?.[1];
  if (reason !== undefined) {
    const skipped = skip('sshd other', reason);
    if (reason !== LEFT && reason !== END) return skipped;
    const [, pid] = TIMEOUT_OF_CHILD.exec(line) ?? [];
    return {
      ...skipped,
      isEnd: true,
      endOf: pid === undefined ? undefined : Number(pid),
      client: findClient(line),
    };
  }
  if (!isAboutLogin(line)) return skip('sshd other', 'sshd: neither a login nor a logout');
  return { kind: 'NOT_UNDERSTOOD', sensorEvent: 'sshd other', reason: 'sshd: a text that is not known' };
};

/** Attackers choose user names, and some reasons contain them: a line with several clients names none for sure. */
const findClient = (line: string): { readonly srcIp: string; readonly srcPort: number } | undefined => {
  const [[, srcIp = '', srcPort] = [], other] = line.matchAll(CLIENT);
  return srcPort === undefined || other !== undefined ? undefined : { srcIp, srcPort: Number(srcPort) };
};

const CLIENT = /(?<![\da-fA-F.:])([\da-fA-F.:]{2,45}) port (\d{1,5})(?!\d)/g;

/** sshd writes a backslash as two, and bytes that are not ASCII in octal, as vis(3) does. */
const unescape = (text: string): string => {
  if (!text.includes('\\')) return text;
  const bytes = Buffer.from(text, 'utf8').toString('latin1');
  const plain = bytes.replaceAll(/\\(?:\\|([0-3][0-7]{2}))/g, (_, octal?: string) =>
    octal === undefined ? '\\' : String.fromCharCode(Number.parseInt(octal, 8)),
  );
  return Buffer.from(plain, 'latin1').toString('utf8');
};
