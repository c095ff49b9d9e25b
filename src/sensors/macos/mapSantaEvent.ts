import type { LoginType } from '../../model/action.ts';

import type { ContextEventInput } from '../contextEventInput.ts';
import { readName, readText } from '../fieldValues.ts';
import { asFields } from '../fields.ts';
import type { Fields } from '../fields.ts';
import type { CommonInput, LoginInput, SessionEventInput } from '../sessionEventInput.ts';

import { findMisshapen, readAddress, readProcessId, readScreenId, readUid } from './santaValues.ts';

/** The content of a message, before it is joined with others. */
export type MappedSanta =
  | {
      readonly kind: 'EVENT';
      readonly event: SessionEventInput;
      /** For an ssh login. A refused key is a failed login only if the connection ends without an accepted one. */
      readonly attempt?: 'ACCEPTED' | 'REFUSED_KEY';
      /** For a viewer that attached to a screen: whether it opened the session or joined one that existed. */
      readonly viewer?: 'OPENED' | 'JOINED';
    }
  /** A viewer left. */
  | { readonly kind: 'CONTEXT'; readonly event: ContextEventInput }
  | { readonly kind: 'SKIPPED' | 'FAILED'; readonly reason: string };

/** The body of a message, with the time, host and id that were already read. */
export type SantaRecord = {
  /** `open_ssh login` */
  readonly name: string;
  readonly body: Fields;
  readonly time: string;
  readonly hostname: string;
  readonly eventId: string | undefined;
};

/**
 * Maps a message about a session.
 *
 * Field meanings: https://developer.apple.com/documentation/endpointsecurity/es_event_openssh_login_t and the pages of the other events.
 */
export const mapSantaEvent = (record: SantaRecord): MappedSanta => {
  const misshapen = findMisshapen(record.body);
  if (misshapen !== null) return failed(`${misshapen} has the wrong JSON type`);
  const map = MAPPERS.get(record.name);
  if (map === undefined) throw new Error(`No mapping for ${record.name}.`);
  const mapped = map(record);
  if (mapped.kind !== 'EVENT') return mapped;
  const [fields] = Object.values(mapped.event) as readonly Partial<LoginInput>[];
  const isOfNobody = fields?.user === undefined && fields?.uid === undefined && fields?.loginId === undefined;
  return isOfNobody && fields?.loginSuccessful !== false
    ? failed(`${record.name}: neither a user nor a session`)
    : mapped;
};

const mapSsh = (record: SantaRecord): MappedSanta => {
  const result = readText(record.body, 'result');
  const isAccepted = result === 'RESULT_AUTH_SUCCESS';
  const repeat = SSH_REPEATS.get(result);
  if (repeat !== undefined) return { kind: 'SKIPPED', reason: `${result}: ${repeat}` };
  if (!isAccepted && !SSH_FAILURES.has(result)) return failed(`${record.name}: unknown result`);
  const common = { ...userOf(record, 'login'), ...sourceOf(record, 'REMOTE'), loginSuccessful: isAccepted };
  if (isAccepted) {
    const login = { ...common, loginId: readProcessId(record.body) };
    return { kind: 'EVENT', event: { login }, attempt: 'ACCEPTED' };
  }
  return result === 'RESULT_AUTH_FAIL_PUBKEY'
    ? { kind: 'EVENT', event: { login: common }, attempt: 'REFUSED_KEY' }
    : event({ login: common });
};

const SSH_FAILURES = new Set(
  ['PASSWD', 'KBDINT', 'PUBKEY', 'HOSTBASED', 'GSSAPI'].map((method) => `RESULT_AUTH_FAIL_${method}`),
);

/**
 * Results that Apple's sshd reports in addition to a failed attempt. It reports each attempt once by its method, again for a root login
 * that is not allowed and for the last attempt, and an invalid user twice before the first attempt (auth.c, auth2.c).
 */
const SSH_REPEATS: ReadonlyMap<string, string> = new Map([
  ['RESULT_AUTH_FAIL_NONE', 'the client asked for the list of methods'],
  ['RESULT_INVALID_USER', 'each attempt has its own message'],
  ['RESULT_LOGIN_ROOT_DENIED', 'repeats the failed attempt'],
  ['RESULT_LOGIN_EXCEED_MAXTRIES', 'repeats the failed attempts'],
]);

const mapLogin = (record: SantaRecord): MappedSanta => {
  const { success } = record.body;
  if (typeof success !== 'boolean') return failed(`${record.name}: success must be true or false`);
  const loginId = success ? readProcessId(record.body) : undefined;
  const user = userOf(record, 'login');
  return event({ login: { ...user, loginId, loginType: 'LOCAL', loginSuccessful: success } });
};

/**
 * Maps a viewer that attaches to a screen. The session belongs to the user who is logged in there, as for Windows' 4778. The user who
 * authenticated may be another one, and is the user of the session only if nobody was logged in.
 */
const mapAttach = (record: SantaRecord): MappedSanta => {
  const { success, existing_session: isReconnect } = record.body;
  if (typeof success !== 'boolean') return failed(`${record.name}: success must be true or false`);
  if (typeof isReconnect !== 'boolean') {
    return failed(`${record.name}: existing_session must be true or false`);
  }
  const source = sourceOf(record, 'RDP');
  const viewer = nameOf(record.body, 'authentication_user');
  if (!success) {
    return event({ login: { ...placeOf(record, 'login'), ...source, user: viewer, loginSuccessful: false } });
  }
  const session = {
    ...source,
    user: nameOf(record.body, 'session_user') ?? viewer,
    loginId: readScreenId(record.body),
  };
  return isReconnect
    ? { ...event({ reconnect: { ...placeOf(record, 'reconnect'), ...session } }), viewer: 'JOINED' }
    : {
        ...event({ login: { ...placeOf(record, 'login'), ...session, loginSuccessful: true } }),
        viewer: 'OPENED',
      };
};

const mapDetach = (record: SantaRecord): MappedSanta => {
  const loginId = readScreenId(record.body);
  if (loginId === undefined) return failed(`${record.name}: no session`);
  const srcIp = readAddress(asFields(record.body['source']));
  return { kind: 'CONTEXT', event: { disconnect: { ...placeOf(record, 'disconnect'), loginId, srcIp } } };
};

const atScreen = (record: SantaRecord, action: string): CommonInput => ({
  ...userOf(record, action),
  loginId: readScreenId(record.body),
});

const byProcess = (record: SantaRecord): CommonInput => ({
  ...userOf(record, 'logout'),
  loginId: readProcessId(record.body),
});

const INTERACTIVE = { loginType: 'INTERACTIVE' } as const;

const MAPPERS: ReadonlyMap<string, (record: SantaRecord) => MappedSanta> = new Map([
  [
    'login_window_session login',
    (record) => event({ login: { ...atScreen(record, 'login'), ...INTERACTIVE, loginSuccessful: true } }),
  ],
  [
    'login_window_session logout',
    (record) => event({ logout: { ...atScreen(record, 'logout'), ...INTERACTIVE } }),
  ],
  ['login_window_session lock', (record) => event({ lock: atScreen(record, 'lock') })],
  ['login_window_session unlock', (record) => event({ unlock: atScreen(record, 'unlock') })],
  ['login_logout login', mapLogin],
  ['login_logout logout', (record) => event({ logout: { ...byProcess(record), loginType: 'LOCAL' } })],
  ['open_ssh login', mapSsh],
  ['open_ssh logout', (record) => event({ logout: { ...byProcess(record), ...sourceOf(record, 'REMOTE') } })],
  ['screen_sharing attach', mapAttach],
  ['screen_sharing detach', mapDetach],
]);

const event = (input: SessionEventInput) => ({ kind: 'EVENT', event: input }) as const;

const failed = (reason: string): MappedSanta => ({ kind: 'FAILED', reason });

/** The action after the id prevents that its digits are read as a record number, which Santa does not have. */
const placeOf = ({ time, hostname, eventId }: SantaRecord, action: string): CommonInput => ({
  time,
  hostname,
  sourceId: eventId === undefined ? undefined : `santa/${eventId}/${action}`,
});

const userOf = (record: SantaRecord, action: string): CommonInput => ({
  ...placeOf(record, action),
  user: nameOf(record.body, 'user'),
  uid: readUid(asFields(record.body['user'])),
});

const nameOf = (body: Fields, part: string): string | undefined => readName(asFields(body[part]), 'name');

const sourceOf = ({ body }: SantaRecord, loginType: LoginType) => ({
  loginType,
  srcIp: readAddress(asFields(body['source'])),
});
