// Checks schema.graphql with all of graphql-eslint's recommended rules for schemas and its rules for Relay.
import graphql from '@graphql-eslint/eslint-plugin';

const { 'flat/schema-recommended': recommended, 'flat/schema-relay': relay } = graphql.configs;

export default [
  {
    files: ['**/*.graphql'],
    languageOptions: { parser: graphql.parser },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      ...recommended.rules,
      ...relay.rules,
      // Fields have descriptions on one line, types have block descriptions.
      '@graphql-eslint/description-style': 'off',
      // Values, parameters and results of ingest have no identity.
      '@graphql-eslint/strict-id-in-types': 'off',
      // Relay requires neither: matches of hunts have no id, and a connection also has a list of its nodes.
      '@graphql-eslint/relay-edge-types': [
        'error',
        { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false },
      ],
    },
  },
];
