import type { Logger } from 'pino';

import type { RestartEvent, Restarts } from '../../db/embedded/keepRunning.ts';

type CountedRestarts = {
  readonly restarts: Restarts;
  /** Returns the number of restarts of Postgres so far. */
  readonly countRestarts: () => number;
};

/** Makes the handlers for restarts of the embedded Postgres: they log and count them. `onGivenUp` is called when restarts have failed too often. */
export const makeRestarts = (logger: Logger, onGivenUp: () => void): CountedRestarts => {
  let count = 0;
  return {
    restarts: {
      onEvent: (event) => {
        if (event.kind === 'RUNNING') count += 1;
        logEvent(logger, event);
      },
      onGivenUp: ({ message }) => {
        logger.fatal(message);
        process.stderr.write(`Sessionscope stops: ${message}\n`);
        onGivenUp();
      },
    },
    countRestarts: () => count,
  };
};

const logEvent = (logger: Logger, event: RestartEvent): void => {
  const { kind, ...fields } = event;
  if (kind === 'RUNNING') logger.info(fields, 'Postgres is running again.');
  else logger.error(fields, MESSAGES[kind]);
};

const MESSAGES = {
  ENDED: 'Postgres has ended and is being restarted. Until it runs, requests are answered with 503.',
  START_FAILED: 'Postgres did not start; the start is retried.',
} as const;
