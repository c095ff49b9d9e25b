import { makeExecutableSchema } from '@graphql-tools/schema';
import { DirectiveLocation, GraphQLDeprecatedDirective, GraphQLDirective, GraphQLSchema } from 'graphql';

import { findFieldMistakes } from './findFieldMistakes.ts';
import { ContextEvent } from './resolvers/ContextEvent.ts';
import * as events from './resolvers/SessionEvent.ts';
import { Account } from './resolvers/Account.ts';
import * as connections from './resolvers/connections.ts';
import * as hosts from './resolvers/Host.ts';
import { Car, HuntMatch, Hunts, HUNT_TYPES } from './resolvers/hunts.ts';
import * as graph from './resolvers/logonGraph.ts';
import * as mutations from './resolvers/Mutation.ts';
import * as queries from './resolvers/Query.ts';
import { Session } from './resolvers/Session.ts';
import * as search from './resolvers/search.ts';
import * as stats from './resolvers/stats.ts';
import { SCALARS } from './scalars.ts';
import { readSchemaText } from './schemaText.ts';

const RESOLVERS = {
  ...SCALARS,
  ...queries,
  ...mutations,
  ...events,
  ContextEvent,
  ...connections,
  Session,
  Account,
  ...hosts,
  ...search,
  ...graph,
  ...stats,
  Car,
  Hunts,
  HuntMatch,
  ...HUNT_TYPES,
};

/**
 * Builds the schema of schema.graphql with its resolvers.
 *
 * @throws Error that names every field without a resolver or a cost.
 */
export const makeSchema = (typeDefs = readSchemaText()): GraphQLSchema => {
  const schema = withReadableDirectives(
    makeExecutableSchema({ typeDefs, resolvers: RESOLVERS, inheritResolversFromInterfaces: true }),
  );
  const mistakes = findFieldMistakes(schema);
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'));
  return schema;
};

/**
 * graphql-js announces that `@deprecated` may be at definitions of directives, which GraphQL of September 2025 does not have. Clients that do
 * not know the location, such as Python's graphql-core 3.2, refuse the whole schema.
 */
const withReadableDirectives = (schema: GraphQLSchema): GraphQLSchema =>
  new GraphQLSchema({
    ...schema.toConfig(),
    directives: schema
      .getDirectives()
      .map((directive) => (directive.name === GraphQLDeprecatedDirective.name ? DEPRECATED : directive)),
  });

const DEPRECATED = new GraphQLDirective({
  ...GraphQLDeprecatedDirective.toConfig(),
  locations: GraphQLDeprecatedDirective.locations.filter(
    (location) => location !== DirectiveLocation.DIRECTIVE_DEFINITION,
  ),
});
