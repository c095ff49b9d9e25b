import { isAbstractType, isLeafType, isListType, isNonNullType } from 'graphql';
import type {
  GraphQLAbstractType,
  GraphQLLeafType,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLSchema,
} from 'graphql';

/** A type of the schema in a form that is fast to switch on: graphql-js finds the kind of a type with several `instanceof`. */
export type Shape =
  | { readonly kind: 'LEAF'; readonly type: GraphQLLeafType }
  | { readonly kind: 'OBJECT'; readonly type: GraphQLObjectType }
  | {
      readonly kind: 'ABSTRACT';
      readonly type: GraphQLAbstractType;
      readonly possible: ReadonlyMap<string, GraphQLObjectType>;
    }
  | { readonly kind: 'LIST'; readonly item: Shape }
  | { readonly kind: 'NON_NULL'; readonly of: Shape };

const shapes = new WeakMap<GraphQLOutputType, Shape>();

export const shapeOf = (schema: GraphQLSchema, type: GraphQLOutputType): Shape => {
  const shape = shapes.get(type) ?? makeShape(schema, type);
  shapes.set(type, shape);
  return shape;
};

const makeShape = (schema: GraphQLSchema, type: GraphQLOutputType): Shape => {
  if (isNonNullType(type)) return { kind: 'NON_NULL', of: shapeOf(schema, type.ofType) };
  if (isListType(type)) return { kind: 'LIST', item: shapeOf(schema, type.ofType) };
  if (isLeafType(type)) return { kind: 'LEAF', type };
  if (!isAbstractType(type)) return { kind: 'OBJECT', type };
  const possible = new Map(schema.getPossibleTypes(type).map((one) => [one.name, one]));
  return { kind: 'ABSTRACT', type, possible };
};
