import { usePage } from '../state/usePageState.ts';
import { useSettling } from '../state/useSettling.ts';
import type { Settling } from '../state/useSettling.ts';

/** The cursor of a timeline, in milliseconds; null without one. */
export const useCursor = (): Settling<number | null> => {
  const { state, change } = usePage();
  return useSettling(state.at, (at) => change({ at: at === null ? null : Math.round(at) }, 'REPLACE'));
};
