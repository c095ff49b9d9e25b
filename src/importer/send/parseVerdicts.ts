import { asArray, asObject, asText, asTextOrNull } from '../../client/looseJson.ts';

/** What the server says of one event or host start. */
export type IngestVerdict =
  | { readonly status: 'ACCEPTED' | 'DUPLICATE' }
  | { readonly status: 'REJECTED'; readonly errors: readonly IngestError[] };

export type IngestError = { readonly code: string; readonly field: string | null; readonly message: string };

/** Parses a mutation's payload; null unless it has a verdict for each of `count` items, in order. */
export const parseVerdicts = (payload: unknown, count: number): readonly IngestVerdict[] | null => {
  const verdicts = asArray(asObject(payload)['results']).map(parseVerdict);
  return verdicts.length === count && verdicts.every((verdict) => verdict !== null) ? verdicts : null;
};

const parseVerdict = (value: unknown, position: number): IngestVerdict | null => {
  const { index, status, errors } = asObject(value);
  if (index !== position) return null;
  if (status === 'ACCEPTED' || status === 'DUPLICATE') return { status };
  return status === 'REJECTED' ? { status, errors: asArray(errors).map(parseError) } : null;
};

const parseError = (value: unknown): IngestError => {
  const { code, field, message } = asObject(value);
  return { code: asText(code), field: asTextOrNull(field), message: asText(message) };
};
