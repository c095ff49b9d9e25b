import { asFields } from '../fields.ts';
import type { Fields } from '../fields.ts';

/** A message of Santa, recognized before its values are read. */
export type SantaMessage = {
  /** Santa's name of the event: `open_ssh login`, `execution`; `other` if it is not known. */
  readonly name: string;
} & (
  | { readonly kind: 'SESSION'; readonly outer: Fields; readonly body: Fields }
  | { readonly kind: 'SKIPPED' | 'FAILED'; readonly reason: string }
);

/**
 * Recognizes a message of Santa's JSON telemetry; null for any other value.
 *
 * Names are those of its protobuf, SantaMessage; a message has one event. An inner message without its outer one, as in Santa's own examples,
 * is recognized by its instigator in order to report what is missing. Otherwise it would be read as an event in this API's own shape.
 * https://github.com/northpolesec/santa/blob/main/Source/common/santa.proto
 */
export const recognizeSanta = (value: unknown): SantaMessage | null => {
  if (!isObject(value)) return null;
  const outer = asFields(value);
  const hasTime = Object.hasOwn(outer, 'event_time');
  const kind = SESSION_KINDS.find((name) => isObject(outer[name]));
  if (kind !== undefined) {
    return hasTime ? recognizeSession(kind, outer) : { kind: 'FAILED', name: kind, reason: NO_OUTER };
  }
  if (hasTime) {
    const name = OTHER_KINDS.find((other) => isObject(outer[other]));
    // Later versions of Santa may have more kinds.
    const isMessage = name !== undefined || Object.hasOwn(outer, 'processed_time');
    return isMessage
      ? { kind: 'SKIPPED', name: name ?? 'other', reason: 'Santa: not a session event' }
      : null;
  }
  const names = Object.keys(outer);
  const [name = ''] = names;
  const isInner =
    names.length === 1 && INNER_NAMES.has(name) && isObject(asFields(outer[name])['instigator']);
  return isInner ? { kind: 'FAILED', name: 'other', reason: NO_OUTER } : null;
};

const NO_OUTER = 'no event_time: the outer Santa message is missing';

const recognizeSession = (kind: string, outer: Fields): SantaMessage => {
  const event = asFields(outer[kind]);
  const actions = ACTIONS[kind] ?? [];
  const action = actions.find((name) => isObject(event[name]));
  return action === undefined
    ? { kind: 'FAILED', name: kind, reason: `${kind}: has none of ${actions.join(', ')}` }
    : { kind: 'SESSION', name: `${kind} ${action}`, outer, body: asFields(event[action]) };
};

/** The kinds of messages about sessions, and their actions. */
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  login_window_session: ['login', 'logout', 'lock', 'unlock'],
  login_logout: ['login', 'logout'],
  screen_sharing: ['attach', 'detach'],
  open_ssh: ['login', 'logout'],
};

const SESSION_KINDS = Object.keys(ACTIONS);
const INNER_NAMES = new Set(Object.values(ACTIONS).flat());

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const OTHER_KINDS = [
  'execution',
  'fork',
  'exit',
  'close',
  'rename',
  'unlink',
  'link',
  'exchangedata',
  'disk',
  'bundle',
  'allowlist',
  'file_access',
  'codesigning_invalidated',
  'authentication',
  'clone',
  'copyfile',
  'gatekeeper_override',
  'launch_item',
  'tcc_modification',
  'xprotect',
  'network_activity',
  'proc_suspend_resume',
];
