import { useRef } from 'preact/hooks';

import { getKey } from './key.ts';

/** How far something has been read. It changes while answers arrive. */
type Remembered<Progress> = {
  readonly asked: string;
  readonly key: string | null;
  readonly progress: Progress;
};

export type ProgressOf<Progress> = {
  /** The progress of a question with the present key, from its beginning if it was not asked before. */
  readonly resume: (asked: string) => Progress;
  /** Begins again next time. */
  readonly forget: () => void;
};

/** Remembers how far a question of several requests has been answered, so that it goes on there after the server was gone or busy. */
export const useProgress = <Progress>(begin: () => Progress): ProgressOf<Progress> => {
  const last = useRef<Remembered<Progress> | null>(null);
  return {
    resume: (asked) => {
      const key = getKey();
      if (last.current?.asked !== asked || last.current.key !== key)
        last.current = { asked, key, progress: begin() };
      return last.current.progress;
    },
    forget: () => {
      last.current = null;
    },
  };
};
