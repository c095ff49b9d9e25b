import { accountOf } from '../../model/account.ts';

import type { EventStatsKeyResolvers } from '../generated.ts';

/** A key has the fields of the dimensions that were asked for. */
export const EventStatsKey: EventStatsKeyResolvers = {
  host: ({ hostname }) => (hostname === undefined ? null : { hostname }),
  account: ({ userDomain = null, userName = null }) => accountOf({ userDomain, userName }),
};
