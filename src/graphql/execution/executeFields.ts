import { defaultFieldResolver, GraphQLError, locatedError } from 'graphql';
import type { GraphQLFieldResolver, GraphQLLeafType, GraphQLObjectType } from 'graphql';

import { MAX_PAGE } from '../../model/page.ts';
import { reserveWork } from '../../model/reserveWork.ts';

import { planSelection } from './plan.ts';
import type { FieldPlan, SelectionPlan } from './plan.ts';
import { addError, argumentsOf, FieldInfo, pathOf } from './run.ts';
import type { Place, Run } from './run.ts';
import type { Shape } from './shape.ts';

/** An object of the response: the run, and the object's place; null for the operation. */
export type Owner = { readonly run: Run; readonly place: Place | null };

/**
 * Runs the fields of an object. They start in order, and those that wait for I/O run at the same time.
 *
 * This function and those below return a value of the response. They return a promise of it only if a resolver does: a page of rows needs no promise per
 * row. They throw, or reject with, the error of a value that must not be null.
 */
export const executeFields = (
  owner: Owner,
  { fields, empty }: SelectionPlan,
  source: unknown,
): Record<string, unknown> | Promise<Record<string, unknown>> => {
  const result = { ...empty };
  let isPending = false;
  try {
    for (const field of fields) {
      const value = executeField(owner, field, source);
      result[field.key] = value;
      if (isPromise(value)) isPending = true;
    }
  } catch (error) {
    if (isPending) return rejectAfter(Object.values(result), error);
    throw error;
  }
  return isPending ? settleFields(result) : result;
};

const settleFields = async (result: Record<string, unknown>): Promise<Record<string, unknown>> => {
  const values = await Promise.all(Object.values(result));
  for (const [index, key] of Object.keys(result).entries()) result[key] = values[index];
  return result;
};

/** Waits for the values that are under way, so that their rejections are handled, and then reports the error. */
const rejectAfter = async (values: readonly unknown[], error: unknown): Promise<never> => {
  await Promise.allSettled(values);
  throw error;
};

const executeField = (owner: Owner, field: FieldPlan, source: unknown): unknown => {
  if (field.typeName !== null) return field.typeName;
  try {
    const { name, args, resolve } = field.definition;
    if (resolve !== undefined || args.length > 0) {
      return callResolver(placeOf(owner, field), resolve ?? defaultFieldResolver, source);
    }
    const value = hasProperties(source) ? source[name] : undefined;
    if (typeof value === 'function') {
      return callResolver(placeOf(owner, field), (_, ...given) => value.call(source, ...given), source);
    }
    // Most values of a response. They need no place.
    if (field.leaf !== null && value !== null && value !== undefined && typeof value !== 'object') {
      return serialize(field.leaf, value);
    }
    return completeAt(placeOf(owner, field), value);
  } catch (error) {
    return fail(placeOf(owner, field), error);
  }
};

const callResolver = (place: Place, resolve: Resolve, source: unknown): unknown =>
  completeAt(place, resolve(source, argumentsOf(place), place.run.context, new FieldInfo(place)));

type Resolve = GraphQLFieldResolver<unknown, unknown>;

const hasProperties = (source: unknown): source is Readonly<Record<string, unknown>> =>
  (typeof source === 'object' && source !== null) || typeof source === 'function';

const placeOf = ({ run, place: above }: Owner, field: FieldPlan): Place => ({
  run,
  above,
  field,
  shape: field.shape,
  key: field.key,
});

/** Completes the value of a field or of an item. */
const completeAt = (place: Place, value: unknown): unknown => {
  if (isPromise(value)) return completeLater(place, value);
  try {
    const completed = complete(place, place.shape, value);
    if (!isPromise(completed)) return completed;
    return completed.then(undefined, (error: unknown) => fail(place, error));
  } catch (error) {
    return fail(place, error);
  }
};

const completeLater = async (place: Place, value: Promise<unknown>): Promise<unknown> => {
  try {
    return await complete(place, place.shape, await value);
  } catch (error) {
    return fail(place, error);
  }
};

/** Makes the value null, or what is around it if the value must not be null. */
const fail = (place: Place, cause: unknown): null => {
  const error = locatedError(cause, place.field.nodes, pathOf(place));
  if (place.shape.kind === 'NON_NULL') throw error;
  addError(place, error);
  return null;
};

const complete = (place: Place, shape: Shape, value: unknown): unknown => {
  if (value instanceof Error) throw value;
  if (shape.kind === 'NON_NULL') {
    const completed = complete(place, shape.of, value);
    if (completed !== null) return completed;
    const { parentType, definition } = place.field;
    throw new Error(`Cannot return null for non-nullable field ${parentType.name}.${definition.name}.`);
  }
  if (value === null || value === undefined) return null;
  switch (shape.kind) {
    case 'LEAF':
      return serialize(shape.type, value);
    case 'LIST':
      return completeList(place, shape.item, value);
    case 'OBJECT':
      return executeFields({ run: place.run, place }, selectionOf(place, shape.type), value);
    case 'ABSTRACT':
      return executeFields(
        { run: place.run, place },
        selectionOf(place, runtimeTypeOf(place, shape, value)),
        value,
      );
  }
};

const serialize = (type: GraphQLLeafType, value: unknown): unknown => {
  const serialized = type.serialize(value);
  if (serialized !== null && serialized !== undefined) return serialized;
  throw new Error(`${type.name} has no representation of the value.`);
};

const runtimeTypeOf = (
  place: Place,
  { type, possible }: Extract<Shape, { kind: 'ABSTRACT' }>,
  value: unknown,
): GraphQLObjectType => {
  const name: unknown = type.resolveType?.(value, place.run.context, new FieldInfo(place), type);
  const runtimeType = typeof name === 'string' ? possible.get(name) : undefined;
  if (runtimeType !== undefined) return runtimeType;
  throw new Error(`${type.name} was resolved to ${String(name)}, which is not one of its types.`);
};

/** The fields of an object of one type, planned for the first such object. */
const selectionOf = ({ run, field }: Place, type: GraphQLObjectType): SelectionPlan => {
  const known = field.below.get(type);
  if (known !== undefined) return known;
  const sets = field.nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const selection = planSelection(run, type, sets);
  field.below.set(type, selection);
  return selection;
};

/** The work to complete an item of a list, in the units of WORK_PER_TURN. */
const ITEM_WEIGHT = 0.1;

const completeList = (place: Place, shape: Shape, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || !(Symbol.iterator in value)) {
    const { parentType, definition } = place.field;
    throw new GraphQLError(
      `Expected Iterable, but did not find one for field "${parentType.name}.${definition.name}".`,
    );
  }
  const list: Items = { place, shape, items: [...(value as Iterable<unknown>)] };
  // The rows of a page start in one turn, so that what they load is read in one statement.
  return list.items.length > MAX_PAGE ? completeLongList(list) : completePage(list);
};

type Items = { readonly place: Place; readonly shape: Shape; readonly items: readonly unknown[] };

const completePage = ({ place, shape, items }: Items): unknown => {
  const results: unknown[] = [];
  let isPending = false;
  try {
    for (const item of items) {
      const completed = completeAt(itemOf(place, shape, results.length), item);
      results.push(completed);
      if (isPromise(completed)) isPending = true;
    }
  } catch (error) {
    if (isPending) return rejectAfter(results, error);
    throw error;
  }
  return isPending ? Promise.all(results) : results;
};

/** Lets the event loop turn in between. */
const completeLongList = async ({ place, shape, items }: Items): Promise<readonly unknown[]> => {
  const results: unknown[] = [];
  try {
    for (const item of items) {
      const turn = reserveWork(ITEM_WEIGHT);
      if (turn !== null) await turn;
      const completed = completeAt(itemOf(place, shape, results.length), item);
      // Promise.all, at the end, handles a rejection. This keeps Node from reporting it earlier.
      if (isPromise(completed)) completed.catch(() => undefined);
      results.push(completed);
    }
  } catch (error) {
    return rejectAfter(results, error);
  }
  return Promise.all(results);
};

const itemOf = (above: Place, shape: Shape, index: number): Place => ({
  run: above.run,
  above,
  field: above.field,
  shape,
  key: index,
});

const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
