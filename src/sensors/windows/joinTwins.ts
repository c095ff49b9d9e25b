import type { Outcome, OutcomeOrigin } from '../sensor.ts';
import type { LoginInput } from '../sessionEventInput.ts';

/** A login of a Windows version that does not log which other login it is linked to. */
export type UnlinkedLogin = {
  readonly host: string;
  /** The values that both records of a logon share: time, process, user and type. */
  readonly twinKey: string;
  readonly recordNumber: bigint;
  readonly loginId: bigint;
  readonly timeMs: number;
  readonly login: LoginInput;
  readonly origin: OutcomeOrigin;
};

/**
 * Joins the two 4624s of an administrator's logon on Windows 7 and similar versions, which do not log TargetLinkedLogonId: two consecutive
 * records that differ only in their login id. The elevated twin has the lower id: it was created first, and later records contain the
 * higher id.
 *
 * A login waits for the next record of its host. Mutable; changed only by the functions in this file.
 */
export type TwinJoin = { readonly waiting: Map<string, UnlinkedLogin> };

export const makeTwinJoin = (): TwinJoin => ({ waiting: new Map() });

const MAX_WAITING = 10_000;

/** Adds a login, and returns the outcomes of the logins that it decides. */
export const addLogin = ({ waiting }: TwinJoin, login: UnlinkedLogin): readonly Outcome[] => {
  const before = waiting.get(login.host);
  waiting.delete(login.host);
  if (before !== undefined && isTwin(before, login)) return linkTwins(before, login);
  const [oldest] = waiting.size >= MAX_WAITING ? waiting.values() : [];
  if (oldest !== undefined) waiting.delete(oldest.host);
  waiting.set(login.host, login);
  return [before, oldest].flatMap((one) => (one === undefined ? [] : [toOutcome(one)]));
};

/** Settles the waiting login of a host after another record of the host: it has no twin. */
export const settleLogin = ({ waiting }: TwinJoin, host: string): readonly Outcome[] => {
  const login = waiting.get(host);
  if (login === undefined) return [];
  waiting.delete(host);
  return [toOutcome(login)];
};

/** Returns the waiting logins up to that time. */
export function* settleLogins({ waiting }: TwinJoin, untilMs: number): Generator<Outcome, void> {
  for (const login of waiting.values()) {
    if (login.timeMs > untilMs) continue;
    waiting.delete(login.host);
    yield toOutcome(login);
  }
}

/** Files may also be in reverse order. */
const isTwin = (a: UnlinkedLogin, b: UnlinkedLogin): boolean => {
  const distance = a.recordNumber - b.recordNumber;
  return a.twinKey === b.twinKey && a.loginId !== b.loginId && (distance === 1n || distance === -1n);
};

const linkTwins = (a: UnlinkedLogin, b: UnlinkedLogin): readonly Outcome[] => {
  const [elevated, filtered] = a.loginId < b.loginId ? [a, b] : [b, a];
  return [a, b].map((one) => toOutcome(one, one === elevated ? filtered.login.loginId : undefined));
};

const toOutcome = ({ login, timeMs, origin }: UnlinkedLogin, linkedLoginId?: string): Outcome => ({
  kind: 'EVENT',
  event: { login: linkedLoginId === undefined ? login : { ...login, linkedLoginId } },
  timeMs,
  origin,
});
