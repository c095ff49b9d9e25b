import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { addAbortSignal } from 'node:stream';
import type { Readable } from 'node:stream';

import type { ArchiveMember } from './containers/archiveMember.ts';
import { ContainerError } from './containers/ContainerError.ts';
import { findContainer, isHeadComplete } from './containers/findContainer.ts';
import type { Container } from './containers/findContainer.ts';
import { makeBudget } from './containers/limits.ts';
import type { Budget, Limits } from './containers/limits.ts';
import { listTar } from './containers/listTar.ts';
import { listZip } from './containers/listZip.ts';
import { peek } from './containers/peek.ts';
import type { Buffers } from './containers/peek.ts';
import { unpackGzip } from './containers/unpackGzip.ts';
import { unpackWtmpdb } from './containers/unpackWtmpdb.ts';
import { unpackXz } from './containers/unpackXz.ts';
import { unpackZstd } from './containers/unpackZstd.ts';

export const STANDARD_INPUT = '-';

/** What a file contains: itself, or the files of an archive, in order. */
export type Input = {
  /** The content of a member must be read before the next member is taken. */
  readonly members: AsyncGenerator<ArchiveMember, void>;
  /** Returns how many bytes were read from the file since the last call. */
  readonly takeBytes: () => number;
};

/**
 * Opens a file (or `-`, standard input) in pieces of 128 KiB, so that memory does not depend on its size. Containers are unpacked, also inside each
 * other, and UTF-16 text is converted to UTF-8. A member is named `evidence.zip/var/log/auth.log`.
 *
 * Reading throws errors of the file system, a ContainerError, and an AbortError when the signal aborts.
 */
export const openInput = (file: string, signal: AbortSignal, limits: Limits): Input => {
  let read = 0;
  let taken = 0;
  const addBytes = (bytes: number): void => {
    read += bytes;
  };
  const budget = makeBudget(limits, () => read);
  const content = count(openStream(file, signal), addBytes);
  const name = file === STANDARD_INPUT ? 'standard input' : file;
  return {
    members: openRoot({ file, name, content, layers: 0 }, { budget, addBytes }),
    takeBytes: () => {
      const bytes = read - taken;
      taken = read;
      return bytes;
    },
  };
};

type Content = { readonly name: string; readonly content: Buffers; readonly layers: number };
type Root = Content & { readonly file: string };
type Reading = { readonly budget: Budget; readonly addBytes: (bytes: number) => void };
type Members = AsyncGenerator<ArchiveMember, void>;

async function* openRoot({ file, ...root }: Root, reading: Reading): Members {
  try {
    const { first, all } = await peek(root.content, isHeadComplete);
    const status = file === STANDARD_INPUT || findContainer(first) !== 'zip' ? null : await stat(file);
    if (status?.isFile() === true) {
      await root.content.return();
      yield* openZipFile({ file, ...root }, reading, status.size - first.length);
      return;
    }
    for await (const member of openContent({ ...root, content: all }, reading)) {
      // Records of standard input are counted under this name.
      yield member.name === root.name ? { ...member, name: file } : member;
    }
  } finally {
    await root.content.return();
  }
}

/** Reads a ZIP archive on disk in place, because its directory is at its end. Archives can have the same content in several members. */
async function* openZipFile({ file, ...root }: Root, reading: Reading, bytes: number): Members {
  let left = bytes;
  const onBytes = (read: number): void => {
    const more = Math.min(read, left);
    left -= more;
    reading.addBytes(more);
  };
  yield* openMembers(root, reading, listZip({ file, onBytes }, reading.budget));
  onBytes(left);
}

async function* openContent(whole: Content, reading: Reading): Members {
  const { first, all } = await peek(whole.content, isHeadComplete);
  const container = findContainer(first);
  if (container === null) {
    yield { kind: 'CONTENT', name: whole.name, content: decode(first, all) };
    return;
  }
  const { budget } = reading;
  if (whole.layers >= budget.limits.layers) {
    const reason = `more than ${budget.limits.layers} containers inside each other; unpack it, and import the files`;
    yield { kind: 'UNREADABLE', name: whole.name, reason };
    return;
  }
  const packed = { ...whole, content: all };
  switch (container) {
    case 'tar':
      yield* openMembers(packed, reading, listTar(all, budget));
      return;
    case 'zip': {
      const file = await readWhole(all, budget.limits.zipInMemory);
      yield* openMembers(packed, reading, listZip({ file, onBytes: () => {} }, budget));
      return;
    }
    default: {
      const content = budget.guard(UNPACK[container](all));
      yield* openContent({ name: whole.name, layers: whole.layers + 1, content }, reading);
    }
  }
}

const UNPACK = {
  gzip: unpackGzip,
  xz: unpackXz,
  zstd: unpackZstd,
  wtmpdb: unpackWtmpdb,
} as const satisfies Partial<Record<Container, (packed: Buffers) => Buffers>>;

async function* openMembers({ name, layers }: Content, reading: Reading, members: Members): Members {
  for await (const member of members) {
    const memberName = `${name}/${member.name.slice(0, MAX_NAME_LENGTH)}`;
    if (member.kind === 'UNREADABLE') yield { ...member, name: memberName };
    else yield* openMember({ name: memberName, layers: layers + 1, content: member.content }, reading);
    if (reading.budget.isSpent()) return;
  }
}

/** A damaged member does not prevent that the others are read. */
async function* openMember(member: Content, reading: Reading): Members {
  try {
    yield* openContent(member, reading);
  } catch (error) {
    if (!(error instanceof ContainerError)) throw error;
    yield { kind: 'UNREADABLE', name: member.name, reason: error.message };
  }
}

/** A name in an archive can have 64 KiB. */
const MAX_NAME_LENGTH = 1_000;

const readWhole = async (content: Buffers, maxBytes: number): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of content) {
    bytes += piece.length;
    if (bytes > maxBytes) {
      throw new ContainerError(
        `a ZIP archive of more than ${maxBytes.toLocaleString('en-US')} bytes in a pipe or in another container; import it as a file of its own`,
      );
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
};

/** With pieces of a megabyte, garbage that was not collected yet took some 20 MB more. */
const BLOCK_BYTES = 131_072;

const openStream = (file: string, signal: AbortSignal): Readable =>
  file === STANDARD_INPUT
    ? addAbortSignal(signal, process.stdin)
    : createReadStream(file, { highWaterMark: BLOCK_BYTES, signal });

async function* count(stream: Readable, addBytes: (bytes: number) => void): Buffers {
  for await (const chunk of stream) {
    addBytes((chunk as Buffer).length);
    yield chunk as Buffer;
  }
}

/** The byte order marks of text that is converted. */
const ENCODINGS = [
  { mark: Buffer.from([0xff, 0xfe]), name: 'utf-16le' },
  { mark: Buffer.from([0xfe, 0xff]), name: 'utf-16be' },
] as const;

/**
 * Finds the encoding of a text by its byte order mark; null when it is read unchanged. `wevtutil /unicode:true` writes no mark: then every second byte of the
 * first characters is zero.
 */
export const findEncoding = (beginning: Buffer): (typeof ENCODINGS)[number]['name'] | null => {
  const marked = ENCODINGS.find(({ mark }) => beginning.subarray(0, 2).equals(mark));
  if (marked !== undefined) return marked.name;
  return UTF_16_LE.test(beginning.toString('latin1', 0, UNMARKED_BYTES)) ? 'utf-16le' : null;
};

const UNMARKED_BYTES = 8;
const UTF_16_LE = /^(?:[\t\n\r -~]\0){4}$/;

const decode = (beginning: Buffer, content: Buffers): Buffers => {
  const encoding = findEncoding(beginning);
  return encoding === null ? content : recode(content, encoding);
};

async function* recode(content: Buffers, encoding: 'utf-16le' | 'utf-16be'): Buffers {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of content) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}
