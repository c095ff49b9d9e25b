import { open } from 'node:fs/promises';

/** The destination of the text. */
export type Output = {
  /** Resolves when the text is accepted, so that reading is not faster than writing. */
  readonly write: (text: string) => Promise<void>;
  /** Resolves when all text is written. */
  readonly close: () => Promise<void>;
};

/**
 * Opens a file and discards its previous content; null stands for standard output.
 *
 * @throws errors of the file system. The methods of the output throw them too: EPIPE when the reader of standard output has ended.
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
  // The callback of write reports the error. Without a listener the event would end the process.
  stream.on('error', () => undefined);
  return {
    write: async (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (error) => (error ? reject(error) : resolve()));
      }),
    close: async () => undefined,
  };
};
