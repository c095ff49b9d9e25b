// graphql-eslint's rules for schemas, all that it recommends and those of Relay, on schema.graphql.
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
      // One line for a field, a block for a type.
      '@graphql-eslint/description-style': 'off',
      // Values, parameters and answers to ingest are no objects of their own.
      '@graphql-eslint/strict-id-in-types': 'off',
      // Relay asks for none of these: what a hunt finds has no id, and a connection has its nodes as a list, too.
      '@graphql-eslint/relay-edge-types': [
        'error',
        { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false },
      ],
    },
  },
];
