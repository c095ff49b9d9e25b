/** The content of a file or of a member, in pieces. */
export type Buffers = AsyncGenerator<Buffer, void>;

/** Returns the beginning, at least until it is enough unless the content is shorter, and the whole content including the beginning. */
export const peek = async (
  content: Buffers,
  isEnough: (beginning: Buffer) => boolean,
): Promise<{ readonly first: Buffer; readonly all: Buffers }> => {
  let first = Buffer.alloc(0);
  while (!isEnough(first)) {
    const next = await content.next();
    if (next.done === true) break;
    first = Buffer.concat([first, next.value]);
  }
  const all = async function* (): Buffers {
    if (first.length > 0) yield first;
    yield* content;
  };
  return { first, all: all() };
};
