import type { Page } from '../../../domain/listPage.ts';

import type { Analytic } from '../../../model/hunts/analytics.ts';

import { makeConnection } from '../makeConnection.ts';

/** What the answers of all analytics and hunts have; they are counted when it is asked for. */
export const makeHuntConnection = <Item>(analytic: Analytic) => ({
  ...makeConnection<Item>(),
  analytic: () => analytic,
  total: async (page: Page<Item>): Promise<number> => (await page.count('EXACT')).value,
});
