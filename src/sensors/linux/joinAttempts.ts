import { getRecent, makeRecentMap, setRecent } from '../recentMap.ts';
import type { RecentMap } from '../recentMap.ts';
import type { Outcome } from '../sensor.ts';

import { beginConnection, findConnection, MAX_PER_PROCESS, openConnection } from './attemptConnections.ts';
import type { KnownSource, Report } from './attemptConnections.ts';
import { evictOldest, MAX_WAITING, openProcess, REPEATS, settleOne, skip } from './attemptProcesses.ts';
import type { Attempt, Process, Processes } from './attemptProcesses.ts';
import { isSameClient } from './client.ts';
import { makeRecentFailures } from './recentFailures.ts';
import type { RecentFailures } from './recentFailures.ts';

/**
 * Joins the lines that report one failed attempt to log in, so that each attempt is counted once.
 *
 * A program such as sshd reports most of its failed attempts itself: `Failed password`. Each of them is an event at once. PAM modules report
 * the same attempts, and others that the program does not report. Their lines wait: a report of the program takes the latest that waits, a login
 * that succeeds takes one too (another module accepted the password), and the others become events. A second module joins the attempt that waits.
 * Lines such as `Invalid user` are events only if nothing else is reported of their connection.
 *
 * Mutable; changed only by the functions in this file.
 */
export type AttemptJoin = {
  readonly processes: Processes;
  /** The attempts that wait, by host and address: sshd asks PAM in another process for keyboard-interactive logins. */
  readonly bySource: RecentMap<readonly Attempt[]>;
  /** The failed logins that sshd reported, and those that only Junos has reported yet. */
  readonly failures: RecentFailures;
  readonly failuresOfJunos: RecentFailures;
};

export const makeAttemptJoin = (): AttemptJoin => ({
  processes: new Map(),
  bySource: makeRecentMap(MAX_WAITING),
  failures: makeRecentFailures(),
  failuresOfJunos: makeRecentFailures(),
});

/** PAM delays a failed attempt by seconds; a server that does not answer delays it longer. */
const SAME_ATTEMPT_MS = 60_000;
const MAX_PER_SOURCE = 8;
const MAX_UNPAIRED = 99;

const ACCEPTED = 'PAM: another module accepted the password';

/** Holds the report of a module, unless it repeats an attempt. */
export const holdAttempt = (join: AttemptJoin, report: Report): readonly Outcome[] => {
  const { process, settled } = openProcess(join.processes, report);
  if (takeUnpaired(process, report)) return [...settled, ...skip(report, REPEATS)];
  const weak = noteModule(process, report);
  const before = findWaiting(join, process, report);
  if (before !== undefined && !before.channels.has(report.channel)) {
    before.channels.add(report.channel);
    return [...settled, ...weak, ...skip(report, REPEATS)];
  }
  const attempt: Attempt = {
    ...report,
    channels: new Set([report.channel]),
    isDone: false,
    repeatsWeak: false,
  };
  process.attempts.push(attempt);
  if (report.source !== null) {
    const others = (getRecent(join.bySource, report.source) ?? []).filter(({ isDone }) => !isDone);
    setRecent(join.bySource, report.source, [...others.slice(1 - MAX_PER_SOURCE), attempt]);
  }
  const [oldest] = process.attempts.length > MAX_PER_PROCESS ? process.attempts.splice(0, 1) : [];
  return [
    ...settled,
    ...weak,
    ...(oldest === undefined ? [] : settleOne(oldest)),
    ...evictOldest(join.processes),
  ];
};

/**
 * Holds a line that is an event only if nothing else is reported of its connection.
 *
 * @param begins The id of a line without a pid that is the first of its connection.
 */
export const holdWeak = (
  join: AttemptJoin,
  report: Report,
  { begins, ...known }: KnownSource & { readonly begins: string | null },
): readonly Outcome[] => {
  const { process, settled } = openProcess(join.processes, report);
  const { connection, evicted } =
    begins === null
      ? openConnection(process.connections, report)
      : beginConnection(process.connections, report, begins);
  connection.source = { ...known, ...connection.source };
  const isRepeated = connection.hasAttempt || connection.weak !== null;
  if (!isRepeated) connection.weak = report;
  return [...settled, ...evicted, ...(isRepeated ? skip(report, REPEATS) : evictOldest(join.processes))];
};

/**
 * Notes failed attempts that are events already; returns the outcomes of the lines that repeat them.
 *
 * @param count 0 for an attempt that PAM does not take part in, such as a key.
 */
export const noteFailure = (
  join: AttemptJoin,
  failure: Omit<Report, 'outcomes'>,
  count: number,
): readonly Outcome[] => {
  const { process, settled } = openProcess(join.processes, failure);
  const weak = noteAttempt(process, failure);
  if (count === 0) return [...settled, ...weak, ...evictOldest(join.processes)];
  const attempt = findWaiting(join, process, failure);
  if (attempt !== undefined) attempt.isDone = true;
  const unpaired = Math.min(attempt === undefined ? count : count - 1, MAX_UNPAIRED);
  for (let index = 0; index < unpaired; index += 1) process.unpaired.push(failure);
  while (process.unpaired.length > MAX_UNPAIRED) process.unpaired.shift();
  return [
    ...settled,
    ...weak,
    ...(attempt === undefined ? [] : skip(attempt, REPEATS)),
    ...evictOldest(join.processes),
  ];
};

/** Notes a login: the latest attempt that waits was part of it, unless its program says that it failed. */
export const noteAccepted = (
  join: AttemptJoin,
  login: Omit<Report, 'outcomes'>,
  withinMs = SAME_ATTEMPT_MS,
): readonly Outcome[] => {
  const process = join.processes.get(login.process);
  const attempt = findWaiting(join, process ?? null, login);
  if (attempt === undefined || login.timeMs - attempt.timeMs > withinMs) return [];
  if (attempt.channels.has(OWN_CHANNEL)) return [];
  attempt.isDone = true;
  return skip(attempt, ACCEPTED);
};

/** The channel of a line in which the program itself says that an attempt failed, in addition to `Failed`. */
export const OWN_CHANNEL = 'own';

/** Takes attempts of the client that PAM has not reported yet; returns how many of the given number are left. */
export const countUnreported = (
  join: AttemptJoin,
  { process: key, client }: Pick<Report, 'process' | 'client'>,
  count: number,
): number => {
  const process = join.processes.get(key);
  if (process === undefined) return count;
  let left = count;
  process.unpaired = process.unpaired.filter((failure) => {
    const isTaken = left > 0 && isSameClient(failure.client, client);
    if (isTaken) left -= 1;
    return !isTaken;
  });
  return left;
};

/** What other lines of the connection say about its client. */
export const knownSourceOf = (
  join: AttemptJoin,
  line: Pick<Report, 'process' | 'client' | 'timeMs'>,
): KnownSource => {
  const process = join.processes.get(line.process);
  return (process && findConnection(process.connections, line))?.source ?? {};
};

/** Finds the latest attempt that waits and can be the same: of the process, otherwise of the address. */
const findWaiting = (
  { bySource }: AttemptJoin,
  process: Process | null,
  { source, account, client, timeMs, channel }: Omit<Report, 'outcomes'>,
): Attempt | undefined => {
  const canBeSame = (attempt: Attempt): boolean =>
    !attempt.isDone &&
    Math.abs(timeMs - attempt.timeMs) <= SAME_ATTEMPT_MS &&
    isSameClient(attempt.client, client) &&
    (account === null || attempt.account === null || account === attempt.account);
  const own = process === null ? undefined : findLatest(process.attempts, canBeSame);
  if (own !== undefined || source === null) return own;
  const ofSource = getRecent(bySource, source) ?? [];
  return ofSource.findLast((attempt) => canBeSame(attempt) && !attempt.channels.has(channel));
};

/** Searches the latest attempts. Those that are done are removed from the end, so that a process without a pid does not search them again. */
const findLatest = (attempts: Attempt[], canBeSame: (attempt: Attempt) => boolean): Attempt | undefined => {
  while (attempts.at(-1)?.isDone === true) attempts.pop();
  return attempts.length === 0 ? undefined : attempts.slice(-MAX_PER_SOURCE).findLast(canBeSame);
};

/** A line of PAM may be read after the line of the program that reports the same attempt, if files are read from the newest. */
const takeUnpaired = (
  { unpaired }: Process,
  { client, timeMs }: Pick<Report, 'client' | 'timeMs'>,
): boolean => {
  const index = unpaired.findIndex(
    (failure) =>
      failure.timeMs >= timeMs &&
      failure.timeMs - timeMs <= SAME_ATTEMPT_MS &&
      isSameClient(failure.client, client),
  );
  if (index < 0) return false;
  unpaired.splice(index, 1);
  return true;
};

/** Notes an attempt that PAM reports. */
const noteModule = (process: Process, report: Report): readonly Outcome[] => {
  const known = findConnection(process.connections, report);
  return known !== undefined && known.begunBy !== null && known.weak !== null
    ? []
    : noteAttempt(process, report);
};

/** Notes that an attempt of the connection is reported; returns the outcomes of the line that repeats it. */
const noteAttempt = (process: Process, report: Pick<Report, 'client' | 'timeMs'>): readonly Outcome[] => {
  const { connection, evicted } = openConnection(process.connections, report);
  const { weak } = connection;
  connection.hasAttempt = true;
  connection.weak = null;
  return weak === null ? evicted : [...evicted, ...skip(weak, REPEATS)];
};
