import type { GraphQLError } from 'graphql';

/**
 * Takes names of the schema out of a message, for servers that do not tell their schema: suggestions, and every quoted name that the document does
 * not contain itself, such as the type of a field.
 */
export const hideNames = (message: string, error: unknown): string => {
  const { source } = error as Partial<GraphQLError>;
  const known = new Set([...listNames(source?.body ?? ''), ...listNames(OWN_NAME.exec(message)?.[1] ?? '')]);
  const hides = (text: string): boolean => !listNames(text).every((name) => known.has(name));
  return message
    .replace(/ ?Did you mean [\s\S]*$/, '')
    .split('"')
    .map((part, index) => {
      // A name that a client chose may have a quotation mark, after which others pair wrongly; names of the schema have no space around them.
      const isQuoted = index % 2 === 1 || (index > 0 && !part.includes(' '));
      return isQuoted && hides(part) ? '…' : part;
    })
    .join('"');
};

const listNames = (text: string): readonly string[] => text.match(/[A-Z_a-z]\w*/g) ?? [];

/** A name that is not in the document but in the variables. */
const OWN_NAME = /Field "(\w+)" is not defined by type/;
