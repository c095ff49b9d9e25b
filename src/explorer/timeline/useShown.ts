import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

import type { Range } from '../state/times.ts';

type Zoom = {
  readonly range: Range;
  /** The visible part in the URL; null for the whole range. */
  readonly zoom: Range | null;
  readonly onZoom: (zoom: Range | null) => void;
};

/** The URL follows a gesture when it has rested for this long: browsers limit how often an address changes. */
const REST_MS = 250;

/** The visible part of a timeline. It follows gestures at once, and the URL afterwards. */
export const useShown = ({
  range,
  zoom,
  onZoom,
}: Zoom): readonly [Range, (change: (shown: Range) => Range) => void] => {
  const settled = zoom ?? range;
  const [moving, setMoving] = useState<Range | null>(null);
  const timer = useRef(0);
  // The address or the range has changed, for example with the back button.
  useEffect(() => setMoving(null), [settled.from, settled.until]);
  const shown = moving ?? settled;
  const latest = useRef(shown);
  latest.current = shown;
  const show = useCallback(
    (change: (shown: Range) => Range) => {
      const next = change(latest.current);
      latest.current = next;
      setMoving(next);
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => {
        const isAll = next.from <= range.from && next.until >= range.until;
        onZoom(isAll ? null : { from: Math.floor(next.from), until: Math.ceil(next.until) });
      }, REST_MS);
    },
    [range.from, range.until, onZoom],
  );
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return [shown, show];
};
