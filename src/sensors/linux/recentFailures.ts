/**
 * The last failed logins that sshd reported, for Junos, which reports each of them a second time without the process. Mutable; changed only by the
 * functions in this file.
 */
export type RecentFailures = { readonly list: (Failure | undefined)[]; next: number };

/** A failed login; host and account are folded. */
export type Failure = {
  readonly host: string;
  readonly srcIp: string;
  readonly account: string | null;
  readonly timeMs: number;
};

/** The channel of Junos. */
export const JUNOS_CHANNEL = 'Junos';

export const makeRecentFailures = (): RecentFailures => ({ list: [], next: 0 });

/** The number of failed logins that a collector of many devices may write between the two lines of one. */
const REMEMBERED = 256;
/** The longest time between the two lines of one failed login. */
export const SAME_FAILURE_MS = 5_000;

export const noteRecentFailure = (recent: RecentFailures, failure: Failure): void => {
  recent.list[recent.next] = failure;
  recent.next = (recent.next + 1) % REMEMBERED;
};

/** Takes a failed login that is the same; returns whether there was one. */
export const takeRecentFailure = ({ list }: RecentFailures, failure: Failure): boolean => {
  const index = list.findIndex((other) => other !== undefined && isSameFailure(other, failure));
  if (index < 0) return false;
  list[index] = undefined;
  return true;
};

const isSameFailure = (a: Failure, b: Failure): boolean =>
  a.host === b.host &&
  a.srcIp === b.srcIp &&
  a.account === b.account &&
  Math.abs(a.timeMs - b.timeMs) <= SAME_FAILURE_MS;
