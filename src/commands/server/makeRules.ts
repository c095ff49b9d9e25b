import type { Config } from '../../config/config.ts';

import type { InputRules } from '../../model/readField.ts';
import { formatTime } from '../../model/values/time.ts';

import { expiriesAt } from '../expiriesAt.ts';

/** Makes the function that returns the bounds for the time of events, as of now; retention advances the lower bound. */
export const makeRulesFor = (config: Config) => (): InputRules => {
  const nowMs = Date.now();
  const { events: expiry } = expiriesAt(config, nowMs);
  return {
    timeBounds: {
      earliest: expiry !== null && expiry > config.earliest ? expiry : config.earliest,
      latest: formatTime(nowMs + config.maxFutureMs),
    },
    hostnames: config.hostnames,
  };
};
