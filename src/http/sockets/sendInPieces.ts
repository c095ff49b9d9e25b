import { Readable } from 'node:stream';

/** Smaller answers are sent as a whole: they fit into the buffers of the connection. */
const LARGE = 1_048_576;
const PIECE = 65_536;

/** An answer that is sent piece by piece. */
export type Pieces = { readonly stream: Readable; readonly bytes: number };

type Reading = {
  /** The time in which the next piece must be read. */
  readonly pauseMs: number;
  readonly onTooSlow: () => void;
};

/**
 * Splits a large answer into pieces, each of which must be read within `pauseMs`; null for other answers. For an answer that is sent as a whole,
 * only Node sees the progress, and it accepts a few bytes from time to time.
 */
export const sendInPieces = (answer: unknown, reading: Reading): Pieces | null => {
  if (!(typeof answer === 'string' || Buffer.isBuffer(answer)) || answer.length < LARGE) return null;
  const pieces = Readable.from(listPieces(answer, reading), { objectMode: false, highWaterMark: PIECE });
  return { stream: pieces, bytes: Buffer.byteLength(answer) };
};

async function* listPieces(
  answer: string | Buffer,
  { pauseMs, onTooSlow }: Reading,
): AsyncGenerator<string | Buffer> {
  for (let from = 0; from < answer.length;) {
    const until = findEnd(answer, from + PIECE);
    const timer = setTimeout(onTooSlow, pauseMs);
    try {
      yield typeof answer === 'string' ? answer.slice(from, until) : answer.subarray(from, until);
    } finally {
      clearTimeout(timer);
    }
    from = until;
  }
}

/** Does not separate the two halves of a surrogate pair. */
const findEnd = (answer: string | Buffer, end: number): number =>
  typeof answer === 'string' && /[\uD800-\uDBFF]/.test(answer.charAt(end - 1)) ? end + 1 : end;
