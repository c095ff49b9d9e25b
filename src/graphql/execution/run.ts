import { getArgumentValues } from 'graphql';
import type { GraphQLError, GraphQLResolveInfo, ResponsePath } from 'graphql';

import type { GraphqlContext } from '../context.ts';

import type { Arguments, FieldPlan, OperationPlan, Variables, Variant } from './plan.ts';
import type { Shape } from './shape.ts';

/** One execution of an operation. */
export type Run = {
  readonly plan: OperationPlan;
  readonly variant: Variant;
  readonly variables: Variables;
  readonly context: GraphqlContext;
  readonly errors: GraphQLError[];
  /** The places that errors have made null. */
  readonly nulled: Set<Place>;
  /** The arguments of fields that depend on variables: equal for all objects of the run. */
  readonly arguments: Map<FieldPlan, Arguments>;
};

/** The place of a value in the response: a field of an object, or an item of a list. */
export type Place = {
  readonly run: Run;
  /** null for a field of the operation. */
  readonly above: Place | null;
  readonly field: FieldPlan;
  /** The type of the value. */
  readonly shape: Shape;
  /** The key of the field, or the index of the item. */
  readonly key: string | number;
};

export const pathOf = (place: Place): (string | number)[] => {
  const path: (string | number)[] = [];
  for (let at: Place | null = place; at !== null; at = at.above) path.unshift(at.key);
  return path;
};

/** Adds an error of a field, unless an error has already made the field, or an object around it, null. */
export const addError = (place: Place, error: GraphQLError): void => {
  const { nulled, errors } = place.run;
  for (let at: Place | null = place; at !== null; at = at.above) {
    if (nulled.has(at)) return;
  }
  nulled.add(place);
  errors.push(error);
};

/** @throws GraphQLError when a variable leaves a required argument without a value. */
export const argumentsOf = ({ run, field }: Place): Arguments => {
  if (field.fixedArguments !== null) return field.fixedArguments;
  const known = run.arguments.get(field);
  if (known !== undefined) return known;
  const values = getArgumentValues(field.definition, field.nodes[0], run.variables);
  run.arguments.set(field, values);
  return values;
};

/** What a resolver learns about its field. Few resolvers ask, so nothing is computed in advance. */
export class FieldInfo implements GraphQLResolveInfo {
  readonly rootValue = undefined;
  readonly #place: Place;

  constructor(place: Place) {
    this.#place = place;
  }

  get fieldName() {
    return this.#place.field.definition.name;
  }

  get fieldNodes() {
    return this.#place.field.nodes;
  }

  get returnType() {
    return this.#place.field.definition.type;
  }

  get parentType() {
    return this.#place.field.parentType;
  }

  get path() {
    return linkedPathOf(this.#place);
  }

  get schema() {
    return this.#place.run.plan.schema;
  }

  get fragments() {
    return Object.fromEntries(this.#place.run.plan.fragments);
  }

  get operation() {
    return this.#place.run.plan.operation;
  }

  get variableValues() {
    return this.#place.run.variables;
  }
}

const linkedPathOf = ({ above, key, field }: Place): ResponsePath => ({
  prev: above === null ? undefined : linkedPathOf(above),
  key,
  typename: typeof key === 'string' ? field.parentType.name : undefined,
});
