import { readFileSync } from 'node:fs';

import { parse, print, visit } from 'graphql';

const SCHEMA_FILE = new URL('../../schema.graphql', import.meta.url);

/** Reads schema.graphql, with its comments. */
export const readSchemaText = (): string => readFileSync(SCHEMA_FILE, 'utf8');

/** Removes the descriptions and comments of a schema. */
export const withoutDescriptions = (text: string): string =>
  `${print(
    visit(parse(text, { noLocation: true }), {
      enter: (node) => ('description' in node ? { ...node, description: undefined } : undefined),
    }),
  )}\n`;
