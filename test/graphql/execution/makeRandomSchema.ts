import {
  buildASTSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  parse,
} from 'graphql';
import type { GraphQLOutputType, GraphQLSchema } from 'graphql';

import { readSchemaText } from '../../../src/graphql/schemaText.ts';

/** An object of the random data: its values follow from its seed. */
type Source = { readonly seed: string; readonly typeName: string };

/**
 * Makes the API's schema over random data. The same field of the same object with the same arguments always behaves in the same way: it returns a value,
 * null, an error, a promise, a function, something of a wrong type, or it throws. Half of the fields have a resolver, the others are properties.
 */
export const makeRandomSchema = (troubles: number): GraphQLSchema => {
  const schema = buildASTSchema(parse(readSchemaText()));
  const behave = makeBehaviour(schema, troubles);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type)) continue;
    if (isAbstractType(type)) type.resolveType = (source: Source) => source.typeName;
    if (!isObjectType(type)) continue;
    for (const [name, field] of Object.entries(type.getFields())) {
      const isRoot = type === schema.getQueryType();
      if (!isRoot && hash(`${type.name}.${name}`) < 0.5) continue;
      field.resolve = (source: Source | undefined, given: unknown) =>
        behave({ seed: `${source?.seed ?? ''}.${name}${JSON.stringify(given)}`, type: field.type });
    }
  }
  return schema;
};

/** A number from 0 to 1, exclusive. */
const hash = (text: string): number => {
  let state = 0x81_1c_9d_c5;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01_00_01_93);
  }
  state = Math.imul(state ^ (state >>> 15), 0x2c_1b_3c_6d);
  state = Math.imul(state ^ (state >>> 12), 0x29_7a_2d_39);
  return ((state ^ (state >>> 15)) >>> 0) / 2 ** 32;
};

type Asked = { readonly seed: string; readonly type: GraphQLOutputType };

const makeBehaviour = (schema: GraphQLSchema, troubles: number) => {
  const behave = ({ seed, type }: Asked): unknown => {
    const roll = hash(`${seed}?`);
    if (roll < troubles) throw new Error(`thrown ${seed.length}`);
    if (roll < 2 * troubles) return new Error(`returned ${seed.length}`);
    if (roll < 3 * troubles) return rejected(`rejected ${seed.length}`);
    const value = valueOf({ seed, type });
    if (roll < 0.7) return value;
    return roll < 0.85 ? Promise.resolve(value) : later(value);
  };
  const valueOf = ({ seed, type }: Asked): unknown => {
    const roll = hash(`${seed}!`);
    if (!isNonNullType(type) && roll < 0.1) return roll < 0.05 ? null : undefined;
    if (roll >= 0.5 && roll < 0.5 + troubles) return null;
    return presentOf({ seed, type: getNullableType(type) });
  };
  const presentOf = ({ seed, type }: Asked): unknown => {
    const roll = hash(`${seed}:`);
    if (isListType(type)) {
      if (roll < troubles) return 'no list';
      const items = Array.from({ length: Math.floor(hash(`${seed}#`) * 4) }, (_, index) => {
        const item = { seed: `${seed}[${index}]`, type: type.ofType };
        const value = valueOf(item);
        // graphql-js does not handle the rejection of an item when a later one fails without a promise. Promises avoid that.
        if (troubles === 0 && hash(`${item.seed}~`) < 0.9) return value;
        return hash(`${item.seed}^`) < troubles ? rejected('item') : Promise.resolve(value);
      });
      return roll < 0.2 ? new Set(items) : items;
    }
    const named = getNamedType(type);
    if (isScalarType(named)) return roll < troubles ? { odd: 1 } : scalarOf(named.name, seed);
    if (isEnumType(named)) {
      const values = named.getValues();
      return roll < troubles ? 'ODD' : values[Math.floor(hash(`${seed}%`) * values.length)]?.value;
    }
    const types = isAbstractType(named) ? schema.getPossibleTypes(named) : [named];
    return makeSource(seed, types[Math.floor(hash(`${seed}%`) * types.length)]?.name ?? '');
  };
  const makeSource = (seed: string, typeName: string): Source =>
    new Proxy(
      { seed, typeName },
      {
        get: (source, name) => {
          if (name === 'seed' || name === 'typeName') return source[name];
          const type = schema.getType(typeName);
          const field = isObjectType(type) ? type.getFields()[String(name)] : undefined;
          if (field === undefined) return undefined;
          const asked = { seed: `${seed}.${String(name)}`, type: field.type };
          if (hash(`${asked.seed}f`) < 0.3) {
            return (given: unknown) => behave({ ...asked, seed: asked.seed + JSON.stringify(given) });
          }
          return behave(asked);
        },
      },
    );
  return behave;
};

const later = async (value: unknown): Promise<unknown> => {
  await new Promise(setImmediate);
  return value;
};

/** Handled, because an error before it can keep everybody from reading it. */
const rejected = (message: string): Promise<never> => {
  const promise = Promise.reject(new Error(message));
  promise.catch(() => undefined);
  return promise;
};

const scalarOf = (name: string, seed: string): unknown => {
  const number = Math.floor(hash(`${seed}$`) * 1000);
  if (name === 'Int') return number;
  if (name === 'Float') return number / 10;
  if (name === 'Boolean') return number < 500;
  // Contains the arguments.
  return hash(`${seed}s`) < 0.8 ? `${number} ${seed.slice(-80)}` : number;
};
