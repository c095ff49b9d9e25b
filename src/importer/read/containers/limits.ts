import { ContainerError } from './ContainerError.ts';

/** How much one file may unpack to. A file beyond a limit is read up to it. */
export type Limits = {
  /** How many containers may be inside each other: `logs.tar.gz` has two. */
  readonly layers: number;
  /** How many members the archives in one file may have together. */
  readonly members: number;
  /** How many bytes may be unpacked from one file, in all layers together. */
  readonly bytes: number;
  /** How many times the bytes read may be unpacked; checked only beyond `ratioFrom` bytes. */
  readonly ratio: number;
  readonly ratioFrom: number;
  /** The largest ZIP archive that is read from a pipe or from another container: its directory is at its end, so it is kept in memory. */
  readonly zipInMemory: number;
};

const MIB = 1_048_576;
const GIB = 1024 * MIB;

/**
 * Logs are seldom compressed more than 100 times, even by xz. Event logs with unused chunks of zeros can be: they have a few megabytes. A
 * decompression bomb unpacks to petabytes, and contains itself or thousands of archives.
 */
export const LIMITS: Limits = {
  layers: 5,
  members: 100_000,
  bytes: 1024 * GIB,
  ratio: 1000,
  ratioFrom: GIB,
  zipInMemory: 256 * MIB,
};

type Buffers = AsyncGenerator<Buffer, void>;

/** Enforces the limits of one file. */
export type Budget = {
  readonly limits: Limits;
  /** Passes unpacked content on until a limit is reached. */
  readonly guard: (unpacked: Buffers) => Buffers;
  /** @throws ContainerError if the archives have too many members. */
  readonly addMember: () => void;
  /** Whether a limit was reached, so that nothing else may be read. */
  readonly isSpent: () => boolean;
};

/** `readBytes` returns how many bytes of the file were read so far. */
export const makeBudget = (limits: Limits, readBytes: () => number): Budget => {
  let bytes = 0;
  let members = 0;
  let isSpent = false;
  const spend = (message: string): ContainerError => {
    isSpent = true;
    return new ContainerError(message);
  };
  const add = (more: number): void => {
    bytes += more;
    if (bytes > limits.bytes) {
      throw spend(`unpacks to more than ${format(limits.bytes)} bytes; unpack it, and import the files`);
    }
    if (bytes > limits.ratioFrom && bytes > limits.ratio * readBytes()) {
      throw spend(
        `unpacks to more than ${format(limits.ratio)} times its size, as no log does; if it is trusted, unpack it, and import the files`,
      );
    }
  };
  return {
    limits,
    guard: async function* (unpacked) {
      for await (const content of unpacked) {
        add(content.length);
        yield content;
      }
    },
    addMember: () => {
      members += 1;
      if (members > limits.members) {
        throw spend(`has more than ${format(limits.members)} members; unpack it, and import the files`);
      }
    },
    isSpent: () => isSpent,
  };
};

const format = (count: number): string => count.toLocaleString('en-US');
