/** What the server says of one event or host start. */
export type IngestVerdict =
  | { readonly status: 'ACCEPTED' | 'DUPLICATE' }
  | { readonly status: 'REJECTED'; readonly errors: readonly IngestError[] };

export type IngestError = { readonly code: string; readonly field: string | null; readonly message: string };

/** A body that came back, as far as it could be understood. */
export type IngestAnswer =
  | { readonly kind: 'VERDICTS'; readonly verdicts: readonly IngestVerdict[] }
  | { readonly kind: 'RETRYABLE' | 'REFUSED'; readonly message: string }
  | { readonly kind: 'UNKNOWN'; readonly message: string };

/** Parses the body of an answer to that mutation; it must have a verdict for each of `count` items, in order. */
export const parseIngestAnswer = (body: string, mutation: string, count: number): IngestAnswer => {
  const answer = asObject(parseJson(body));
  const errors = asArray(answer['errors']).map(asObject);
  const [error] = errors;
  if (error !== undefined) {
    const isRetryable = errors.some(({ extensions }) => asObject(extensions)['retryable'] === true);
    return { kind: isRetryable ? 'RETRYABLE' : 'REFUSED', message: asText(error['message']) };
  }
  const payload = asObject(asObject(answer['data'])[mutation]);
  const verdicts = asArray(payload['results']).map(parseVerdict);
  const isWhole = verdicts.length === count && verdicts.every((verdict) => verdict !== null);
  return isWhole ? { kind: 'VERDICTS', verdicts } : { kind: 'UNKNOWN', message: '' };
};

const parseVerdict = (value: unknown, position: number): IngestVerdict | null => {
  const { index, status, errors } = asObject(value);
  if (index !== position) return null;
  if (status === 'ACCEPTED' || status === 'DUPLICATE') return { status };
  return status === 'REJECTED' ? { status, errors: asArray(errors).map(parseError) } : null;
};

const parseError = (value: unknown): IngestError => {
  const { code, field, message } = asObject(value);
  return { code: asText(code), field: typeof field === 'string' ? field : null, message: asText(message) };
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const asObject = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

const asArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
