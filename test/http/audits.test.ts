import { describe, expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';

import { useApi } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';

const api = useApi(useDatabase());

/**
 * The audits of GraphQL over HTTP that graphql-http publishes. Warnings are recommendations of the draft that Apollo Server leaves open;
 * an error would be a breach.
 */
describe('GraphQL over HTTP', () => {
  const audits = serverAudits({ url: () => api().url, fetchFn: fetch });

  test.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_, audit) => {
    const result = await audit.fn();
    const reason = 'reason' in result ? result.reason : '';
    expect([result.status === 'error' ? 'error' : 'kept', reason]).toEqual(['kept', expect.anything()]);
  });

  test('all audits of the package ran', () => {
    expect(audits.length).toBeGreaterThanOrEqual(60);
  });
});
