import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isUnionType,
} from 'graphql';
import type { GraphQLArgument, GraphQLCompositeType, GraphQLInputType, GraphQLSchema } from 'graphql';

/** Returns a number from 0 to 1, exclusive. */
export type Random = () => number;

export type MadeOperation = { readonly text: string; readonly variables: Record<string, unknown> };

type Making = {
  readonly schema: GraphQLSchema;
  readonly random: Random;
  readonly hasMistakes: boolean;
  readonly definitions: string[];
  readonly variables: Record<string, unknown>;
  readonly fragments: string[];
  /** How many fields may still be selected. */
  fields: number;
};

const MAX_DEPTH = 7;

/**
 * Makes a query for a schema: fields with and without arguments, literals and variables (missing, null and wrong ones too), aliases, repeated fields, inline
 * and named fragments, `@skip` and `@include`. A few are invalid.
 *
 * @param hasMistakes whether variables may leave arguments without the value that they need, which fails when the field runs.
 */
export const makeOperation = (
  schema: GraphQLSchema,
  random: Random,
  { hasMistakes }: { readonly hasMistakes: boolean },
): MadeOperation => {
  const making: Making = {
    schema,
    random,
    hasMistakes,
    definitions: [],
    variables: {},
    fragments: [],
    fields: 40,
  };
  const root = schema.getQueryType();
  if (root === undefined || root === null) throw new Error('The schema has no queries.');
  const selections = selectionsOf(making, root, 0);
  const declared = making.definitions.length === 0 ? '' : `(${making.definitions.join(', ')})`;
  return {
    text: [`query Made${declared} ${selections}`, ...making.fragments].join('\n'),
    variables: making.variables,
  };
};

const pick = <Item>(random: Random, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)] as Item;

const selectionsOf = (making: Making, type: GraphQLCompositeType, depth: number): string => {
  const { random } = making;
  const made: string[] = [];
  const count = 1 + Math.floor(random() * (depth === 0 ? 3 : 5));
  for (let index = 0; index < count; index += 1) made.push(selectionOf(making, type, depth));
  // Repeated, so that fields are merged.
  if (random() < 0.1) made.push(pick(random, made));
  return `{ ${made.join(' ')} }`;
};

const selectionOf = (making: Making, type: GraphQLCompositeType, depth: number): string => {
  const { random, schema } = making;
  const roll = random();
  if (roll < 0.1) return `__typename${directiveOf(making)}`;
  if (roll < 0.3 && depth < MAX_DEPTH) {
    const narrower = isAbstractType(type) ? pick(random, [type, ...schema.getPossibleTypes(type)]) : type;
    const below = selectionsOf(making, narrower, depth + 1);
    if (roll < 0.2) {
      const condition = random() < 0.8 ? ` on ${narrower.name}` : '';
      return `...${condition}${directiveOf(making)} ${condition === '' ? selectionsOf(making, type, depth + 1) : below}`;
    }
    const name = `F${making.fragments.length}`;
    making.fragments.push(`fragment ${name} on ${narrower.name} ${below}`);
    const spread = `...${name}${directiveOf(making)}`;
    return random() < 0.3 ? `${spread} ...${name}` : spread;
  }
  return fieldOf(making, type, depth);
};

const fieldOf = (making: Making, type: GraphQLCompositeType, depth: number): string => {
  const { random } = making;
  making.fields -= 1;
  const fields = isUnionType(type) ? [] : Object.values(type.getFields());
  const isAllowed = depth < MAX_DEPTH && making.fields > 0;
  const allowed = fields.filter((field) => isAllowed || isLeafType(getNamedType(field.type)));
  if (allowed.length === 0) return '__typename';
  const field = pick(random, allowed);
  const alias = random() < 0.2 ? `${pick(random, ALIASES)}${Math.floor(random() * 50)}: ` : '';
  const given = field.args.flatMap((argument) => argumentOf(making, argument));
  const head = `${alias}${field.name}${given.length === 0 ? '' : `(${given.join(', ')})`}${directiveOf(making)}`;
  const named = getNamedType(field.type);
  return isLeafType(named) ? head : `${head} ${selectionsOf(making, named, depth + 1)}`;
};

const ALIASES = ['a', 'toJSON', '__proto__', 'then', 'constructor'];

const directiveOf = (making: Making): string => {
  const { random } = making;
  if (random() < 0.8) return '';
  const name = random() < 0.5 ? 'skip' : 'include';
  if (random() < 0.3) return ` @${name}(if: ${random() < 0.5})`;
  const variable = `c${Math.floor(random() * 3)}`;
  if (!(variable in making.variables)) {
    const isNull = making.hasMistakes && random() < 0.1;
    making.definitions.push(`$${variable}: ${isNull ? 'Boolean = true' : 'Boolean!'}`);
    making.variables[variable] = isNull ? null : random() < 0.5;
  }
  return ` @${name}(if: $${variable})`;
};

const argumentOf = (making: Making, { name, type, defaultValue }: GraphQLArgument): string[] => {
  const { random } = making;
  const isRequired = isNonNullType(type) && defaultValue === undefined;
  if (!isRequired && random() < 0.6) return [];
  if (random() < 0.6) return [`${name}: ${literalOf(making, type)}`];
  const variable = `v${making.definitions.length}`;
  const optional = String(type).replace(/!$/, '');
  // A variable with a default may be null where null is refused.
  const isDefaulted = (making.hasMistakes || !isNonNullType(type)) && random() < 0.3;
  const declared = isDefaulted ? `${optional} = ${constantOf(making, type)}` : String(type);
  making.definitions.push(`$${variable}: ${declared}`);
  const roll = random();
  if (roll < 0.8 || (isNonNullType(type) && !making.hasMistakes))
    making.variables[variable] = valueOf(making, type, 0);
  else if (roll < 0.88) making.variables[variable] = null;
  else if (roll < 0.9) making.variables[variable] = { wrong: [] };
  return [`${name}: $${variable}`];
};

/** A value as JSON. */
const valueOf = (making: Making, type: GraphQLInputType, depth: number): unknown => {
  const { random } = making;
  if (isNonNullType(type)) return valueOf(making, type.ofType, depth);
  if (random() < 0.05) return null;
  if (isListType(type)) {
    return Array.from({ length: Math.floor(random() * 3) }, () => valueOf(making, type.ofType, depth + 1));
  }
  if (isEnumType(type)) return pick(random, type.getValues()).name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const chosen = type.isOneOf
      ? [pick(random, fields)]
      : fields.filter(
          (field) =>
            (isNonNullType(field.type) && field.defaultValue === undefined) || (depth < 3 && random() < 0.15),
        );
    return Object.fromEntries(chosen.map((field) => [field.name, valueOf(making, field.type, depth + 1)]));
  }
  return scalarOf(type.name, random);
};

const scalarOf = (name: string, random: Random): unknown => {
  if (name === 'Int') return Math.floor(random() * 100);
  if (name === 'Float') return random();
  if (name === 'Boolean') return random() < 0.5;
  return `text "${Math.floor(random() * 100)}"`;
};

/** A value as a literal of GraphQL. Parts of it can be variables. */
const literalOf = (making: Making, type: GraphQLInputType): string => {
  const printPart: PrintPart = (partType, value) => {
    if (making.random() >= 0.2) return print(partType, value, printPart);
    const variable = `v${making.definitions.length}`;
    making.definitions.push(`$${variable}: ${String(partType)}`);
    if (making.random() < 0.7) making.variables[variable] = value;
    return `$${variable}`;
  };
  return print(type, valueOf(making, type, 0), printPart);
};

const constantOf = (making: Making, type: GraphQLInputType): string => {
  const printPart: PrintPart = (partType, value) => print(partType, value, printPart);
  return printPart(type, valueOf(making, type, 0));
};

type PrintPart = (type: GraphQLInputType, value: unknown) => string;

const print = (type: GraphQLInputType, value: unknown, printPart: PrintPart): string => {
  if (isNonNullType(type)) return print(type.ofType, value, printPart);
  if (value === null) return 'null';
  if (isListType(type)) {
    return `[${(value as unknown[]).map((item) => printPart(type.ofType, item)).join(', ')}]`;
  }
  if (isEnumType(type)) return String(value);
  if (!isInputObjectType(type)) return JSON.stringify(value);
  const members = Object.entries(type.getFields()).flatMap(([name, field]) =>
    Object.hasOwn(value as object, name)
      ? [`${name}: ${printPart(field.type, (value as Record<string, unknown>)[name])}`]
      : [],
  );
  return `{${members.join(', ')}}`;
};
