/**
 * Removes the literals of a document from an error message of graphql-js, which contains the refused value: values may be evidence. Names of
 * fields, arguments and types are kept.
 */
export const describeDocumentMistake = (message: string): string =>
  REWRITES.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), message).slice(
    0,
    500,
  );

export const INTROSPECTION_DISABLED =
  'Introspection is disabled on this server. Ask its operator for the schema.';

/** The messages of graphql-js 16 that contain a value, and their replacements. */
const REWRITES: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/^Expected value of type "([\w![\]]+)", found [\s\S]*$/, 'A value does not have the type "$1".'],
  [
    /^Enum "(\w+)" cannot represent non-(?:enum|string) value: [\s\S]*?( Did you mean the enum value [^?]*\?)?$/,
    'A value is not a value of the enum "$1".$2',
  ],
  [
    /^Value "[\s\S]*" does not exist in "(\w+)" enum\.( Did you mean the enum value [^?]*\?)?$/,
    'A value is not a value of the enum "$1".$2',
  ],
  // From the built-in scalars: `Int cannot represent non-integer value: "x"`.
  [/^(\w+ cannot represent [\w -]*value(?: provided)?): [\s\S]*$/, '$1.'],
  [/^(Argument "\w+" has (?:an )?invalid value) [\s\S]*$/, '$1.'],
  [/^Unknown operation named "[\s\S]*$/, 'The document has no operation with the name in operationName.'],
  // Tokens with a value; `<EOF>` and punctuation have no value.
  [
    /^(Syntax Error: [\s\S]*?(?:found|Unexpected) (?:Name|Int|Float|String|BlockString|Comment)) "[\s\S]*$/,
    '$1.',
  ],
  [/^(Syntax Error: Invalid (?:number, [\w ]+|[\w ]*(?:character|sequence)[\w ]*)): [\s\S]*$/, '$1.'],
  [/^GraphQL introspection is not allowed[\s\S]*$/, INTROSPECTION_DISABLED],
];
