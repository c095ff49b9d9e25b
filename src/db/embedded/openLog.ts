import { constants, type FileHandle, open, stat } from 'node:fs/promises';
import { join } from 'node:path';

const LIMIT_BYTES = 16 * 1024 * 1024;
const KEPT_BYTES = 1024 * 1024;
const CHECK_INTERVAL_MS = 60_000;
const TAIL_BYTES = 8 * 1024;
const TAIL_LINES = 15;

type ReadTail = () => Promise<string>;

/** The file that Postgres writes its log to. */
export type PostgresLog = {
  readonly path: string;
  /** For the standard output and error of Postgres, which keeps its own copy when this process ends. */
  readonly fileDescriptor: number;
  /** Returns the last lines that were written since the log was opened. */
  readonly readTail: ReadTail;
  /** Returns a function that returns the last lines that were written after this call. */
  readonly mark: () => Promise<ReadTail>;
  readonly close: () => Promise<void>;
};

/**
 * Opens `postgres.log` in a data folder and keeps it below 16 MiB: if it is larger, when it is opened or later, it is cut to its last 1
 * MiB. (The log collector of Postgres can limit the age of its files, but not their size.)
 *
 * Root writes to folders of other users here, so symbolic links are not followed, and later work uses the open file and never its path.
 */
export const openLog = async (dataFolder: string): Promise<PostgresLog> => {
  const path = join(dataFolder, 'postgres.log');
  // Windows has no O_NOFOLLOW.
  const noFollow = process.platform === 'win32' ? 0 : constants.O_NOFOLLOW;
  const file = await open(path, constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | noFollow, 0o600);
  const { uid, gid } = await stat(dataFolder);
  if (process.getuid?.() === 0) await file.chown(uid, gid);
  // A log that cannot be shortened must not prevent Postgres from running.
  const bound = (): Promise<void> => shorten(file).catch(() => undefined);
  await bound();
  const { size: startBytes } = await file.stat();
  const timer = setInterval(() => void bound(), CHECK_INTERVAL_MS);
  timer.unref();
  return {
    path,
    fileDescriptor: file.fd,
    readTail: () => readTail(file, startBytes),
    mark: async () => {
      const { size } = await file.stat();
      return () => readTail(file, size);
    },
    close: async () => {
      clearInterval(timer);
      await file.close();
    },
  };
};

const shorten = async (file: FileHandle): Promise<void> => {
  const { size } = await file.stat();
  if (size <= LIMIT_BYTES) return;
  const kept = await readFrom(file, size - KEPT_BYTES);
  await file.truncate(0);
  await file.appendFile(kept);
};

const readTail = async (file: FileHandle, startBytes: number): Promise<string> => {
  const { size } = await file.stat();
  // The log has become smaller, so it was shortened since.
  const firstByte = startBytes > size ? 0 : startBytes;
  const text = (await readFrom(file, Math.max(firstByte, size - TAIL_BYTES))).toString('utf8');
  return text.trim().split('\n').slice(-TAIL_LINES).join('\n');
};

const readFrom = async (file: FileHandle, position: number): Promise<Buffer> => {
  const { size } = await file.stat();
  const buffer = Buffer.alloc(Math.max(0, size - position));
  const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
  return buffer.subarray(0, bytesRead);
};
