import { isObjectType } from 'graphql';
import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';

import { findFieldCost } from './cost/fieldCosts.ts';

/** Types whose fields are use cases: each has a resolver and a cost, even without arguments. */
const USE_CASES: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Car', 'Hunts']);

/**
 * Lists the fields that lack a resolver or a cost, one line each. Checked are the fields of USE_CASES and all fields with arguments;
 * any other reads a property of an object that is already there.
 */
export const findFieldMistakes = (schema: GraphQLSchema): readonly string[] =>
  Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && !type.name.startsWith('__')
      ? Object.values(type.getFields()).flatMap((field) => checkField(type, field))
      : [],
  );

const checkField = (
  type: GraphQLObjectType,
  { name, args, resolve }: GraphQLField<unknown, unknown>,
): readonly string[] => {
  if (args.length === 0 && !USE_CASES.has(type.name)) return [];
  const mistakes = [];
  if (resolve === undefined) mistakes.push('has no resolver.');
  if (findFieldCost(type, name) === null)
    mistakes.push('has no cost: add it to src/graphql/cost/fieldCosts.ts.');
  return mistakes.map((mistake) => `${type.name}.${name} ${mistake}`);
};
