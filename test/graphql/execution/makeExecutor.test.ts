import { expect, test } from '@jest/globals';
import DataLoader from 'dataloader';
import { buildSchema, getOperationAST, isInterfaceType, isObjectType, parse } from 'graphql';
import type { ExecutionResult, GraphQLFieldResolver, GraphQLSchema } from 'graphql';

import type { GraphqlContext } from '../../../src/graphql/context.ts';
import { makeExecutor } from '../../../src/graphql/execution/makeExecutor.ts';
import { reserveWork, WORK_PER_TURN } from '../../../src/model/reserveWork.ts';

import { watchWork } from '../../support/watchWork.ts';

const makeSchema = (
  resolvers: Readonly<Record<string, GraphQLFieldResolver<unknown, unknown>>>,
): GraphQLSchema => {
  const schema = buildSchema(`
    type Query { rows: [Row!] named: Named }
    interface Named { name: String! }
    type Row implements Named { name: String! slow: String }
    type Other { name: String }
  `);
  for (const [name, resolve] of Object.entries(resolvers)) {
    const field = schema.getQueryType()?.getFields()[name];
    if (field !== undefined) field.resolve = resolve;
  }
  return schema;
};

const run = async (schema: GraphQLSchema, text: string): Promise<ExecutionResult> => {
  const document = parse(text);
  return makeExecutor({ schema, maxCoercionErrors: 1 })({
    document,
    operation: getOperationAST(document) ?? undefined,
    operationName: undefined,
    variables: {},
    context: {} as GraphqlContext,
  });
};

test('it lets the event loop turn between the items of a long list', async () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => ({ name: `row ${index}` }));
  let result: ExecutionResult = {};
  const turns = await watchWork(async () => {
    result = await run(makeSchema({ rows: () => rows }), '{ rows { name } }');
  });
  expect(JSON.stringify(result)).toBe(JSON.stringify({ data: { rows } }));
  expect(turns.length).toBeGreaterThanOrEqual(4);
  expect(Math.max(...turns)).toBeLessThanOrEqual(WORK_PER_TURN);
});

test('the items of a page start in one turn, so that a loader gets all of them', async () => {
  const batches: number[] = [];
  const loader = new DataLoader(async (keys: readonly string[]) => {
    batches.push(keys.length);
    return keys;
  });
  const rows = Array.from({ length: 1000 }, (_, index) => ({ slow: async () => loader.load(`${index}`) }));
  const schema = makeSchema({
    rows: async () => {
      // Other requests have done most of the work of this turn.
      await reserveWork(WORK_PER_TURN);
      return rows;
    },
  });
  const { data } = await run(schema, '{ rows { slow } }');
  expect(data).toEqual({ rows: rows.map((_, index) => ({ slow: `${index}` })) });
  expect(batches).toEqual([1000]);
});

test.each([3, 2000])(
  'a failed item of a list of %i is reported when the others have ended',
  async (length) => {
    let ended = 0;
    const rows = Array.from({ length }, (_, index) => ({
      name: index === length - 1 ? null : 'x',
      slow: async () => {
        await new Promise(setImmediate);
        ended += 1;
        throw new Error('slow');
      },
    }));
    const { data, errors = [] } = await run(makeSchema({ rows: () => rows }), '{ rows { slow name } }');
    expect(data).toEqual({ rows: null });
    expect(ended).toBe(length);
    expect(errors.at(-1)?.message).toBe('Cannot return null for non-nullable field Row.name.');
  },
);

test.each(['Other', 'Missing', null])('an interface cannot become %s', async (name) => {
  const schema = makeSchema({ named: () => ({ name: 'x' }) });
  const named = schema.getType('Named');
  if (!isInterfaceType(named) || !isObjectType(schema.getType('Row'))) throw new Error('Not in the schema.');
  named.resolveType = () => name as string;
  const { data, errors = [] } = await run(schema, '{ named { name } }');
  expect(data).toEqual({ named: null });
  expect(errors.map(({ message }) => message)).toEqual([
    `Named was resolved to ${name}, which is not one of its types.`,
  ]);
});
