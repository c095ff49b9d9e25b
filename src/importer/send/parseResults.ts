import { asArray, asObject, asText, asTextOrNull } from '../../client/looseJson.ts';

/** The server's answer about one event or context event. */
export type IngestResult =
  | { readonly status: 'ACCEPTED' | 'DUPLICATE' }
  | { readonly status: 'REJECTED'; readonly errors: readonly IngestError[] };

export type IngestError = { readonly code: string; readonly field: string | null; readonly message: string };

/** Parses a mutation's payload; null unless it has a result for each of `count` items, in order. */
export const parseResults = (payload: unknown, count: number): readonly IngestResult[] | null => {
  const results = asArray(asObject(payload)['results']).map(parseResult);
  return results.length === count && results.every((result) => result !== null) ? results : null;
};

const parseResult = (value: unknown, position: number): IngestResult | null => {
  const { index, status, errors } = asObject(value);
  if (index !== position) return null;
  if (status === 'ACCEPTED' || status === 'DUPLICATE') return { status };
  return status === 'REJECTED' ? { status, errors: asArray(errors).map(parseError) } : null;
};

const parseError = (value: unknown): IngestError => {
  const { code, field, message } = asObject(value);
  return { code: asText(code), field: asTextOrNull(field), message: asText(message) };
};
