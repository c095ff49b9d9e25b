import { expect, test } from '@jest/globals';
import { Kind, parse, validate } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';

import { makeSchema } from '../../../src/graphql/schema.ts';

import { listQuestions } from './questions.ts';

const SCHEMA = makeSchema();
const QUESTIONS = listQuestions({ fromMs: Date.UTC(2026, 0), untilMs: Date.UTC(2027, 0) });

test.each(QUESTIONS.map((question) => [question.name, question] as const))(
  'the API accepts the question "%s" with its variables',
  (_, { query, variables }) => {
    const document = parse(query);
    expect(validate(SCHEMA, document)).toEqual([]);
    const [operation] = document.definitions;
    const definitions =
      operation?.kind === Kind.OPERATION_DEFINITION ? (operation.variableDefinitions ?? []) : [];
    expect(getVariableValues(SCHEMA, definitions, variables).errors).toBeUndefined();
    expect(query).not.toMatch(/\$(from|until|at)"/);
  },
);

test('no two questions have the same name', () => {
  expect(new Set(QUESTIONS.map(({ name }) => name)).size).toBe(QUESTIONS.length);
});
