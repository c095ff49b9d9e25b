// Naming rules, so that a concept has the same name everywhere in the schema. Each rule has a condition that breaks it and a remedy.
import { isInputObjectType, isInterfaceType, isObjectType, print } from 'graphql';
import type { GraphQLArgument, GraphQLField, GraphQLNamedType, GraphQLSchema } from 'graphql';

/** A field, an argument or an input field of the schema. */
type Place = {
  readonly name: string;
  readonly own: string;
  readonly type: string;
  readonly kind: 'FIELD' | 'ARGUMENT' | 'INPUT';
  readonly defaultValue: unknown;
  /** The arguments of a field, printed with their descriptions. */
  readonly takes: readonly string[];
  /** The names of all fields or arguments of the same parent, including its own. */
  readonly among: readonly string[];
};

type Rule = {
  readonly breaks: (place: Place) => boolean;
  readonly remedy: string;
};

const COUNT_MODE = '"How exactly to count." mode: CountMode! = CAPPED';

/** Lists the elements that break a rule, one line each: `Query.events(orderBy:) …`. */
export const listMisnamed = (schema: GraphQLSchema): readonly string[] =>
  Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap(listPlaces)
    .flatMap((place) =>
      RULES.filter(({ breaks }) => breaks(place)).map(({ remedy }) => `${place.name} ${remedy}`),
    );

const listPlaces = (type: GraphQLNamedType): readonly Place[] => {
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field, _, fields) => ({
      name: `${type.name}.${field.name}`,
      own: field.name,
      type: String(field.type),
      kind: 'INPUT',
      defaultValue: field.defaultValue,
      takes: [],
      among: fields.map(({ name }) => name),
    }));
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field, _, fields) => [
    {
      name: `${type.name}.${field.name}`,
      own: field.name,
      type: String(field.type),
      kind: 'FIELD',
      defaultValue: undefined,
      takes: field.args.map(writeArgument),
      among: fields.map(({ name }) => name),
    },
    ...listArguments(type, field),
  ]);
};

const listArguments = (type: GraphQLNamedType, field: GraphQLField<unknown, unknown>): readonly Place[] =>
  field.args.map((argument, _, all) => ({
    name: `${type.name}.${field.name}(${argument.name}:)`,
    own: argument.name,
    type: String(argument.type),
    kind: 'ARGUMENT',
    defaultValue: argument.defaultValue,
    takes: [],
    among: all.map(({ name }) => name),
  }));

/** Prints an argument on one line. */
const writeArgument = ({ astNode }: GraphQLArgument): string =>
  astNode ? print(astNode).replaceAll('\n', ' ') : '';

const RULES: readonly Rule[] = [
  {
    breaks: ({ own, type }) => /^total|Total($|[A-Z])/.test(own) && type !== 'TotalCount!',
    remedy: 'is a total and must be a TotalCount!',
  },
  {
    breaks: ({ name, own, type }) =>
      type.startsWith('TotalCount') && !/^totalCount|TotalCount$/.test(own) && !name.startsWith('Overview.'),
    remedy: 'must be called totalCount, or …TotalCount where the object has several lists',
  },
  {
    breaks: ({ type, takes }) => type.startsWith('TotalCount') && takes.join() !== COUNT_MODE,
    remedy: `must take just ${COUNT_MODE}`,
  },
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
  {
    breaks: ({ own, type }) => /^(start|end|begin|till|to)$/.test(own) && type.startsWith('DateTime'),
    remedy: 'is an end of a range of time and must be called from or until',
  },
  {
    breaks: ({ own, type, among }) =>
      (own === 'until' && !among.includes('from')) ||
      (own === 'from' && type.startsWith('DateTime') && !among.includes('until')),
    remedy: 'is an end of a range, whose ends must be called from and until',
  },
  {
    breaks: ({ own, type, kind, defaultValue }) =>
      own === 'excludeNoise' &&
      (type !== 'Boolean!' || defaultValue !== { FIELD: undefined, ARGUMENT: true, INPUT: false }[kind]),
    remedy: 'must be Boolean!, false by default in the filter of a list and true as an argument',
  },
  {
    breaks: ({ own, type, defaultValue }) =>
      // For loginTypes, null means all types.
      own !== 'loginTypes' && defaultValue !== undefined && !type.endsWith('!'),
    remedy: 'has a default and must not be null',
  },
  {
    breaks: ({ own, type }) => own === 'host' && !/^Host!?$/.test(type),
    remedy: 'is not a Host and must be called hostname',
  },
];

/** Words of the prose that earlier descriptions were written in. */
const LITERARY = /\b(asked for|goes on|of which|stretch(?:es)?|tells?|whence)\b/i;

/** Checks that a description is a plain sentence. Returns what is wrong with it, or null. */
export const findDescriptionMistake = (description: string): string | null => {
  const text = description.trim();
  if (text === '') return 'has no description';
  if (!/^[A-Z0-9`]/.test(text)) return 'must start with a capital letter, a digit or `code`';
  if (!text.endsWith('.')) return 'must end with a full stop';
  const [literary] = LITERARY.exec(text) ?? [];
  return literary === undefined ? null : `uses literary wording: ${literary}`;
};
