import type { GraphQLError } from 'graphql';

type Mistake = readonly [message: string, extensions: { readonly code: string; readonly field?: string }];

/**
 * Describes which part of a variable has the wrong shape, without the value. The message of graphql-js contains the value, which may be evidence,
 * an attack or a megabyte long.
 *
 * graphql-js writes `Variable "$events" got invalid value … at "events[0].login"; Field "hostname" of required type …`. The part after the
 * last `; ` is the message of the original error.
 */
export const describeInputMistake = (error: GraphQLError): Mistake => {
  const variable = /^Variable "\$(\w+)"/.exec(error.message)?.[1];
  const problem = error.originalError?.message;
  if (variable === undefined || problem === undefined) return [withoutValues(error.message), { code: CODE }];
  const head = error.message.slice(0, -`; ${problem}`.length);
  const field = PATH.exec(head.slice(Math.max(0, head.lastIndexOf(' at "'))))?.[1] ?? variable;
  return [`${field}: ${withoutValues(problem)}`, { code: CODE, field }];
};

const CODE = 'BAD_USER_INPUT';
const PATH = /^ at "(\w+(?:\.\w+|\[\d+\])*)"$/;

/** Removes the quoted value: `Int cannot represent non-integer value: "x"`, `Value "x" does not exist in …`. */
const withoutValues = (message: string): string =>
  message
    .replace(/(value|value provided): [\s\S]*$/, '$1.')
    .replace(
      /^Value "[\s\S]*" does not exist in "(\w+)" enum\.[\s\S]*$/,
      'The value does not exist in the enum "$1".',
    )
    .replace(
      /^Enum "(\w+)" cannot represent non-string value[\s\S]*$/,
      'Enum "$1" cannot represent a value that is not a string.',
    )
    .replace(/^Variable "\$(\w+)" got invalid value[\s\S]*$/, 'Variable "$1" has an invalid value.')
    .replace(/^Expected type "([\w![\]]+)"[\s\S]*$/, 'Expected a value of type "$1".')
    .slice(0, 500);
