import { createContext } from 'preact';
import { useCallback, useContext, useEffect, useMemo, useState } from 'preact/hooks';

import { applyChange, formatState, parseState } from './pageState.ts';
import type { PageState, ParsedState } from './pageState.ts';
import type { Range } from './times.ts';

/** Changes some of the state. A change that the back button should not undo, such as each step of a zoom, replaces the current address. */
export type ChangeState = (change: Partial<PageState>, how?: 'PUSH' | 'REPLACE') => void;

/** Reads the state from the address of the page, and follows it. */
export const useAddress = (): ParsedState & Pick<Page, 'change' | 'moves'> => {
  const [search, setSearch] = useState(location.search);
  const [moves, setMoves] = useState(0);
  useEffect(() => {
    const follow = (): void => {
      setSearch(location.search);
      setMoves((count) => count + 1);
    };
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  const parsed = useMemo(() => parseState(search), [search]);
  const change = useCallback<ChangeState>((changed, how = 'PUSH') => {
    const next = formatState(applyChange(parseState(location.search).state, changed));
    if (next === location.search) return;
    // An empty string would not remove the present query string.
    history[how === 'PUSH' ? 'pushState' : 'replaceState'](null, '', next === '' ? location.pathname : next);
    setSearch(next);
  }, []);
  return { ...parsed, change, moves };
};

/** What every view needs: the state with a resolved range, and how to change it. */
export type Page = {
  readonly state: PageState;
  readonly range: Range;
  readonly change: ChangeState;
  /** How often the user has gone back or forth. What was typed and refused before does not belong to the address then. */
  readonly moves: number;
};

export const PageContext = createContext<Page | null>(null);

/** The state of the page, in a view. */
export const usePage = (): Page => {
  const page = useContext(PageContext);
  if (page === null) throw new Error('The state is only known in views.');
  return page;
};
