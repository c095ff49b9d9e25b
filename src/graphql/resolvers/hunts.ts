import { CAR_ANALYTICS, HUNT_NAMES, HUNTS, REGISTRY, typeNameOf } from '../../domain/hunts/registry.ts';
import type { HuntName, InputOf, PageOf } from '../../domain/hunts/registry.ts';
import type { ComputedFields, Hunt } from '../../domain/hunts/run/defineHunt.ts';
import { listEvidence } from '../../domain/hunts/run/listEvidence.ts';
import { runHunt } from '../../domain/hunts/run/runHunt.ts';

import { SINGLETON_IDS } from '../../model/globalId.ts';
import { makeAnalytic } from '../../model/hunts/analytic.ts';
import type { PageArguments } from '../../model/page.ts';

import type { GraphqlContext } from '../context.ts';
import type { CarResolvers, HuntMatchResolvers, HuntsResolvers, Resolvers } from '../generated.ts';

import { makeCountedConnection, makeEdge } from './makeConnection.ts';

/** A hunt of any parameters and matches. */
type AnyHunt = Hunt<unknown, unknown, never, ComputedFields>;

type RootResolvers<Name extends HuntName> = {
  readonly [N in Name]: (
    parent: unknown,
    input: InputOf<N> & PageArguments,
    context: GraphqlContext,
  ) => Promise<PageOf<N>>;
};

/** One resolver per hunt. The compiler compares its arguments and its answer with the schema. */
const makeRoot = <Name extends HuntName>(hunts: Readonly<Record<Name, unknown>>): RootResolvers<Name> =>
  Object.fromEntries(
    Object.entries(hunts).map(([name, hunt]) => [
      name,
      async (_: unknown, input: PageArguments, context: GraphqlContext) =>
        runHunt(context, { name, hunt: hunt as AnyHunt }, input),
    ]),
  ) as unknown as RootResolvers<Name>;

type Fields<T> = Required<Omit<T, '__isTypeOf'>>;

export const Car: Fields<CarResolvers> = {
  id: () => SINGLETON_IDS.CAR,
  ...makeRoot(CAR_ANALYTICS),
};
export const Hunts: Fields<HuntsResolvers> = {
  id: () => SINGLETON_IDS.HUNTS,
  ...makeRoot(HUNTS),
};

/** The fields of every match. The types of matches inherit them. */
export const HuntMatch: Omit<HuntMatchResolvers, '__resolveType'> = {
  evidence: ({ evidence }, page, context) => listEvidence(context, evidence, page),
};

const computedOf = (name: HuntName): ComputedFields => (REGISTRY[name] as AnyHunt).computed ?? {};

/** All computed fields. This assignment compares them with the schema. */
const COMPUTED: Partial<Resolvers> = Object.assign({}, ...HUNT_NAMES.map(computedOf)) as Computed;

type Computed = Intersection<{ [N in HuntName]: NonNullable<(typeof REGISTRY)[N]['computed']> }[HuntName]>;
type Intersection<Union> = (Union extends unknown ? (of: Union) => void : never) extends (
  of: infer All,
) => void
  ? All
  : never;

/** The types of each hunt: connection, edge, and those with computed fields. */
export const HUNT_TYPES: Readonly<Record<string, object>> = {
  ...COMPUTED,
  ...Object.fromEntries(
    HUNT_NAMES.flatMap((name): readonly (readonly [string, object])[] => {
      const type = typeNameOf(name);
      const { id = name, title, techniques } = REGISTRY[name] as AnyHunt;
      const analytic = makeAnalytic({ id, title, techniques });
      const computed = computedOf(name)[`${type}Connection`];
      return [
        [`${type}Connection`, { ...makeCountedConnection(), analytic: () => analytic, ...computed }],
        [`${type}Edge`, makeEdge()],
      ];
    }),
  ),
};
