import { ReadableStream } from 'node:stream/web';

import xz from 'xz-decompress';

import { ContainerError } from './ContainerError.ts';
import type { Buffers } from './peek.ts';

const { XzReadableStream } = xz;

// The library lets one stream wait for the end of the other. An xz file inside an archive that is itself packed with xz would wait forever.
Object.assign(XzReadableStream, { _contextMutex: { acquire: async () => {}, release: () => {} } });

/** Unpacks xz. Several streams are one text, as when rotated logs are joined with `cat`. */
export async function* unpackXz(packed: Buffers): Buffers {
  let inputError: unknown = null;
  const input = ReadableStream.from(
    (async function* () {
      try {
        yield* packed;
      } catch (error) {
        inputError = error;
        throw error;
      }
    })(),
  );
  try {
    for await (const content of new XzReadableStream(
      input as never,
    ) as unknown as ReadableStream<Uint8Array>) {
      if (content.length > 0) yield Buffer.from(content.buffer, content.byteOffset, content.length);
    }
  } catch (error) {
    throw inputError instanceof Error ? inputError : explain(error);
  }
}

/** The codes of xz-embedded that have a remedy: https://github.com/tukaani-project/xz-embedded/blob/master/linux/include/linux/xz.h */
const explain = (error: unknown): Error => {
  const code = /error code (\d{1,3})$/.exec(error instanceof Error ? error.message : '')?.[1];
  if (code === '4')
    return new ContainerError('xz with a dictionary of more than 64 MiB; unpack it with xz -d');
  if (code === '2' || code === '6') {
    return new ContainerError('xz with a filter or a checksum that is not supported; unpack it with xz -d');
  }
  return new ContainerError('damaged or incomplete xz');
};
