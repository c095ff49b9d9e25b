import type { Logger } from 'pino';

import type { RestartEvent, Restarts } from '../../db/embedded/keepRunning.ts';

/** Has an embedded Postgres that ends started again, with each step in the log; `onGivenUp` is told when that has failed too often. */
export const makeRestarts = (logger: Logger, onGivenUp: () => void): Restarts => ({
  onEvent: (event) => logEvent(logger, event),
  onGivenUp: ({ message }) => {
    logger.fatal(message);
    process.stderr.write(`Sessionscope stops: ${message}\n`);
    onGivenUp();
  },
});

const logEvent = (logger: Logger, event: RestartEvent): void => {
  const { kind, ...fields } = event;
  if (kind === 'RUNNING') logger.info(fields, 'Postgres is running again.');
  else logger.error(fields, MESSAGES[kind]);
};

const MESSAGES = {
  ENDED: 'Postgres has ended and is started again. Until then requests get 503.',
  START_FAILED: 'Postgres did not start; it is tried again.',
} as const;
