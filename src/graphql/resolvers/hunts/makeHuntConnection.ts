import type { Analytic } from '../../../model/hunts/analytics.ts';

import { makeCountedConnection } from '../makeConnection.ts';

/** What the answers of all analytics and hunts have. */
export const makeHuntConnection = <Item>(analytic: Analytic) => ({
  ...makeCountedConnection<Item>(),
  analytic: () => analytic,
});
