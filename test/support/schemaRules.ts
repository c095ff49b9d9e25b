// What one thing is called in every place of the schema. Each rule names what breaks it, and the remedy.
import { isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import type { GraphQLField, GraphQLNamedType, GraphQLSchema } from 'graphql';

/** A field, an argument or a member of an input, as the schema has it. */
type Place = {
  readonly name: string;
  readonly own: string;
  readonly type: string;
  readonly kind: 'FIELD' | 'ARGUMENT' | 'INPUT';
  readonly defaultValue: unknown;
};

type Rule = {
  readonly breaks: (place: Place) => boolean;
  readonly remedy: string;
};

/** Lists what breaks the rules of names, one line each: `Query.events(orderBy:) …`. */
export const listMisnamed = (schema: GraphQLSchema): readonly string[] =>
  Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap(listPlaces)
    .flatMap((place) =>
      RULES.filter(({ breaks }) => breaks(place)).map(({ remedy }) => `${place.name} ${remedy}`),
    );

const listPlaces = (type: GraphQLNamedType): readonly Place[] => {
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) => ({
      name: `${type.name}.${field.name}`,
      own: field.name,
      type: String(field.type),
      kind: 'INPUT',
      defaultValue: field.defaultValue,
    }));
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    {
      name: `${type.name}.${field.name}`,
      own: field.name,
      type: String(field.type),
      kind: 'FIELD',
      defaultValue: undefined,
    },
    ...listArguments(type, field),
  ]);
};

const listArguments = (type: GraphQLNamedType, field: GraphQLField<unknown, unknown>): readonly Place[] =>
  field.args.map((argument) => ({
    name: `${type.name}.${field.name}(${argument.name}:)`,
    own: argument.name,
    type: String(argument.type),
    kind: 'ARGUMENT',
    defaultValue: argument.defaultValue,
  }));

const RULES: readonly Rule[] = [
  {
    breaks: ({ own, type, kind }) => kind !== 'FIELD' && own !== 'order' && /Order!?$/.test(type),
    remedy: 'is an order and must be called order',
  },
  {
    breaks: ({ own }) => /^(orderBy|sort|sortBy)$/i.test(own),
    remedy: 'must be called order, like every ordering',
  },
  {
    breaks: ({ own, type, defaultValue }) =>
      own === 'order' && (!type.endsWith('!') || defaultValue === undefined),
    remedy: 'must not be null, and must have a default',
  },
];
