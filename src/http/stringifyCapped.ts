/**
 * Writes JSON up to a size; null as soon as it would be larger, with no more than that in memory. Rows are written by JSON.stringify,
 * and only what holds other objects is taken apart.
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

/** A scalar, or an object of nothing but scalars. Lists are taken apart, as they may be long. */
const isSmall = (value: unknown): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (!Array.isArray(value) && Object.values(value).every((item) => typeof item !== 'object' || item === null));
