import type { GraphQLError } from 'graphql';

/**
 * Removes names of the schema from a message, for servers that do not disclose their schema: suggestions, and every quoted name that the document
 * itself does not contain, such as the type of a field.
 */
export const hideNames = (message: string, error: unknown): string => {
  const { source } = error as Partial<GraphQLError>;
  const known = new Set([...listNames(source?.body ?? ''), ...listNames(OWN_NAME.exec(message)?.[1] ?? '')]);
  const hides = (text: string): boolean => !listNames(text).every((name) => known.has(name));
  return message
    .replace(/ ?Did you mean [\s\S]*$/, '')
    .split('"')
    .map((part, index) => {
      // A name from the client may contain a quotation mark, after which quotes pair wrongly. So parts without spaces are hidden too.
      const isQuoted = index % 2 === 1 || (index > 0 && !part.includes(' '));
      return isQuoted && hides(part) ? '…' : part;
    })
    .join('"');
};

const listNames = (text: string): readonly string[] => text.match(/[A-Z_a-z]\w*/g) ?? [];

/** A name from the variables, which is not in the document. */
const OWN_NAME = /Field "(\w+)" is not defined by type/;
