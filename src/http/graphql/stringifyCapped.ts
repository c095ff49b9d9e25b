import { reserveWork } from '../../model/reserveWork.ts';

/**
 * Writes JSON up to a size; returns null as soon as it would be larger, and keeps no more than that in memory. JSON.stringify writes rows; only
 * values with many rows are split. The event loop turns in between.
 */
export const stringifyCapped = async (value: unknown, maxBytes: number): Promise<string | null> => {
  const pieces: string[] = [];
  let bytes = 0;
  const put = (text: string): boolean => {
    bytes += Buffer.byteLength(text);
    if (bytes <= maxBytes) pieces.push(text);
    return bytes <= maxBytes;
  };
  const write = async (part: unknown): Promise<boolean> => {
    if (isSmall(part)) {
      const text = JSON.stringify(part);
      const turn = reserveWork(PIECE_WEIGHT + text.length / CHARACTERS_PER_UNIT);
      if (turn !== null) await turn;
      return put(text);
    }
    if (Array.isArray(part)) {
      if (!put('[')) return false;
      for (const [index, item] of part.entries()) {
        if (!put(index === 0 ? '' : ',') || !(await write(item ?? null))) return false;
      }
      return put(']');
    }
    if (!put('{')) return false;
    let separator = '';
    for (const [key, item] of Object.entries(part as object)) {
      if (item === undefined) continue;
      if (!put(`${separator}${JSON.stringify(key)}:`) || !(await write(item))) return false;
      separator = ',';
    }
    return put('}');
  };
  return (await write(value)) ? pieces.join('') : null;
};

/** How many objects and list members JSON.stringify may write at a time: a page of 50 rows with their content. */
const MOST_AT_ONCE = 250;
/** The work for a piece, in the units of WORK_PER_TURN: a constant part, and a part for its length. */
const PIECE_WEIGHT = 0.1;
const CHARACTERS_PER_UNIT = 2000;

const isSmall = (value: unknown): boolean => spareAfter(value, MOST_AT_ONCE) >= 0;

/** Returns how many objects and members remain allowed after this value; negative as soon as there are too many. */
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
