import { readFileSync } from 'node:fs';

/** Clock ticks of /proc in a second; Linux has 100 on every platform of Node. */
const TICKS = 100;

/** Counters of a process in /proc/PID/stat, in clock ticks. */
type Stat = { readonly parent: number; readonly own: number; readonly ofEnded: number };

/** Processor seconds that a process and its descendants have used: running threads, running children, and children that ended. Linux only. */
export const readCpuSeconds = (pid: number): number => ticksOf(pid) / TICKS;

/** Resident memory of a process and its descendants, in MiB. Shared pages count in each. Linux only. */
export const readMemoryMib = (pid: number): number => {
  const status = readProcess(pid, 'status');
  const own = Number(/VmRSS:\s+(\d+)/.exec(status ?? '')?.[1] ?? 0) / 1024;
  return own + childrenOf(pid).reduce((sum, child) => sum + readMemoryMib(child), 0);
};

/** The process that started another one. Linux only. */
export const readParent = (pid: number): number => {
  const stat = readStat(pid);
  if (stat === null) throw new Error(`Process ${pid} has ended.`);
  return stat.parent;
};

const ticksOf = (pid: number): number => {
  const stat = readStat(pid);
  if (stat === null) return 0;
  return stat.own + stat.ofEnded + childrenOf(pid).reduce((sum, child) => sum + ticksOf(child), 0);
};

/** Null for a process that has ended. */
const readStat = (pid: number): Stat | null => {
  const stat = readProcess(pid, 'stat');
  if (stat === null) return null;
  // The name of the program is in parentheses and may contain spaces. Field 3 follows it.
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const field = (number: number): number => fields[number - 3] ?? Number.NaN;
  return { parent: field(4), own: field(14) + field(15), ofEnded: field(16) + field(17) };
};

/** Each thread lists the children that it started. */
const childrenOf = (pid: number): readonly number[] =>
  (readProcess(pid, `task/${pid}/children`) ?? '').split(' ').filter(Boolean).map(Number);

const readProcess = (pid: number, name: string): string | null => {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'latin1');
  } catch (error) {
    // ESRCH when it ends while it is read.
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ESRCH'].includes(String(error.code)))
      return null;
    throw error;
  }
};
