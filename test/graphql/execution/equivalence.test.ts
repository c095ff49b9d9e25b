import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { execute, getOperationAST, parse, validate } from 'graphql';
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';

import type { GraphqlContext } from '../../../src/graphql/context.ts';
import { makeExecutor } from '../../../src/graphql/execution/makeExecutor.ts';
import type { Executor } from '../../../src/graphql/execution/makeExecutor.ts';

import { makeRandom } from '../../support/makeRandom.ts';
import { samples } from '../../support/samples.ts';

import { makeOperation } from './makeOperation.ts';
import type { MadeOperation } from './makeOperation.ts';
import { makeRandomSchema } from './makeRandomSchema.ts';

const CONTEXT = {} as GraphqlContext;
const MOST_MISTAKES = 10;

const makeBoth = (troubles: number) => {
  const schema = makeRandomSchema(troubles);
  return { schema, executor: makeExecutor({ schema, maxCoercionErrors: MOST_MISTAKES }) };
};

const isValid = (schema: GraphQLSchema, { text }: MadeOperation): boolean =>
  validate(schema, parse(text), undefined, { maxErrors: 1 }).length === 0;

/** Runs an operation in graphql-js and in the API's executor. */
const runBoth = async (
  { schema, executor }: { readonly schema: GraphQLSchema; readonly executor: Executor },
  document: DocumentNode,
  variables: MadeOperation['variables'],
): Promise<{ readonly expected: ExecutionResult; readonly received: ExecutionResult }> => {
  const options = { maxCoercionErrors: MOST_MISTAKES };
  const expected = await execute({
    schema,
    document,
    variableValues: variables,
    contextValue: CONTEXT,
    options,
  });
  const operation = getOperationAST(document) ?? undefined;
  const received = await executor({
    document,
    operation,
    operationName: undefined,
    variables,
    context: CONTEXT,
  });
  return { expected, received };
};

/** Other values of the same types, except for enums, which become invalid. */
const varied = (value: unknown): unknown => {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (Array.isArray(value)) return [...value, ...value].map(varied);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, varied(member)]));
};

/** As text, because the order of members counts. */
const dataOf = ({ data }: ExecutionResult): string | undefined => JSON.stringify(data);

/** By path. */
const errorsOf = ({ errors = [] }: ExecutionResult): ReadonlyMap<string, string> =>
  new Map(errors.map((error) => [JSON.stringify(error.path), JSON.stringify(error)]));

/** Where the errors made the data null. */
const nulledOf = ({ data, errors = [] }: ExecutionResult): readonly string[] => {
  const places = errors.map(({ path = [] }) => JSON.stringify(path.slice(0, depthOfNull(data, path))));
  return [...new Set(places)].toSorted();
};

const depthOfNull = (data: unknown, path: readonly (string | number)[]): number => {
  let value = data;
  for (const [depth, key] of path.entries()) {
    if (value === null || value === undefined) return depth;
    value = (value as Readonly<Record<string | number, unknown>>)[key];
  }
  return path.length;
};

/** When several fields make the same object null, the specification asks for one of the errors, and that depends on which ends first. */
const expectEqual = (received: ExecutionResult, expected: ExecutionResult): void => {
  expect(dataOf(received)).toBe(dataOf(expected));
  expect(nulledOf(received)).toEqual(nulledOf(expected));
  const known = errorsOf(expected);
  for (const [path, error] of errorsOf(received)) {
    const other = known.get(path);
    if (other !== undefined) expect(error).toBe(other);
  }
};

test.each([
  ['', 0],
  [', and so are errors in the middle', 0.02],
])('queries are answered as by graphql-js%s', async (_, troubles) => {
  const both = makeBoth(troubles);
  let withData = 0;
  let withErrors = 0;
  await fc.assert(
    fc.asyncProperty(fc.noShrink(fc.noBias(fc.nat())), async (seed) => {
      const made = makeOperation(both.schema, makeRandom(seed), { hasMistakes: troubles > 0 });
      if (!isValid(both.schema, made)) return;
      const document = parse(made.text);
      const { expected, received } = await runBoth(both, document, made.variables);
      if (expected.data && Object.values(expected.data).some((value) => value !== null)) withData += 1;
      if (expected.data && expected.errors !== undefined) withErrors += 1;
      expectEqual(received, expected);
      // The second execution uses what the first one planned, and none of its values.
      const second = await runBoth(both, document, varied(made.variables) as MadeOperation['variables']);
      expectEqual(second.received, second.expected);
    }),
    samples(1500),
  );
  expect(withData).toBeGreaterThan(400);
  if (troubles > 0) expect(withErrors).toBeGreaterThan(100);
});
