import { GraphQLScalarType, Kind } from 'graphql';
import type { ValueNode } from 'graphql';

/**
 * Makes a scalar that passes values through unchanged. The model's parsers check them: on ingest for each event, so that one bad address
 * rejects one event and not the whole request.
 */
const passThrough = (name: string): GraphQLScalarType =>
  new GraphQLScalarType({
    name,
    serialize: (value) => value,
    parseValue: (value) => value,
    parseLiteral: (node) => valueOf(node),
  });

/** The value of a literal. Integers beyond 2^53 stay text, which LoginId accepts. */
const valueOf = (node: ValueNode): unknown => {
  switch (node.kind) {
    case Kind.INT:
      return Number.isSafeInteger(Number(node.value)) ? Number(node.value) : node.value;
    case Kind.FLOAT:
      return Number(node.value);
    case Kind.STRING:
    case Kind.BOOLEAN:
    case Kind.ENUM:
      return node.value;
    case Kind.NULL:
      return null;
    default:
      // A list or an object: every parser rejects it.
      return {};
  }
};

export const SCALARS = {
  DateTime: passThrough('DateTime'),
  Duration: passThrough('Duration'),
  IPAddress: passThrough('IPAddress'),
  CIDR: passThrough('CIDR'),
  Port: passThrough('Port'),
  LoginId: passThrough('LoginId'),
} as const;
