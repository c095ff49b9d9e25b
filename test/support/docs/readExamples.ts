import type { Page } from './pages.ts';

/** A fenced block of code of a page, and the block that shows its result. */
export type Example = {
  /** The page and the line of the block's fence. */
  readonly place: string;
  readonly language: string;
  /** The second word of the fence: where the example runs, or why it does not run. Null if there is only one word. */
  readonly mark: string | null;
  readonly text: string;
  /** The block that follows immediately; null when none does. */
  readonly result: { readonly language: string; readonly text: string } | null;
};

type Block = Omit<Example, 'result'> & { readonly start: number; readonly end: number };

const RUNNABLE = new Set(['graphql', 'sh']);
const RESULTS = new Set(['json', 'ndjson', 'text']);

/** Reads the examples of a page. A block without a mark that follows a query or a command immediately is its result. */
export const readExamples = ({ name, text }: Page): readonly Example[] => {
  const blocks = readBlocks(name, text);
  const isResult = (index: number): boolean => {
    const [block, next] = [blocks[index], blocks[index + 1]];
    if (block === undefined || next === undefined) return false;
    if (!RUNNABLE.has(block.language) || block.mark !== null) return false;
    return (
      RESULTS.has(next.language) && next.mark === null && text.slice(block.end, next.start).trim() === ''
    );
  };
  return blocks.flatMap(({ start: _start, end: _end, ...block }, index) =>
    isResult(index - 1) ? [] : [{ ...block, result: (isResult(index) && blocks[index + 1]) || null }],
  );
};

const readBlocks = (name: string, text: string): readonly Block[] =>
  [...text.matchAll(/^( *)```(\w*)(?: ([\w-]+))?\n([^]*?)^\1```$/gm)].map(
    ({ 0: all, 1: indent = '', 2: language = '', 3: mark = null, 4: code = '', index }) => ({
      place: `${name}:${text.slice(0, index).split('\n').length}`,
      language,
      mark,
      text: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
      start: index,
      end: index + all.length,
    }),
  );
