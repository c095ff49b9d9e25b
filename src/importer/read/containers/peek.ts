/** The content of a file or of a member, in pieces. */
export type Buffers = AsyncGenerator<Buffer, void>;

/**
 * Returns the beginning, at least until it is enough unless the content is shorter, and the whole content including the beginning. If reading
 * fails behind a beginning, the whole content has that beginning and then fails.
 */
export const peek = async (
  content: Buffers,
  isEnough: (beginning: Buffer) => boolean,
): Promise<{ readonly first: Buffer; readonly all: Buffers }> => {
  let first = Buffer.alloc(0);
  let failure: { readonly error: unknown } | null = null;
  while (!isEnough(first)) {
    try {
      const next = await content.next();
      if (next.done === true) break;
      first = Buffer.concat([first, next.value]);
    } catch (error) {
      if (first.length === 0) throw error;
      failure = { error };
      break;
    }
  }
  const all = async function* (): Buffers {
    if (first.length > 0) yield first;
    if (failure !== null) throw failure.error;
    yield* content;
  };
  return { first, all: all() };
};
