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
import type { Scope } from '../../model/access/scope.ts';

import type { FieldScopes } from './makeFieldScopes.ts';

/** An operation that is to run, of a document that is valid. */
export type Asked = {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
};

/** A field that the caller may not ask for, and why. */
export type Forbidden = { readonly field: FieldNode; readonly message: string };

type Wanted = { readonly field: FieldNode; readonly name: string; readonly scopes: readonly Scope[] };

/**
 * Makes what finds the first field of an operation that its caller may not ask for; null when all may be. Every field is looked at, by
 * whatever alias or fragment, those too that `@skip` would leave out: what runs is decided by variables, this is not. So it is looked at
 * once for an operation that is parsed once, and only the callers differ.
 */
export const makeFindForbidden = (
  scopesOf: FieldScopes,
): ((caller: Caller, asked: Asked) => Forbidden | null) => {
  const known = new WeakMap<OperationDefinitionNode, readonly Wanted[]>();
  return (caller, asked) => {
    const wanted = known.get(asked.operation) ?? listWanted(scopesOf, asked);
    known.set(asked.operation, wanted);
    for (const { field, name, scopes } of wanted) {
      const message = findLack(caller, name, scopes);
      if (message !== null) return { field, message };
    }
    return null;
  };
};

/** The fields of an operation, the first of each kind, with the scopes that open them. */
const listWanted = (scopesOf: FieldScopes, { schema, document, operation }: Asked): readonly Wanted[] => {
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
  const reached = new Set<OperationDefinitionNode | FragmentDefinitionNode>([operation]);
  const wanted = new Map<string, Wanted>();
  const typeInfo = new TypeInfo(schema);
  const visitor = visitWithTypeInfo(typeInfo, {
    Field: (field) => {
      const parent = typeInfo.getParentType()?.name ?? '';
      // Introspection, and __typename: for every caller.
      if (field.name.value.startsWith('__') || parent.startsWith('__')) return;
      const name = `${parent}.${field.name.value}`;
      if (!wanted.has(name)) wanted.set(name, { field, name, scopes: scopesOf(parent, field.name.value) });
    },
    FragmentSpread: ({ name }) => {
      const fragment = fragments.get(name.value);
      if (fragment !== undefined) reached.add(fragment);
    },
  });
  // A set that grows while it is walked is walked to its end.
  for (const definition of reached) visit(definition, visitor);
  return [...wanted.values()];
};
