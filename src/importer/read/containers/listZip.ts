import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';

import yauzl from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';

import type { ArchiveMember } from './archiveMember.ts';
import { ContainerError } from './ContainerError.ts';
import { inflateRaw } from './inflate.ts';
import type { Budget } from './limits.ts';
import type { Buffers } from './peek.ts';
import { unpackXz } from './unpackXz.ts';
import { unpackZstd } from './unpackZstd.ts';

/** A ZIP archive on disk or in memory: its directory is at its end. */
export type ZipSource = {
  /** The path of the file, or its whole content. */
  readonly file: string | Buffer;
  /** Called with the number of bytes read from it. */
  readonly onBytes: (bytes: number) => void;
};

/** Lists the files of a ZIP archive, in the order of its directory, without directories, links and empty files. */
export async function* listZip(
  { file, onBytes }: ZipSource,
  budget: Budget,
): AsyncGenerator<ArchiveMember, void> {
  try {
    const zip =
      typeof file === 'string'
        ? await yauzl.openPromise(file, OPTIONS)
        : await yauzl.fromBufferPromise(file, OPTIONS);
    try {
      for await (const entry of zip.eachEntry()) {
        budget.addMember();
        const name = yauzl.getFileNameLowLevel(
          entry.generalPurposeBitFlag,
          entry.fileNameRaw,
          entry.extraFields,
          false,
        );
        if (name.endsWith('/') || isLink(entry) || entry.uncompressedSize === 0) continue;
        const reason = findObstacle(entry);
        if (reason !== null) yield { kind: 'UNREADABLE', name, reason };
        else yield { kind: 'CONTENT', name, content: budget.guard(readEntry(zip, entry, onBytes)) };
      }
    } finally {
      zip.close();
    }
  } catch (error) {
    if (!(error instanceof Error) || error instanceof ContainerError || 'syscall' in error) throw error;
    throw new ContainerError(describe(error.message));
  }
}

/** Names are only names here, so that they are not checked: nothing is written to disk. Sizes are checked after unpacking. */
const OPTIONS = { decodeStrings: false, validateEntrySizes: false, autoClose: false } as const;

const describe = (message: string): string =>
  message.includes('End of central directory')
    ? 'incomplete ZIP: the directory at its end is missing; repair it with zip -FF FILE --out REPAIRED, and import that'
    : `damaged ZIP: ${message}`;

const METHODS: Readonly<Record<number, (packed: Buffers) => Buffers>> = {
  0: (stored) => stored,
  8: inflateRaw,
  93: unpackZstd,
  95: unpackXz,
};

/** Returns why a member cannot be read; null if it can. */
const findObstacle = ({ generalPurposeBitFlag, compressionMethod }: Entry): string | null => {
  if ((generalPurposeBitFlag & 1) !== 0)
    return 'encrypted; unpack the ZIP file with its password, and import the files';
  // Method 99 is WinZip's AES, which sets the flag above, too.
  return METHODS[compressionMethod] === undefined
    ? `compressed with method ${compressionMethod}, which is not supported; unpack the ZIP file, and import the files`
    : null;
};

const UNIX = 3;
const FILE_TYPE = 0o170_000;
const SYMBOLIC_LINK = 0o120_000;

const isLink = ({ versionMadeBy, externalFileAttributes }: Entry): boolean =>
  versionMadeBy >> 8 === UNIX && ((externalFileAttributes >>> 16) & FILE_TYPE) === SYMBOLIC_LINK;

async function* readEntry(zip: ZipFile, entry: Entry, onBytes: (bytes: number) => void): Buffers {
  const unpack = METHODS[entry.compressionMethod] ?? ((stored) => stored);
  let checksum = 0;
  let bytes = 0;
  for await (const content of unpack(readPacked(zip, entry, onBytes))) {
    checksum = crc32(content, checksum);
    bytes += content.length;
    yield content;
  }
  if (checksum !== entry.crc32 || bytes !== entry.uncompressedSize) {
    throw new ContainerError('damaged ZIP: the checksum or the size is wrong');
  }
}

async function* readPacked(zip: ZipFile, entry: Entry, onBytes: (bytes: number) => void): Buffers {
  let stream: Readable;
  try {
    stream = await zip.openReadStreamPromise(entry, { decodeFileData: false });
  } catch (error) {
    throw new ContainerError(`damaged ZIP: ${error instanceof Error ? error.message : 'unreadable member'}`);
  }
  for await (const content of stream) {
    onBytes((content as Buffer).length);
    yield content as Buffer;
  }
}
