/// <reference lib="dom" />
import { test } from '@jest/globals';

import { describeExplorer, RDP1 } from '../support/explorer.ts';

describeExplorer([], ({ open, expectPeace }) => {
  test('a key that is pressed while the address follows the last one moves the cursor, too', async () => {
    const page = await open(`${RDP1}&at=2026-11-16T11:00:00Z`);
    await page.getByText('13 lanes').waitFor();
    await page.getByRole('application').evaluate((timeline) => {
      const replace = history.replaceState.bind(history);
      history.replaceState = (...args) => {
        history.replaceState = replace;
        replace(...args);
        timeline.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
      };
    });
    await page.getByRole('application').press('ArrowRight');
    // Each key moves the cursor by a hundredth of the day.
    await page.waitForURL(/at=2026-11-16T11:28:48/);
    await page.getByText('at 2026-11-16 11:28:48').waitFor();
    expectPeace();
  });
});
