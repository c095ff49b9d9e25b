import type { Outcome } from '../sensor.ts';

import { SAME_PROCESS_MS, takeWeak } from './attemptConnections.ts';
import type { Connection, Report } from './attemptConnections.ts';
import { isSameClient } from './client.ts';

/** The processes whose attempts wait, by host and pid, the oldest first. Mutable; changed by the functions here and in joinAttempts.ts. */
export type Processes = Map<string, Process>;

export type Process = {
  lastMs: number;
  readonly attempts: Attempt[];
  /** The attempts that the program reported and PAM has not. */
  unpaired: Pick<Report, 'client' | 'timeMs'>[];
  readonly connections: Connection[];
};

export type Attempt = Report & {
  readonly channels: Set<string>;
  isDone: boolean;
  /** Whether a line such as `Invalid user` without a port was skipped for it. */
  repeatsWeak: boolean;
};

export const MAX_WAITING = 10_000;

export const REPEATS = 'repeats a failed login that another line reports';

/** Returns the outcomes of processes and connections whose last line is from that time or before. */
export function* settleProcesses(processes: Processes, untilMs: number): Generator<Outcome, void> {
  for (const [key, process] of processes) {
    if (process.lastMs <= untilMs) {
      processes.delete(key);
      yield* settle(process);
    } else yield* settleWeak(process, (connection) => connection.lastMs <= untilMs);
  }
}

const settle = (process: Process): readonly Outcome[] => [
  ...settleWeak(process, () => true),
  ...process.attempts.flatMap(settleOne),
];

/** PAM's lines have no port: without a pid they may be about any connection of their client, so they take lines such as `Invalid user` only when nothing else does. */
const settleWeak = (
  { attempts, connections }: Process,
  isSettled: (connection: Connection) => boolean,
): readonly Outcome[] =>
  connections.filter(isSettled).flatMap((connection) => {
    const { weak } = connection;
    const attempt =
      weak !== null && connection.begunBy !== null
        ? attempts.find((one) => !one.isDone && !one.repeatsWeak && canRepeat(one, weak))
        : undefined;
    if (weak === null || attempt === undefined) return takeWeak([connection]);
    attempt.repeatsWeak = true;
    connection.hasAttempt = true;
    connection.weak = null;
    return skip(weak, REPEATS);
  });

const canRepeat = (attempt: Attempt, weak: Report): boolean =>
  isSameClient(attempt.client, weak.client) &&
  attempt.timeMs >= weak.timeMs &&
  attempt.timeMs - weak.timeMs <= SAME_PROCESS_MS;

export const settleOne = ({ isDone, outcomes }: Report & { readonly isDone: boolean }): readonly Outcome[] =>
  isDone ? [] : outcomes;

/** Opens the process of a line; the lines of an earlier process with the same pid are settled. */
export const openProcess = (
  processes: Processes,
  { process: key, timeMs }: Pick<Report, 'process' | 'timeMs'>,
): { readonly process: Process; readonly settled: readonly Outcome[] } => {
  const before = processes.get(key);
  if (before !== undefined && Math.abs(timeMs - before.lastMs) <= SAME_PROCESS_MS) {
    before.lastMs = Math.max(before.lastMs, timeMs);
    return { process: before, settled: [] };
  }
  processes.delete(key);
  const process = { lastMs: timeMs, attempts: [], unpaired: [], connections: [] };
  processes.set(key, process);
  return { process, settled: before === undefined ? [] : settle(before) };
};

export const evictOldest = (processes: Processes): readonly Outcome[] => {
  if (processes.size <= MAX_WAITING) return [];
  const [oldest] = processes;
  if (oldest === undefined) return [];
  processes.delete(oldest[0]);
  return settle(oldest[1]);
};

/** The outcomes of a line that is not an event. */
export const skip = ({ outcomes }: Pick<Report, 'outcomes'>, reason: string): readonly Outcome[] =>
  outcomes
    .filter((outcome) => !('isExtra' in outcome))
    .map(({ origin }) => ({ kind: 'SKIPPED', reason, origin }));
