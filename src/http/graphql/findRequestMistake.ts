import { createHash } from 'node:crypto';

import type { FastifyRequest } from 'fastify';
import { Lexer, Source, TokenKind } from 'graphql';

import { MAX_TOKENS } from '../../graphql/limits.ts';

/** The reason why a request is not valid GraphQL over HTTP. */
export type RequestMistake = { readonly status: number; readonly code: string; readonly message: string };

/** graphql-js parses a document without a pause, and its limit of tokens does not count comments: 64 Ki of them take 15 ms. */
const MAX_DOCUMENT_CHARACTERS = 131_072;
/** A filter may nest `and`, `or` and `not` ten times, with two levels each; the rest is for the levels around them. */
const MAX_VARIABLES_DEPTH = 50;
/** Braces, brackets and parentheses: a query of the maximum depth with a filter at its end has about 80 levels. */
const MAX_DOCUMENT_DEPTH = 150;

/**
 * Finds documents that are too long, and mistakes that graphql-js and Apollo would answer with an internal error: values and documents whose
 * nesting exhausts the stack, and a `persistedQuery` extension of the wrong shape. Returns null for valid requests, and for mistakes that graphql-js
 * and Apollo report themselves.
 */
export const findRequestMistake = (request: FastifyRequest): RequestMistake | null => {
  const { query, variables, extensions } = readParameters(request);
  if (typeof query === 'string' && query.length > MAX_DOCUMENT_CHARACTERS) return QUERY_TOO_LARGE;
  if (isDeeperThan(variables, MAX_VARIABLES_DEPTH)) return VARIABLES_TOO_DEEP;
  if (typeof query === 'string' && isDocumentTooDeep(query)) return QUERY_TOO_DEEP;
  return findPersistedQueryMistake(query, extensions);
};

const QUERY_TOO_LARGE: RequestMistake = {
  status: 413,
  code: 'QUERY_TOO_LARGE',
  message: `The document has more than ${MAX_DOCUMENT_CHARACTERS} characters. Send values as variables, or split the document into several queries.`,
};

const VARIABLES_TOO_DEEP: RequestMistake = {
  status: 400,
  code: 'VARIABLES_TOO_DEEP',
  message: `The variables are nested deeper than ${MAX_VARIABLES_DEPTH} levels; send values of the shape that the schema describes.`,
};

const QUERY_TOO_DEEP: RequestMistake = {
  status: 400,
  code: 'QUERY_TOO_DEEP',
  message: `The document nests braces, brackets and parentheses deeper than ${MAX_DOCUMENT_DEPTH} levels. Split it into several queries.`,
};

type Parameters = { readonly query?: unknown; readonly variables?: unknown; readonly extensions?: unknown };

const readParameters = ({ method, query, body }: FastifyRequest): Parameters => {
  if (method !== 'GET') return typeof body === 'object' && body !== null ? body : {};
  const given = query as Readonly<Record<string, unknown>>;
  return {
    query: given['query'],
    variables: parseJson(given['variables']),
    extensions: parseJson(given['extensions']),
  };
};

/** Returns undefined for invalid JSON, which Apollo refuses. */
const parseJson = (text: unknown): unknown => {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
};

const isDeeperThan = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((part) => isDeeperThan(part, levels - 1)));

const OPENING: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

const isDocumentTooDeep = (query: string): boolean => {
  try {
    const lexer = new Lexer(new Source(query));
    let depth = 0;
    // The parser refuses the document at the next token.
    for (let tokens = 0; tokens < MAX_TOKENS; tokens += 1) {
      const token = lexer.advance();
      if (token.kind === TokenKind.EOF) return false;
      if (OPENING.has(token.kind)) depth += 1;
      if (CLOSING.has(token.kind)) depth -= 1;
      if (depth > MAX_DOCUMENT_DEPTH) return true;
    }
    return false;
  } catch {
    // A syntax error. The parser reports it and stops at the same position.
    return false;
  }
};

const findPersistedQueryMistake = (query: unknown, extensions: unknown): RequestMistake | null => {
  const { persistedQuery = null } = (extensions ?? {}) as { readonly persistedQuery?: unknown };
  if (persistedQuery === null) return null;
  const { version, sha256Hash } = persistedQuery as Readonly<Record<string, unknown>>;
  if (version !== 1 || typeof sha256Hash !== 'string' || !/^[0-9a-f]{64}$/.test(sha256Hash)) {
    return BAD_PERSISTED_QUERY;
  }
  if (typeof query !== 'string') return null;
  return createHash('sha256').update(query).digest('hex') === sha256Hash ? null : OTHER_QUERY;
};

const BAD_PERSISTED_QUERY: RequestMistake = {
  status: 400,
  code: 'BAD_PERSISTED_QUERY',
  message:
    'extensions.persistedQuery must be {"version": 1, "sha256Hash": "…"} with the SHA-256 of the query in 64 lower-case hexadecimal digits. Correct it, or omit it and send the query.',
};

const OTHER_QUERY: RequestMistake = {
  status: 400,
  code: 'BAD_PERSISTED_QUERY',
  message:
    'extensions.persistedQuery.sha256Hash is not the SHA-256 of the query. Hash the query exactly as it is sent, as UTF-8.',
};
