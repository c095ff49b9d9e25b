import { beforeAll, expect } from '@jest/globals';

import type { Database } from '../../src/db/client.ts';
import { recordDemo } from '../../src/demo/recordDemo.ts';
import { PLAYGROUND_TABS } from '../../src/http/playground/tabs/playgroundTabs.ts';
import type { Tab } from '../../src/http/playground/tabs/tab.ts';

import { useApi } from './api.ts';
import type { Api } from './api.ts';
import { RULES, useDatabase } from './database.ts';

/** The playground's tabs by the names of their operations. */
export const TABS: ReadonlyMap<string, Tab> = new Map(PLAYGROUND_TABS.map((tab) => [tab.name, tab]));

/** The values that the page fills in for the variables of a tab on the demo. */
export const demoVariablesOf = ({ variables = {} }: Tab): Record<string, unknown> =>
  Object.fromEntries(Object.entries(variables).map(([name, { demo }]) => [name, demo]));

type Change = {
  readonly query?: (query: string) => string;
  readonly variables?: Readonly<Record<string, unknown>>;
};

/** Records the demo and runs tabs on it, optionally changed. A refused tab fails the test. */
export const useDemoTabs = (): {
  readonly api: () => Api;
  readonly database: () => Database;
  readonly run: (name: string, change?: Change) => Promise<any>;
} => {
  const database = useDatabase();
  const api = useApi(database);
  beforeAll(async () => {
    await recordDemo(database(), RULES);
  });
  return {
    api,
    database,
    run: async (name, { query = (text: string) => text, variables = {} } = {}) => {
      const tab = TABS.get(name);
      if (tab === undefined) throw new Error(`There is no tab named ${name}.`);
      const { data, errors } = await api().query(query(tab.query), { ...demoVariablesOf(tab), ...variables });
      expect(errors).toBeUndefined();
      return data;
    },
  };
};
