/** Formats nanoseconds of Unix time, as Loki and OpenTelemetry write them, in RFC 3339; undefined for anything else. */
export const formatNanoseconds = (value: unknown): string | undefined => {
  const digits = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  if (!/^\d{16,19}$/.test(digits)) return undefined;
  const seconds = Number(digits.slice(0, -9));
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}.${digits.slice(-9)}Z`;
};

/** Formats seconds of Unix time with their milliseconds in RFC 3339; undefined for anything else. */
export const formatSeconds = (value: unknown): string | undefined => {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  return /^\d{9,10}(?:\.\d{1,9})?$/.test(text) ? new Date(Number(text) * 1000).toISOString() : undefined;
};
