import type { Match } from '../../../model/hunts/match.ts';
import type { TechniqueId } from '../../../model/hunts/analytic.ts';
import type { PageArguments } from '../../../model/page.ts';

import type { ListContext } from '../../listContext.ts';
import type { Page } from '../../listPage.ts';

/** A page of the matches of a hunt; its count covers all matches. */
export type HuntPage<M extends Match, Parameters> = Page<M> & {
  readonly parameters: Parameters;
  /** Whether there are more matches than the hunt lists. */
  readonly truncated: boolean;
};

/** The result of any hunt, regardless of the type of its matches. */
export type AnyHuntPage<Parameters> = Omit<HuntPage<Match, Parameters>, 'cursorOf'>;

/** The input of a search. The name and the parameters identify the list, so that a cursor of other parameters is refused. */
export type HuntRun<Parameters> = ListContext & {
  readonly name: string;
  readonly parameters: Parameters;
  readonly page: PageArguments;
};

/** Fields of schema types that are read only if a query selects them. All other fields are properties of the objects. */
export type ComputedFields = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A hunt: its name, its parameters and its search. CONTRIBUTING.md explains how to add one. */
export type Hunt<Input, Parameters, Found extends AnyHuntPage<Parameters>, Computed> = {
  /** The id of a CAR analytic; other hunts have their name. */
  readonly id?: string;
  readonly title: string;
  /** Techniques of ATT&CK that the hunt may reveal. */
  readonly techniques: readonly TechniqueId[];
  /** A description of the matches, for the table of hunts in the documentation. */
  readonly finds: string;
  /** Parses the arguments. The answer echoes the parameters. @throws Refusal that names the parameter. */
  readonly parse: (input: Input, context: ListContext) => Parameters | Promise<Parameters>;
  /** Lists a page of matches; see listEventMatches, listSessionMatches and listMatches. */
  readonly search: (run: HuntRun<Parameters>) => Promise<Found>;
  readonly computed?: Computed;
};

/** Checks that the parts of a hunt fit together. */
export const defineHunt = <
  Input,
  Parameters,
  Found extends AnyHuntPage<Parameters>,
  Computed extends object = object,
>(
  hunt: Hunt<Input, Parameters, Found, Computed>,
): Hunt<Input, Parameters, Found, Computed> => hunt;
