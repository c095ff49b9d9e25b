// What the browser code of the playground shares: types for the checker, nothing of it runs.

/** A request as GraphiQL hands it over. */
export type GraphqlRequest = {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
};

export type GraphqlAnswer = {
  readonly data?: any;
  readonly errors?: readonly { readonly message: string }[];
};

export type Ask = (
  request: GraphqlRequest,
  headers?: Readonly<Record<string, string>>,
) => Promise<GraphqlAnswer>;

/** What the newest events of the database say; a tab's variables are filled from it. */
export type Facts = Readonly<Record<string, unknown>> & {
  readonly kind: 'DEMO' | 'OWN' | 'EMPTY';
  readonly hostname: string;
  readonly lastAt: string;
};

/** What is used here of an editor of CodeMirror 5. */
export type Editor = {
  readonly getValue: () => string;
  readonly setValue: (text: string) => void;
  readonly focus: () => void;
};

declare global {
  /** GraphiQL, a classic script. */
  const YogaGraphiQL: {
    readonly renderYogaGraphiQL: (root: Element, options: Readonly<Record<string, unknown>>) => void;
  };
}
