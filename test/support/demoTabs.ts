import { beforeAll, expect } from '@jest/globals';
import { getOperationAST, parse } from 'graphql';

import type { Database } from '../../src/db/client.ts';
import { recordDemo } from '../../src/domain/recordDemo.ts';
import { PLAYGROUND_TABS } from '../../src/http/playground/tabs/playgroundTabs.ts';

import { useApi } from './api.ts';
import type { Api } from './api.ts';
import { RULES, useDatabase } from './database.ts';

const nameOf = (query: string): string => getOperationAST(parse(query))?.name?.value ?? '';

/** The playground's tabs by the names of their operations. */
export const TABS: ReadonlyMap<string, string> = new Map(
  PLAYGROUND_TABS.map((query) => [nameOf(query), query]),
);

/** Records the demo, and runs tabs on it, perhaps with a change to their query; refused ones fail the test. */
export const useDemoTabs = (): {
  readonly api: () => Api;
  readonly database: () => Database;
  readonly run: (name: string, change?: (query: string) => string) => Promise<any>;
} => {
  const database = useDatabase();
  const api = useApi(database);
  beforeAll(async () => {
    await recordDemo(database(), RULES);
  });
  return {
    api,
    database,
    run: async (name, change = (query) => query) => {
      const { data, errors } = await api().query(change(TABS.get(name) ?? ''));
      expect(errors).toBeUndefined();
      return data;
    },
  };
};
