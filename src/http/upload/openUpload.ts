import type { IncomingMessage } from 'node:http';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** The body of an upload. */
export type OpenUpload = {
  readonly chunks: AsyncIterator<Buffer>;
  /** Discards the rest of the body: a client that cannot send does not read the answer either. */
  readonly discard: () => void;
};

type Opening = { readonly isGzip: boolean; readonly countBytes: (bytes: number) => void };

/** Opens the body of a request, which is received as it is read. `countBytes` is called with the bytes as received. */
export const openUpload = (raw: IncomingMessage, { isGzip, countBytes }: Opening): OpenUpload => {
  const received = receive(raw, countBytes);
  const discard = (): void => void received.return().then(() => raw.resume());
  if (!isGzip) return { chunks: received, discard };
  // An error of either ends the reading of `gunzip`.
  const gunzip = pipeline(Readable.from(received, { objectMode: false }), createGunzip(), () => undefined);
  return {
    chunks: gunzip[Symbol.asyncIterator]() as AsyncIterator<Buffer>,
    discard: () => {
      gunzip.destroy();
      discard();
    },
  };
};

async function* receive(
  raw: IncomingMessage,
  countBytes: Opening['countBytes'],
): AsyncGenerator<Buffer, void, void> {
  // Destroying the request would close the connection before the answer.
  for await (const chunk of raw.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    countBytes(chunk.length);
    yield chunk;
  }
}
