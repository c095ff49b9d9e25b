import { ReadableStream } from 'node:stream/web';

import { createTarDecoder } from 'modern-tar';

import type { ArchiveMember } from './archiveMember.ts';
import { ContainerError } from './ContainerError.ts';
import type { Budget } from './limits.ts';
import type { Buffers } from './peek.ts';

/**
 * Lists the files of a tar archive, without directories, links, devices and empty files. The next one is available when the content of the one
 * before is read or returned.
 */
export async function* listTar(packed: Buffers, budget: Budget): AsyncGenerator<ArchiveMember, void> {
  const explain = makeExplanation();
  const decoder = createTarDecoder({ strict: true });
  const entries = ReadableStream.from(packed).pipeThrough(decoder as never) as ReadableStream<Entry>;
  try {
    for await (const { header, body } of entries) {
      budget.addMember();
      if (header.type === 'file' && header.size > 0) {
        const content = readBody(body, explain);
        yield { kind: 'CONTENT', name: header.name, content };
        await content.return();
      }
      if (!body.locked) await body.cancel();
    }
  } catch (error) {
    throw explain(error);
  }
}

type Entry = {
  readonly header: { readonly name: string; readonly size: number; readonly type?: string };
  readonly body: ReadableStream<Uint8Array>;
};

async function* readBody(body: ReadableStream<Uint8Array>, explain: Explain): Buffers {
  try {
    for await (const content of body) yield Buffer.from(content.buffer, content.byteOffset, content.length);
  } catch (error) {
    throw explain(error);
  }
}

type Explain = (error: unknown) => unknown;

/** The errors of the library have no code. Those of an outer container are passed on. An archive and its last member fail with one error. */
const makeExplanation = (): Explain => {
  let explained: ContainerError | null = null;
  return (error) => {
    const isForeign =
      !(error instanceof Error) ||
      error instanceof ContainerError ||
      error.name === 'AbortError' ||
      'syscall' in error;
    if (isForeign) return error;
    explained ??= new ContainerError(`damaged or incomplete tar: ${error.message}`);
    return explained;
  };
};
