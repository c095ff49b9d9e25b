import { readFileSync } from 'node:fs';

import { expect, test } from '@jest/globals';
import { buildSchema, getNamedType, isObjectType, isListType, getNullableType } from 'graphql';

import { useApi } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';

const api = useApi(useDatabase());

/** The objects of which there is one each: fields of Query without arguments. */
const SINGLETONS = Object.values(
  buildSchema(readFileSync('schema.graphql', 'utf8')).getQueryType()?.getFields() ?? {},
).filter(({ type, args }) => args.length === 0 && isObjectType(getNamedType(type)));

test('every object of which there is one has its name as a constant id', async () => {
  const names = SINGLETONS.map(({ name }) => name);
  expect(names.toSorted()).toEqual(['car', 'hunts', 'overview']);
  expect(SINGLETONS.filter(({ type }) => isListType(getNullableType(type)))).toEqual([]);
  const { data } = await api().query(`{ ${names.map((name) => `${name} { id }`).join(' ')} }`);
  expect(data).toEqual(Object.fromEntries(names.map((name) => [name, { id: name }])));
});

test('node does not accept these ids, and says what to query', async () => {
  for (const query of ['{ node(id: "hunts") { id } }', '{ nodes(ids: ["hunts"]) { id } }']) {
    const { errors } = await api().query(query);
    expect(errors).toMatchObject([
      {
        message: 'node and nodes do not accept this id; query the field hunts instead.',
        extensions: { code: 'BAD_ID', field: 'id' },
      },
    ]);
  }
});
