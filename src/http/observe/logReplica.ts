import type { Logger } from 'pino';

import type { ReplicaState } from '../../db/replica/judgeReplica.ts';
import type { Replica } from '../../db/replica/watchReplica.ts';

/** Logs when reads begin and cease to go to the replica. Returns a function that stops it. */
export const logReplica = ({ listeners }: Replica, logger: Logger): (() => void) => {
  const listen = (state: ReplicaState): void => {
    const message = MESSAGES[state];
    if (state === 'USED' || state === 'SAME') logger.info(message);
    else logger.warn(message);
  };
  listeners.add(listen);
  return () => void listeners.delete(listen);
};

const MESSAGES: Readonly<Record<ReplicaState, string>> = {
  USED: 'Reads go to the replica of DATABASE_READER_URL.',
  SAME: 'DATABASE_READER_URL and DATABASE_WRITER_URL lead to the same server.',
  STARTING: 'Reads go to the primary until it answers and can be compared with the replica.',
  UNREACHABLE: 'The replica of DATABASE_READER_URL does not answer. Reads go to the primary.',
  PROMOTED:
    'The server of DATABASE_READER_URL is not a standby: it was promoted. Reads go to the server of DATABASE_WRITER_URL. Correct the settings, or make it a standby again.',
  FOREIGN:
    'The server of DATABASE_READER_URL is not a copy of the database of DATABASE_WRITER_URL. Reads go to the latter. Correct the settings.',
  LAGGING: 'The replica of DATABASE_READER_URL lags more than MAX_REPLICA_LAG. Reads go to the primary.',
};
