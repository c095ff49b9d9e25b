import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The state that Postgres writes to `postmaster.pid`: its pid, its port, and its progress. */
export type PidFile = {
  readonly pid: number;
  readonly port: number;
  /** STARTING includes recovery after a crash. */
  readonly status: 'STARTING' | 'READY' | 'STOPPING';
};

/**
 * Reads the `postmaster.pid` of a cluster; null if it does not exist or is incomplete.
 *
 * The file does not prove that the process is running: see findPostmaster. Its lines (src/include/utils/pidfile.h) are pid, data folder,
 * start time, port, socket folder, listen address, shared memory and, once listening, status.
 */
export const readPidFile = async (cluster: string): Promise<PidFile | null> => {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid = '', , , port = '', , , , status = ''] = text.split('\n');
  // A negative number is a standalone backend, which accepts no connections.
  if (!/^\d+$/.test(pid)) return null;
  return { pid: Number(pid), port: Number(port), status: parseStatus(status.trim()) };
};

const parseStatus = (status: string): PidFile['status'] => {
  if (status === 'ready') return 'READY';
  return status === 'stopping' ? 'STOPPING' : 'STARTING';
};
