/**
 * Writes JSON up to a size; null as soon as it would be larger, with no more than that in memory. Rows are written by JSON.stringify,
 * and only what holds many of them is taken apart.
 */
export const stringifyCapped = (value: unknown, maxBytes: number): string | null => {
  const pieces: string[] = [];
  let bytes = 0;
  const put = (text: string): boolean => {
    bytes += Buffer.byteLength(text);
    if (bytes <= maxBytes) pieces.push(text);
    return bytes <= maxBytes;
  };
  const write = (part: unknown): boolean => {
    if (isSmall(part)) return put(JSON.stringify(part));
    if (Array.isArray(part)) {
      return (
        put('[') && part.every((item, index) => (index === 0 || put(',')) && write(item ?? null)) && put(']')
      );
    }
    const entries = Object.entries(part as object).filter(([, item]) => item !== undefined);
    return (
      put('{') &&
      entries.every(
        ([key, item], index) => put(`${index === 0 ? '' : ','}${JSON.stringify(key)}:`) && write(item),
      ) &&
      put('}')
    );
  };
  return write(value) ? pieces.join('') : null;
};

/** How many objects and members of lists JSON.stringify may write at a time: a page of 50 with what is in its rows. */
const MOST_AT_ONCE = 250;

const isSmall = (value: unknown): boolean => spareAfter(value, MOST_AT_ONCE) >= 0;

/** How many more there may be after this one; negative as soon as there are too many. */
const spareAfter = (value: unknown, spare: number): number => {
  if (typeof value !== 'object' || value === null) return spare;
  if (Array.isArray(value) && value.length > spare) return -1;
  let left = spare - (Array.isArray(value) ? value.length : 1);
  for (const key in value) {
    if (left < 0) return left;
    left = spareAfter((value as Readonly<Record<string, unknown>>)[key], left);
  }
  return left;
};
