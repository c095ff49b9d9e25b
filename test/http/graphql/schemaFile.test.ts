import { readFileSync } from 'node:fs';

import { beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema, introspectionFromSchema } from 'graphql';

import { useApi } from '../../support/api.ts';
import { useDatabase } from '../../support/database.ts';
import { guardedBy, keyFor } from '../../support/keys.ts';

const database = useDatabase();
const api = useApi(database);
const closedApi = useApi(database, { introspection: false });
const guardedApi = useApi(database, { access: async () => guardedBy(database()) });
let key: { authorization: string };

beforeAll(async () => {
  key = await keyFor(database(), 'events:write');
});

const WITHOUT_DESCRIPTIONS = {
  descriptions: false,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  inputValueDeprecation: true,
  oneOf: true,
};

const FILE = readFileSync('schema.graphql', 'utf8');

const get = async (
  { url }: { readonly url: string },
  path = '/schema.graphql',
  headers: Record<string, string> = {},
): Promise<Response> => fetch(new URL(path, url), { headers });

describe('/schema.graphql', () => {
  test('is the schema as text', async () => {
    for (const path of ['/schema.graphql', '/schema.graphql?descriptions=true']) {
      const response = await get(api(), path);
      expect([response.status, response.headers.get('content-type')]).toEqual([
        200,
        'text/plain; charset=utf-8',
      ]);
      expect(await response.text()).toBe(FILE);
    }
  });

  test('without descriptions is the same schema, with all directives, in a third of the length', async () => {
    const text = await (await get(api(), '/schema.graphql?descriptions=false')).text();
    expect(text.length).toBeLessThan(FILE.length / 3);
    expect(text).not.toMatch(/^\s*(?:"|#)/m);
    const [short, whole] = [buildSchema(text), buildSchema(FILE)].map((schema) =>
      introspectionFromSchema(schema, WITHOUT_DESCRIPTIONS),
    );
    expect(short).toEqual(whole);
    for (const directive of ['@oneOf', '@deprecated(reason: "Use `from`.")', '@specifiedBy(url: "'])
      expect(text).toContain(directive);
  });

  test.each([
    'descriptions=no',
    'descriptions=',
    'description=false',
    'descriptions=false&descriptions=true',
  ])('?%s is refused with the remedy', async (query) => {
    const response = await get(api(), `/schema.graphql?${query}`);
    expect([response.status, await response.json()]).toEqual([
      400,
      {
        errors: [
          {
            message: expect.stringContaining('/schema.graphql?descriptions=false'),
            extensions: { code: 'BAD_USER_INPUT' },
          },
        ],
      },
    ]);
  });

  test('needs a key where introspection does, with any scope', async () => {
    const without = await get(guardedApi());
    expect([without.status, (await without.json()).errors[0].extensions.code]).toEqual([
      401,
      'UNAUTHENTICATED',
    ]);
    expect((await get(guardedApi(), '/schema.graphql', key)).status).toBe(200);
    const { data } = await guardedApi().query('{ __schema { queryType { name } } }', {}, key);
    expect(data.__schema.queryType.name).toBe('Query');
  });

  test('is disabled with introspection, and says so', async () => {
    const response = await get(closedApi());
    expect([response.status, await response.json()]).toEqual([
      404,
      {
        errors: [
          {
            message: 'Introspection is disabled on this server. Ask its operator for the schema.',
            extensions: { code: 'INTROSPECTION_DISABLED' },
          },
        ],
      },
    ]);
  });

  test('has the security headers of every answer, and is revalidated by its tag', async () => {
    const { headers } = await get(api());
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-cache',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      vary: 'accept-encoding',
    });
    const etag = headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"[\w-]{22}"$/);
    const again = await get(api(), '/schema.graphql', { 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const short = await get(api(), '/schema.graphql?descriptions=false', { 'if-none-match': etag });
    expect(short.status).toBe(200);
  });

  test('is compressed', async () => {
    const { headers } = await get(api(), '/schema.graphql', { 'accept-encoding': 'br' });
    expect(headers.get('content-encoding')).toBe('br');
  });
});
