import { ContainerError } from './ContainerError.ts';
import type { Buffers } from './peek.ts';

/** Reads content by lengths instead of pieces. */
export type ByteReader = {
  /** Returns exactly so many bytes. @throws ContainerError if the content ends before. */
  readonly take: (bytes: number) => Promise<Buffer>;
  /** @throws ContainerError if the content ends before. */
  readonly skip: (bytes: number) => Promise<void>;
  readonly isAtEnd: () => Promise<boolean>;
  /** Returns the next bytes, as many as there are in one piece; null at the end. */
  readonly takeAny: () => Promise<Buffer | null>;
  /** Puts the last bytes that were taken back. */
  readonly putBack: (bytes: Buffer) => void;
};

/** `incomplete` is the message for content that ends too early. */
export const makeByteReader = (content: Buffers, incomplete: string): ByteReader => {
  let rest: Buffer = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    while (rest.length === 0) {
      const next = await content.next();
      if (next.done === true) return false;
      rest = next.value;
    }
    return true;
  };
  const takePiece = async (bytes: number): Promise<Buffer> => {
    if (!(await more())) throw new ContainerError(incomplete);
    const piece = rest.subarray(0, bytes);
    rest = rest.subarray(piece.length);
    return piece;
  };
  return {
    take: async (bytes) => {
      if (bytes <= rest.length) return takeNow(bytes);
      const pieces: Buffer[] = [];
      for (let missing = bytes; missing > 0; missing -= pieces.at(-1)?.length ?? 0) {
        pieces.push(await takePiece(missing));
      }
      return Buffer.concat(pieces);
    },
    skip: async (bytes) => {
      for (let missing = bytes; missing > 0;) missing -= (await takePiece(missing)).length;
    },
    isAtEnd: async () => !(await more()),
    takeAny: async () => ((await more()) ? takeNow(rest.length) : null),
    putBack: (bytes) => {
      rest = rest.length === 0 ? bytes : Buffer.concat([bytes, rest]);
    },
  };

  function takeNow(bytes: number): Buffer {
    const taken = rest.subarray(0, bytes);
    rest = rest.subarray(bytes);
    return taken;
  }
};
