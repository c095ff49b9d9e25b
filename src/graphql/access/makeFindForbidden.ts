import { TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';

import { describeMissingScope } from '../../model/access/caller.ts';
import type { Caller } from '../../model/access/caller.ts';
import type { Scope } from '../../model/access/scope.ts';

import { fragmentsOf } from '../fragmentsOf.ts';

import type { FieldScopes } from './makeFieldScopes.ts';

/** An operation of a valid document. */
export type ValidOperation = {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
};

/** A field that the caller may not select, and why. */
export type Forbidden = { readonly field: FieldNode; readonly message: string };

type Wanted = { readonly field: FieldNode; readonly name: string; readonly scopes: readonly Scope[] };

/**
 * Makes a function that finds the first field of an operation that its caller may not select; null when there is none. It checks all
 * fields, also in fragments and also those that `@skip` leaves out: the result does not depend on variables, so that the fields are
 * listed once per parsed operation.
 */
export const makeFindForbidden = (
  scopesOf: FieldScopes,
): ((caller: Caller, asked: ValidOperation) => Forbidden | null) => {
  const known = new WeakMap<OperationDefinitionNode, readonly Wanted[]>();
  return (caller, asked) => {
    const wanted = known.get(asked.operation) ?? listWanted(scopesOf, asked);
    known.set(asked.operation, wanted);
    for (const { field, name, scopes } of wanted) {
      const message = describeMissingScope(caller, name, scopes);
      if (message !== null) return { field, message };
    }
    return null;
  };
};

/** The fields of an operation, each once, with the scopes that allow access. */
const listWanted = (
  scopesOf: FieldScopes,
  { schema, document, operation }: ValidOperation,
): readonly Wanted[] => {
  const fragments = fragmentsOf(document);
  const reached = new Set<OperationDefinitionNode | FragmentDefinitionNode>([operation]);
  const wanted = new Map<string, Wanted>();
  const typeInfo = new TypeInfo(schema);
  const visitor = visitWithTypeInfo(typeInfo, {
    Field: (field) => {
      const parent = typeInfo.getParentType()?.name ?? '';
      // Introspection and __typename are allowed to every caller.
      if (field.name.value.startsWith('__') || parent.startsWith('__')) return;
      const name = `${parent}.${field.name.value}`;
      if (!wanted.has(name)) wanted.set(name, { field, name, scopes: scopesOf(parent, field.name.value) });
    },
    FragmentSpread: ({ name }) => {
      const fragment = fragments.get(name.value);
      if (fragment !== undefined) reached.add(fragment);
    },
  });
  // Iterating over a Set includes what is added meanwhile.
  for (const definition of reached) visit(definition, visitor);
  return [...wanted.values()];
};
