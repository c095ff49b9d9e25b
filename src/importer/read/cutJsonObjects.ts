import { NO_HINTS } from './inputHints.ts';
import type { InputHints } from './inputHints.ts';
import { MAX_RECORD_BYTES, parseJsonRecordBytes, TOO_LONG_JSON } from './rawRecord.ts';
import type { Cutter, RawRecord } from './rawRecord.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const NEWLINE = 0x0a;

/**
 * Splits JSON objects in an array or in sequence, over any number of lines. Only commas, brackets and `Record 1` of evtx_dump may be between
 * them; any other text fails.
 */
export const makeJsonObjectCutter = ({ encoding }: InputHints = NO_HINTS): Cutter => {
  let depth = 0;
  let isText = false;
  let isEscaped = false;
  let line = 1;
  let startLine = 1;
  /** The beginning of the current object, or of the text between two objects, from earlier chunks. */
  let kept: Buffer[] = [];
  let keptBytes = 0;

  const keep = (rest: Buffer): void => {
    keptBytes += rest.length;
    // Only the length of an object that is too long is needed.
    if (keptBytes > MAX_RECORD_BYTES) kept = [];
    else if (rest.length > 0) kept.push(rest);
  };
  const take = (rest: Buffer): Buffer | null => {
    keep(rest);
    const whole = keptBytes > MAX_RECORD_BYTES ? null : Buffer.concat(kept);
    kept = [];
    keptBytes = 0;
    return whole;
  };
  const cutObject = (rest: Buffer): RawRecord => {
    const bytes = take(rest);
    return bytes === null
      ? { kind: 'FAILED', line: startLine, reason: TOO_LONG_JSON }
      : parseJsonRecordBytes(startLine, bytes, encoding);
  };
  const cutBetween = (rest: Buffer): readonly RawRecord[] => {
    const bytes = take(rest);
    const isNothing =
      bytes !== null && bytes.length <= MAX_BETWEEN_BYTES && BETWEEN.test(bytes.toString('latin1'));
    return isNothing ? [] : [{ kind: 'FAILED', line, reason: 'not JSON' }];
  };

  return {
    push: (chunk) => {
      const records: RawRecord[] = [];
      let from = 0;
      for (let at = 0; at < chunk.length; at += 1) {
        const byte = chunk[at];
        if (byte === NEWLINE) line += 1;
        if (isText) {
          if (isEscaped) isEscaped = false;
          else if (byte === BACKSLASH) isEscaped = true;
          else if (byte === QUOTE) isText = false;
        } else if (byte === OPEN) {
          if (depth === 0) {
            records.push(...cutBetween(chunk.subarray(from, at)));
            from = at;
            startLine = line;
          }
          depth += 1;
        } else if (depth > 0 && byte === QUOTE) {
          isText = true;
        } else if (depth > 0 && byte === CLOSE) {
          depth -= 1;
          if (depth === 0) {
            records.push(cutObject(chunk.subarray(from, at + 1)));
            from = at + 1;
          }
        }
      }
      keep(chunk.subarray(from));
      return records;
    },
    end: () => {
      const nothing = Buffer.alloc(0);
      if (depth === 0) return cutBetween(nothing);
      take(nothing);
      return [{ kind: 'FAILED', line: startLine, reason: 'incomplete: the JSON object does not end' }];
    },
  };
};

const MAX_BETWEEN_BYTES = 65_536;
/** A byte order mark, and the separators of objects. */
const BETWEEN = /^(?:\u00EF\u00BB\u00BF)?(?:[\s,[\]]|Record \d+)*$/;
