/**
 * A position in the write-ahead log of Postgres (LSN), as 16 upper-case hexadecimal digits, so that positions sort as text. What was committed
 * before it is on every replica that has replayed the log up to it. Clients return it as they received it.
 */
export type Position = string;

const POSITION = /^[\dA-F]{16}$/;

/** Returns null for a text that is not a position. */
export const parsePosition = (text: string): Position | null => {
  const position = text.toUpperCase();
  return POSITION.test(position) ? position : null;
};

/** Makes a position from the text of a pg_lsn, such as `16/B374D848`: two hexadecimal numbers of 32 bits. */
export const positionOf = (lsn: string): Position =>
  lsn
    .split('/')
    .map((half) => half.padStart(8, '0'))
    .join('');

/** Returns the text of a pg_lsn. */
export const lsnOf = (position: Position): string => `${position.slice(0, 8)}/${position.slice(8)}`;
