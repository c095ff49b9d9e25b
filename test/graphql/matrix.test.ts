import { expect, test } from '@jest/globals';
import { getNamedType, isEnumType, isInputObjectType, isNonNullType, isObjectType } from 'graphql';

import { makeSchema } from '../../src/graphql/schema.ts';
import { ACTIONS, LOGIN_TYPES } from '../../src/model/action.ts';
import { END_REASONS, START_REASONS } from '../../src/model/session/session.ts';

/** CAR's ten fields, by their names in the schema: https://car.mitre.org/data_model/user_session. */
const FIELDS = {
  hostname: 'hostname',
  user: 'user',
  uid: 'uid',
  login_id: 'loginId',
  login_type: 'loginType',
  login_successful: 'loginSuccessful',
  src_ip: 'srcIp',
  src_port: 'srcPort',
  dest_ip: 'destIp',
  dest_port: 'destPort',
} as const;

const MATRIX = {
  Login: 'required yes yes yes yes required yes yes yes yes',
  Logout: 'required yes yes yes yes - yes yes yes yes',
  Reconnect: 'required yes yes yes yes - yes yes yes yes',
  Lock: 'required yes yes yes - - - - - -',
  Unlock: 'required yes yes yes - - - - - -',
} as const;

const schema = makeSchema();

const cellsOf = (typeName: string): string => {
  const type = schema.getType(typeName);
  if (!isObjectType(type) && !isInputObjectType(type)) throw new Error(`${typeName} is missing.`);
  const fields = type.getFields();
  return Object.values(FIELDS)
    .map((name) => {
      const field = fields[name];
      if (field === undefined) return '-';
      return isNonNullType(field.type) ? 'required' : 'yes';
    })
    .join(' ');
};

test.each(Object.entries(MATRIX))(
  '%sEvent and its input have the fields of their row of the matrix',
  (action, cells) => {
    expect(cellsOf(`${action}Event`)).toBe(cells);
    expect(cellsOf(`${action}EventInput`)).toBe(cells);
  },
);

test('the event types have only the fields of the matrix and the extensions', () => {
  const extensions = [
    'id',
    'time',
    'action',
    'userDomain',
    'userName',
    'sourceId',
    'ingestedAt',
    'session',
    'linkedLoginId',
    'srcHostname',
    'host',
    'account',
  ];
  const allowed = new Set<string>([...Object.values(FIELDS), ...extensions]);
  for (const action of Object.keys(MATRIX)) {
    const type = schema.getType(`${action}Event`);
    if (!isObjectType(type)) throw new Error('unreachable: the test above found it');
    expect(Object.keys(type.getFields()).filter((name) => !allowed.has(name))).toEqual([]);
  }
});

test('login, logout and reconnect are remote-capable, and no others', () => {
  const remote = schema.getType('RemoteCapableEvent');
  if (remote?.astNode?.kind !== 'InterfaceTypeDefinition') throw new Error('RemoteCapableEvent is missing.');
  const implementations = schema.getImplementations(schema.getType(remote.name) as never).objects;
  expect(implementations.map(({ name }) => name).toSorted()).toEqual([
    'LoginEvent',
    'LogoutEvent',
    'ReconnectEvent',
  ]);
});

test('one event input holds exactly one action', () => {
  const input = schema.getType('SessionEventInput');
  if (!isInputObjectType(input)) throw new Error('SessionEventInput is missing.');
  expect(input.isOneOf).toBe(true);
  const members = Object.values(input.getFields()).map(({ name, type }) => [name, getNamedType(type).name]);
  expect(members).toEqual([
    ['login', 'LoginEventInput'],
    ['logout', 'LogoutEventInput'],
    ['reconnect', 'ReconnectEventInput'],
    ['lock', 'LockEventInput'],
    ['unlock', 'UnlockEventInput'],
  ]);
});

test.each([
  ['SessionAction', ACTIONS],
  ['LoginType', LOGIN_TYPES],
  ['SessionStartReason', START_REASONS],
  ['SessionEndReason', END_REASONS],
])('%s has the values of the model', (name, values) => {
  const type = schema.getType(name);
  if (!isEnumType(type)) throw new Error(`${name} is missing.`);
  expect(
    type
      .getValues()
      .map((value) => value.name)
      .toSorted(),
  ).toEqual([...values].toSorted());
});

test('the matrix has a row for each action', () => {
  expect(Object.keys(MATRIX).map((name) => name.toUpperCase())).toEqual([...ACTIONS]);
});
