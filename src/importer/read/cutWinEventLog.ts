import { isWinEventLogStart } from '../../sensors/windows/text/parseWinEventLog.ts';

import { makeTextLineCutter } from './cutLines.ts';
import { NO_HINTS } from './inputHints.ts';
import type { InputHints } from './inputHints.ts';
import { TOO_LONG } from './rawRecord.ts';
import type { Cutter, RawRecord } from './rawRecord.ts';

/** Splits the events of Splunk's forwarder, each of which begins with a line that has only its time. */
export const makeWinEventLogCutter = (hints: InputHints = NO_HINTS): Cutter => {
  const lines = makeTextLineCutter(hints);
  let first = 0;
  let kept: string[] = [];
  let length = 0;
  let encoding: InputHints['encoding'] | undefined;

  const take = (): readonly RawRecord[] => {
    if (kept.length === 0) return [];
    const record: RawRecord =
      length > MAX_LENGTH
        ? { kind: 'FAILED', line: first, reason: TOO_LONG }
        : { kind: 'VALUE', line: first, value: kept.join('\n'), ...(encoding && { encoding }) };
    kept = [];
    length = 0;
    encoding = undefined;
    return [record];
  };
  const group = (records: readonly RawRecord[]): readonly RawRecord[] =>
    records.flatMap((record) => {
      if (record.kind === 'FAILED') return [...take(), record];
      const text = String(record.value);
      const before = kept.length === 0 || isWinEventLogStart(text) ? take() : [];
      if (kept.length === 0) first = record.line;
      length += text.length;
      encoding = record.encoding ?? encoding;
      if (length <= MAX_LENGTH || kept.length === 0) kept.push(text);
      return before;
    });

  return {
    push: (chunk) => group(lines.push(chunk)),
    end: () => [...group(lines.end()), ...take()],
  };
};

/** In characters. An event of Windows has at most 64 KiB. */
const MAX_LENGTH = 1_048_576;
