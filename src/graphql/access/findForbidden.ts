import { Kind, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';

import { findLack } from '../../model/access/caller.ts';
import type { Caller } from '../../model/access/caller.ts';

import type { FieldScopes } from './makeFieldScopes.ts';

/** An operation that is to run, of a document that is valid. */
export type Asked = {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
};

/** A field that the caller may not ask for, and why. */
export type Forbidden = { readonly field: FieldNode; readonly message: string };

/**
 * The first field of an operation that its caller may not ask for; null when all may be. Every field is looked at, by whatever alias or
 * fragment, those too that `@skip` would leave out: what runs is decided by variables, this is not.
 */
export const findForbidden = (
  scopesOf: FieldScopes,
  caller: Caller,
  { schema, document, operation }: Asked,
): Forbidden | null => {
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
  const reached = new Set<OperationDefinitionNode | FragmentDefinitionNode>([operation]);
  const forbidden: Forbidden[] = [];
  const typeInfo = new TypeInfo(schema);
  const visitor = visitWithTypeInfo(typeInfo, {
    Field: (field) => {
      const parent = typeInfo.getParentType()?.name ?? '';
      // Introspection, and __typename: for every caller.
      if (field.name.value.startsWith('__') || parent.startsWith('__')) return;
      const name = field.name.value;
      const message = findLack(caller, `${parent}.${name}`, scopesOf(parent, name));
      if (message !== null) forbidden.push({ field, message });
    },
    FragmentSpread: ({ name }) => {
      const fragment = fragments.get(name.value);
      if (fragment !== undefined) reached.add(fragment);
    },
  });
  // A set that grows while it is walked is walked to its end.
  for (const definition of reached) visit(definition, visitor);
  return forbidden[0] ?? null;
};
