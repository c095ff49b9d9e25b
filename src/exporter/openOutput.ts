import { open } from 'node:fs/promises';

/** Where the text goes. */
export type Output = {
  /** Resolves when the text was taken, so that no more is read than can be written. */
  readonly write: (text: string) => Promise<void>;
  /** Resolves when all of it was. */
  readonly close: () => Promise<void>;
};

/**
 * Opens a file, in place of what is there, or takes standard output in place of null.
 *
 * @throws the file system's error; so does what it gives, EPIPE when the reader of standard output went away.
 */
export const openOutput = async (file: string | null, standard: NodeJS.WritableStream): Promise<Output> => {
  if (file === null) return writeTo(standard);
  const handle = await open(file, 'w');
  return {
    write: async (text) => handle.writeFile(text),
    close: async () => handle.close(),
  };
};

const writeTo = (stream: NodeJS.WritableStream): Output => {
  // The callback tells of it; unheard, the event would end the process.
  stream.on('error', () => undefined);
  return {
    write: async (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (error) => (error ? reject(error) : resolve()));
      }),
    close: async () => undefined,
  };
};
