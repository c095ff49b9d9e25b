import type { TypedDocumentString } from './documents.ts';
import { getKey } from './key.ts';

/** Why a question has no answer. */
export type FailureKind =
  'REFUSED' | 'KEY_NEEDED' | 'FORBIDDEN' | 'BUSY' | 'UNAVAILABLE' | 'OFFLINE' | 'FAILED';
export type Failure = {
  readonly kind: FailureKind;
  /** The server's own words. */
  readonly message: string;
  /** When to ask again. */
  readonly retryAfterSeconds: number | null;
  /** The part of the variables that is wrong: `minUsers`, `openHours[0].from`. */
  readonly field?: string;
};

/** A part of an answer that is missing, such as one of several hunts. */
export type Problem = {
  readonly path: string;
  readonly message: string;
  /** As in Failure. */
  readonly field?: string;
};

/** An answer, which may be partial: a field that failed is null and has a problem. */
export type Answer<Result> = { readonly data: Result; readonly problems: readonly Problem[] };

export class QuestionError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

type Question<Variables> = { readonly variables: Variables; readonly signal: AbortSignal };

/** Asks the API; the only place that sends requests. Throws QuestionError. */
export const askServer = async <Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  { variables, signal }: Question<Variables>,
): Promise<Answer<Result>> => {
  const key = getKey();
  const { response, text } = await fetch('graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      ...(key !== null && { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify({ query: document.toString(), variables }),
    signal,
    cache: 'no-store',
    credentials: 'same-origin',
  })
    // The connection may also break in the middle of the answer.
    .then(async (received) => ({ response: received, text: await received.text() }))
    .catch((error: unknown) => {
      if (signal.aborted) throw error;
      throw new QuestionError({ kind: 'OFFLINE', message: OFFLINE, retryAfterSeconds: null });
    });
  const body = parseBody<Result>(text);
  const errors = body?.errors ?? [];
  if (response.ok && body?.data !== undefined && body.data !== null)
    return { data: body.data, problems: errors.map(toProblem) };
  throw new QuestionError(makeFailure(response, errors));
};

const OFFLINE = 'The server does not answer. Check that it still runs and that this machine reaches it.';

type GraphqlError = {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: {
    readonly code?: string;
    readonly retryAfterSeconds?: number;
    readonly field?: string;
  };
};
type Body<Result> = { readonly data?: Result | null; readonly errors?: readonly GraphqlError[] };

const parseBody = <Result>(text: string): Body<Result> | null => {
  try {
    return JSON.parse(text) as Body<Result>;
  } catch {
    return null;
  }
};

const fieldOf = (extensions: GraphqlError['extensions']): { readonly field?: string } =>
  extensions?.field === undefined ? {} : { field: extensions.field };

const toProblem = ({ message, path = [], extensions }: GraphqlError): Problem => ({
  path: path.join('.'),
  message,
  ...fieldOf(extensions),
});

const makeFailure = ({ status, headers }: Response, [error]: readonly GraphqlError[]): Failure => ({
  kind: kindOf(status, error?.extensions?.code),
  message: error?.message ?? describeStrange(status),
  retryAfterSeconds:
    error?.extensions?.retryAfterSeconds ??
    (status === 429 || status === 503 ? (readSeconds(headers) ?? DEFAULT_RETRY_SECONDS) : null),
  ...fieldOf(error?.extensions),
});

/** What answers with another page than the API's is often a proxy that requires a login. */
const describeStrange = (status: number): string =>
  status < 400
    ? `What came (HTTP status ${status}) is not an answer of the API. A proxy may require a new login: reload the page.`
    : `The server answered with HTTP status ${status} and without a reason.`;

const DEFAULT_RETRY_SECONDS = 5;

/** What a proxy says in `Retry-After`; null for a date or nothing. */
const readSeconds = (headers: Headers): number | null => {
  const text = headers.get('retry-after') ?? '';
  return /^\d{1,4}$/.test(text) ? Number(text) : null;
};

/** What a server says that is away, or a proxy before it. */
const UNAVAILABLE: ReadonlySet<number> = new Set([502, 503, 504]);

const kindOf = (status: number, code: string | undefined): FailureKind => {
  if (status === 401) return 'KEY_NEEDED';
  if (status === 403 || code === 'FORBIDDEN') return 'FORBIDDEN';
  if (status === 429) return 'BUSY';
  if (UNAVAILABLE.has(status)) return 'UNAVAILABLE';
  return status >= 400 && status < 500 ? 'REFUSED' : 'FAILED';
};
