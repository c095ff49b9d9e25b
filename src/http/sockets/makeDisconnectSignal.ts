import { setMaxListeners } from 'node:events';
import type { ServerResponse } from 'node:http';

import { onResponseEnd } from './onResponseEnd.ts';

/** Makes a signal that aborts when the client disconnects before the answer is written. */
export const makeDisconnectSignal = (response: ServerResponse): AbortSignal => {
  const controller = new AbortController();
  // Each read of the request adds a listener; Node would warn about the eleventh.
  setMaxListeners(0, controller.signal);
  onResponseEnd(response, () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
};
