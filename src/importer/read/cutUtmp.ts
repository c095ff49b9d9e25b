import { parseUtmp, UTMP_LAYOUTS } from '../../sensors/linux/parseUtmp.ts';
import type { UtmpLayout } from '../../sensors/linux/parseUtmp.ts';

import type { Cutter, RawRecord } from './rawRecord.ts';

/**
 * Finds the layout of utmp records by the beginning of a file; null when it is not utmp. The format has no signature: a layout matches if it can
 * read the first record that is not empty, and more than half of the records.
 */
export const findUtmpLayout = (beginning: Buffer): UtmpLayout | null =>
  UTMP_LAYOUTS.find((layout) => {
    const blocks = listBlocks(beginning, layout).filter((block) => !isEmpty(block));
    const [isFirstReadable = false, ...others] = blocks.map((block) => parseUtmp(block, layout) !== null);
    return isFirstReadable && (1 + others.filter((isReadable) => isReadable).length) * 2 > blocks.length;
  }) ?? null;

/** Splits utmp, wtmp or btmp into records. The line of a record is its number in the file, starting at 1. */
export const makeUtmpCutter = (layout: UtmpLayout): Cutter => {
  let kept = Buffer.alloc(0);
  let place = 0;

  const cut = (block: Buffer): RawRecord => {
    place += 1;
    const value = parseUtmp(block, layout);
    return value === null
      ? { kind: 'FAILED', line: place, reason: 'a damaged utmp record' }
      : { kind: 'VALUE', line: place, value };
  };
  return {
    push: (piece) => {
      const content = Buffer.concat([kept, piece]);
      const blocks = listBlocks(content, layout);
      kept = Buffer.from(content.subarray(blocks.length * layout.recordBytes));
      return blocks.map(cut);
    },
    end: () =>
      isEmpty(kept)
        ? []
        : [{ kind: 'FAILED', line: place + 1, reason: 'incomplete: the utmp record does not end' }],
  };
};

const listBlocks = (content: Buffer, { recordBytes }: UtmpLayout): readonly Buffer[] =>
  Array.from({ length: Math.floor(content.length / recordBytes) }, (_, index) =>
    content.subarray(index * recordBytes, (index + 1) * recordBytes),
  );

const isEmpty = (block: Buffer): boolean => block.every((byte) => byte === 0);
