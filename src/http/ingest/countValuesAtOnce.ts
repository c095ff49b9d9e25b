import { isParsedWhole } from './bodyRecords.ts';

/**
 * Counts about how many values of a body JSON.parse reads in one go, up to a limit: those of the longest line, and those of all lines when the
 * body may be one array or object over several lines. Marks within strings count, too.
 */
export const countValuesAtOnce = (plain: Buffer, limit: number): number => {
  const isWhole = isParsedWhole(plain);
  let most = 0;
  let count = 0;
  for (let index = 0; index < plain.length && most < limit; index += 1) {
    const byte = plain[index];
    if (byte === COMMA || byte === BRACKET || byte === BRACE) {
      count += 1;
      most = Math.max(most, count);
    } else if (byte === LINE_FEED && !isWhole) count = 0;
  }
  return most;
};

const [COMMA, BRACKET, BRACE, LINE_FEED] = Buffer.from(',[{\n');
