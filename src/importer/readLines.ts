import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { addAbortSignal } from 'node:stream';
import type { Readable } from 'node:stream';

export const STANDARD_INPUT = '-';

/** A line that is no blank; `problem` where its text cannot be trusted. */
export type Line = {
  readonly number: number;
  readonly text: string;
  readonly problem: 'NOT_UTF8' | 'TOO_LONG' | null;
};

/** Lines that were read in one go, and how many bytes of the file they took. */
export type LineBlock = { readonly lines: readonly Line[]; readonly bytes: number };

/**
 * Reads a file (or `-`, standard input) line by line in blocks of about a megabyte, so that memory is flat in the file's size. A
 * line too long is cut to nothing, so that memory is flat in the line's length, too.
 *
 * @yields blocks of lines, in order.
 * @throws the file system's error, and an AbortError when the signal aborts.
 */
export async function* readLines(file: string, signal: AbortSignal): AsyncGenerator<LineBlock> {
  const cutter = makeCutter();
  for await (const chunk of openStream(file, signal)) {
    const bytes = chunk as Buffer;
    yield { lines: cutter.push(bytes), bytes: bytes.length };
  }
  yield { lines: cutter.end(), bytes: 0 };
}

export const MAX_LINE_BYTES = 16 * 1_048_576;
const BLOCK_BYTES = 1_048_576;
const NEWLINE = 0x0a;

const openStream = (file: string, signal: AbortSignal): Readable =>
  file === STANDARD_INPUT
    ? addAbortSignal(signal, process.stdin)
    : createReadStream(file, { highWaterMark: BLOCK_BYTES, signal });

type Cutter = {
  readonly push: (chunk: Buffer) => readonly Line[];
  readonly end: () => readonly Line[];
};

/** Cuts a stream of bytes into lines; keeps what comes after the last newline for the next chunk. */
const makeCutter = (): Cutter => {
  let kept: Buffer[] = [];
  let keptBytes = 0;
  let number = 0;

  const cut = (block: Buffer): readonly Line[] => {
    const lines: Line[] = [];
    for (const { text, problem } of decode(block)) {
      number += 1;
      const withoutMark = number === 1 && text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
      if (problem !== null || withoutMark.trim() !== '') lines.push({ number, text: withoutMark, problem });
    }
    return lines;
  };
  const keep = (rest: Buffer): void => {
    keptBytes += rest.length;
    // Of a line that is too long only the length counts.
    if (keptBytes > MAX_LINE_BYTES) kept = [];
    else if (rest.length > 0) kept.push(rest);
  };
  /** The first line of the stream that is not cut yet, whose beginning was kept. */
  const cutFirst = (rest: Buffer): readonly Line[] => {
    const isTooLong = keptBytes + rest.length > MAX_LINE_BYTES;
    const block = isTooLong ? null : Buffer.concat([...kept, rest]);
    kept = [];
    keptBytes = 0;
    if (block !== null) return cut(block);
    number += 1;
    return [{ number, text: '', problem: 'TOO_LONG' }];
  };
  return {
    push: (chunk) => {
      const last = chunk.lastIndexOf(NEWLINE);
      if (last < 0) {
        keep(chunk);
        return [];
      }
      const first = keptBytes === 0 ? -1 : chunk.indexOf(NEWLINE);
      const lines = first < 0 ? [] : cutFirst(chunk.subarray(0, first));
      const others = first < last ? cut(chunk.subarray(first + 1, last)) : [];
      keep(chunk.subarray(last + 1));
      return [...lines, ...others];
    },
    end: () => (keptBytes === 0 ? [] : cutFirst(Buffer.alloc(0))),
  };
};

const BYTE_ORDER_MARK = '\uFEFF';

type Decoded = Pick<Line, 'text' | 'problem'>;

/** Decoded at once when all of it is UTF-8, which it nearly always is; else line by line, to name the bad ones. */
const decode = (block: Buffer): readonly Decoded[] => {
  if (isUtf8(block)) {
    return block
      .toString('utf8')
      .split('\n')
      .map((text) => ({ text, problem: null }));
  }
  return block
    .toString('latin1')
    .split('\n')
    .map((text) => {
      const line = Buffer.from(text, 'latin1');
      return { text: line.toString('utf8'), problem: isUtf8(line) ? null : 'NOT_UTF8' };
    });
};
