import { describe, expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';

import { useApi } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';

const api = useApi(useDatabase());

/** Apollo Server answers 400 where the draft recommends 200 for clients that accept plain JSON. */
const WARNED = new Set([
  'SHOULD use 200 status code on document parsing failure when accepting application/json',
  'SHOULD use 200 status code on document validation failure when accepting application/json',
  'SHOULD use a status code of 200 on variable coercion failure when accepting application/json',
]);

/** The audits of GraphQL over HTTP from graphql-http: an error is a violation, a warning a recommendation that is not followed. */
describe('GraphQL over HTTP', () => {
  const audits = serverAudits({ url: () => api().url, fetchFn: fetch });

  test.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (name, audit) => {
    const { status } = await audit.fn();
    expect(WARNED.has(name) ? ['warn'] : ['ok', 'notice']).toContain(status);
  });

  test('all audits of the package ran', () => {
    expect(audits.length).toBeGreaterThanOrEqual(60);
  });
});
