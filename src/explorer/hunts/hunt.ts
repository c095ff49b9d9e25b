/** A value that can be chosen, and what it means. */
export type Choice = { readonly name: string; readonly description: string };

/** How the value of an argument is typed in: `CHOICE` is one of its choices, `MEMBER` a value for one of its choices, `OBJECTS` a list of objects with fields. */
export type ValueKind = 'TEXT' | 'NUMBER' | 'BOOLEAN' | 'TIME' | 'CHOICE' | 'MEMBER' | 'OBJECTS' | 'RANGE';

/** An argument of a hunt, from the schema. */
export type HuntArgument = {
  readonly name: string;
  readonly description: string;
  /** Its type in GraphQL, such as `[LoginType!]!`. */
  readonly type: string;
  readonly kind: ValueKind;
  readonly isList: boolean;
  /** Whether it needs a value and has no default. */
  readonly isRequired: boolean;
  readonly isNullable: boolean;
  /** Absent without a default. */
  readonly defaultValue?: unknown;
  readonly choices?: readonly Choice[];
  /** Of `OBJECTS`: what each has. */
  readonly fields?: readonly HuntArgument[];
};

/** How a value of a match is shown. */
export type CellKind = 'TIME' | 'HOST' | 'ACCOUNT' | 'ADDRESS' | 'SESSION' | 'NUMBER' | 'TEXT';

/** A column of the matches, from the fields of their type. */
export type HuntColumn = {
  /** Where the value is in a match: `["login", "user"]`. */
  readonly path: readonly string[];
  readonly title: string;
  readonly description: string;
  readonly kind: CellKind;
  /** Of a list of objects: what is shown of each. */
  readonly members?: readonly HuntColumn[];
};

/** A hunt or an analytic of CAR, from the schema. */
export type Hunt = {
  readonly name: string;
  /** The field of `Query` that has it. */
  readonly parent: 'car' | 'hunts';
  /** Its name for people: `Password Spraying`. */
  readonly title: string;
  readonly description: string;
  readonly arguments: readonly HuntArgument[];
  readonly columns: readonly HuntColumn[];
  /** Asks for a page of matches with their evidence. */
  readonly query: string;
  /** Asks for the number of matches. */
  readonly countQuery: string;
};

type Count = { readonly value: number; readonly relation: 'EQUAL' | 'AT_LEAST' };

export type Technique = { readonly id: string; readonly name: string; readonly url: string };

export type EvidenceEvent = {
  readonly id: string;
  readonly time: string;
  readonly action: string;
  readonly hostname: string;
  readonly user: string | null;
  readonly userDomain: string | null;
  readonly userName: string | null;
  readonly loginId: string | null;
  readonly loginType?: string | null;
  readonly srcIp?: string | null;
  readonly loginSuccessful?: boolean | null;
  readonly session: { readonly id: string } | null;
};

/** A match: the values of the hunt's columns, and the events that prove it. */
export type Match = Readonly<Record<string, unknown>> & {
  readonly evidence: {
    readonly totalCount: Count;
    readonly nodes: readonly EvidenceEvent[];
  };
};

/** The answer to `countQuery`. */
export type HuntCount = {
  readonly analytic: {
    readonly id: string;
    readonly title: string;
    readonly url: string;
    readonly attackTechniques: readonly Technique[];
  };
  readonly totalCount: Count;
  readonly truncated: boolean;
};

/** The answer to `query`. */
export type HuntPage = HuntCount & {
  readonly edges: readonly { readonly cursor: string; readonly node: Match }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
};

/** What the API answers to a question about one hunt. A hunt that failed is null. */
export type HuntResult<Answer> = Readonly<
  Partial<Record<Hunt['parent'], Readonly<Record<string, Answer | null>> | null>>
>;

/** The only hunt of an answer. */
export const pickAnswer = <Answer>(result: HuntResult<Answer> | null): Answer | null =>
  Object.values(result?.hunts ?? result?.car ?? {})[0] ?? null;
