// Types that the browser code of the playground shares, for the type checker only.

/** A request of GraphiQL. */
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

/** Facts about the newest events of the database, from which the variables of the tabs are filled. */
export type Facts = Readonly<Record<string, unknown>> & {
  readonly kind: 'DEMO' | 'OWN' | 'EMPTY';
  readonly hostname: string;
  readonly lastAt: string;
};

/** The used part of an editor of CodeMirror 5. */
export type Editor = {
  readonly getValue: () => string;
  readonly setValue: (text: string) => void;
  readonly focus: () => void;
};

declare global {
  /** GraphiQL, which is a classic script. */
  const YogaGraphiQL: {
    readonly renderYogaGraphiQL: (root: Element, options: Readonly<Record<string, unknown>>) => void;
  };
}
