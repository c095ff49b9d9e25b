import type { Limits } from './containers/limits.ts';
import { openInput } from './openInput.ts';

/** Reads the content of a file, unpacked; nothing of an archive, which has several. */
export async function* contentOfFile(
  file: string,
  signal: AbortSignal,
  limits: Limits,
): AsyncGenerator<Buffer, void> {
  for await (const member of openInput(file, signal, limits).members) {
    if (member.kind === 'CONTENT' && member.name === file) yield* member.content;
    return;
  }
}
