import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { runCommand } from '../importer/importing.ts';
import { describeExplorer, listBarriers } from '../support/explorer.ts';

// Real logs of third parties, which are not part of this project; the tests are skipped when the folder does not exist.
const FOLDER = join(process.cwd(), '../shared/realdata');
const describeReal = existsSync(FOLDER) ? describe : describe.skip;

/** Nearly all real events and none of the demo, in less than the ten years that a hunt accepts. */
const [FROM, UNTIL] = ['2016-01-01T00:00:00Z', '2026-01-01T00:00:00Z'];
const RANGE = `from=${FROM}&until=${UNTIL}&noise=shown`;
const IN_RANGE = `time >= '${FROM}' and time < '${UNTIL}'`;
const LANE_ACCOUNT = `coalesce(user_domain || '\\', '') || user_name`;

describeReal('real logs', () => {
  describeExplorer([], ({ database, api, open, expectPeace }) => {
    const select = async <Row extends object>(text: string): Promise<readonly Row[]> =>
      (await database().writePool.query<Row>(text)).rows;
    const count = async (text: string): Promise<number> =>
      (await select<{ count: number }>(`select count(*)::int as count from ${text}`))[0]?.count ?? 0;
    const encode = encodeURIComponent;

    beforeAll(async () => {
      const folders = ['windows-json', 'windows-evtx', 'linux'].map((name) => join(FOLDER, name));
      await runCommand(['--url', api().url, '--timezone', 'UTC', '--host', 'AUDITED', ...folders]);
      expect(await count(`session_event where ${IN_RANGE}`)).toBeGreaterThan(1500);
    });

    const expectNoError = async (page: Page): Promise<void> => {
      expect(await page.locator('.note.error').allInnerTexts()).toEqual([]);
      expect(await listBarriers(page)).toEqual([]);
      expectPeace();
    };

    test('the overview has the true numbers, and every hunt an answer', async () => {
      const page = await open(`?${RANGE}`);
      const events = await count(`session_event where ${IN_RANGE}`);
      const failed = `session_event where ${IN_RANGE} and not login_successful`;
      const hosts = await count(`(select distinct hostname from session_event where ${IN_RANGE}) h`);
      const format = (value: number): string => value.toLocaleString('en');
      const text = await page.getByText(/events, .* failed logins/).innerText();
      expect(text).toContain(`${format(events)} events, ${format(await count(failed))} failed logins, `);
      expect(text).toContain(`on ${format(hosts)} hosts`);
      const hostsByFailures = await select<{ hostname: string; count: number }>(
        `select hostname, count(*)::int from ${failed} group by hostname order by count(*) desc`,
      );
      // Several hosts may have the most.
      const most = hostsByFailures
        .filter((one) => one.count === hostsByFailures[0]?.count)
        .map((one) => [one.hostname, String(one.count)]);
      const ranking = page
        .getByRole('region', { name: /^Hosts/ })
        .getByRole('listitem')
        .first();
      expect(most).toContainEqual((await ranking.innerText()).split(/\s+/));
      await page.getByText('Loading…').first().waitFor({ state: 'detached' });
      const unanswered = page.locator('.card', { has: page.locator('.count', { hasText: '…' }) });
      expect(await unanswered.allInnerTexts()).toEqual([]);
      await expectNoError(page);
    });

    test.each([
      ['events', `session_event where ${IN_RANGE}`],
      ['sessions', `session where started_at >= '${FROM}' and started_at < '${UNTIL}'`],
    ])('the table of %s counts all rows', async (view, rows) => {
      const page = await open(`?view=${view}&${RANGE}`);
      const total = (await count(rows)).toLocaleString('en');
      await page
        .getByRole('status')
        .filter({ hasText: new RegExp(`^${total} `) })
        .waitFor();
      await page.getByRole('grid').locator('tbody tr:not(.spacer)').first().waitFor();
      await expectNoError(page);
    });

    test('the hosts and accounts with the most sessions have a lane for each account or host', async () => {
      const sessions = `session where started_at < '${UNTIL}' and user_name is not null`;
      const failed = `session_event where ${IN_RANGE} and not login_successful and user_name is not null`;
      const most = async (column: string) =>
        select<{ name: string; sessions: number }>(
          `select ${column} as name, count(*)::int as sessions from ${sessions} group by 1 order by 2 desc, 1 limit 2`,
        );
      const subjects = [
        ...(await most('hostname')).map((one) => ({
          ...one,
          view: 'host',
          own: 'hostname',
          other: LANE_ACCOUNT,
        })),
        ...(await most(LANE_ACCOUNT)).map((one) => ({
          ...one,
          view: 'account',
          own: LANE_ACCOUNT,
          other: 'hostname',
        })),
      ];
      expect(subjects).toHaveLength(4);
      for (const { view, name, own, other } of subjects) {
        const is = `${own} = '${name}'`;
        const lanes = await count(
          `(select ${other} from ${sessions} and ${is} union select ${other} from ${failed} and ${is}) lane`,
        );
        const page = await open(`?view=${view}&entity=${encode(name)}&${RANGE}`);
        await page.getByText(lanes === 1 ? '1 lane' : `${lanes} lanes`, { exact: true }).waitFor();
        await expectNoError(page);
      }
    });

    test('a session lists its events', async () => {
      const { data } = await api().query(
        `{ sessions(filter: { loginId: { eq: "0xa992d" } }, first: 1) { nodes { id } } }`,
      );
      const [{ id }] = data.sessions.nodes;
      const page = await open(`?view=session&entity=${encode(id)}&${RANGE}`);
      const events = page.getByRole('region', { name: 'Events of the session' });
      await events.locator('tbody tr').first().waitFor();
      const sources = await events.locator('tbody tr td:last-child').allInnerTexts();
      // Both logins of an administrator, the second with the login id of the session, and a disconnect before each lock.
      const records = [48_135, 48_137, 49_208, 49_222, 49_287, 49_468, 74_528, 74_604];
      expect(sources).toEqual(records.map((record) => `windows/security/${record}`));
      await expectNoError(page);
    });

    test('the graph draws every account and host', async () => {
      const page = await open(`?view=graph&${RANGE}`);
      await page.locator('svg.graph .node').first().waitFor();
      await page
        .getByRole('status')
        .filter({ hasText: /nodes and .* edges shown/ })
        .waitFor();
      await expectNoError(page);
    });
  });
});
