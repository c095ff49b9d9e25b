import { keepWithin } from '../state/times.ts';
import type { Range } from '../state/times.ts';
import { useSettling } from '../state/useSettling.ts';

type Zoom = {
  readonly range: Range;
  /** The visible part in the URL; null for the whole range. */
  readonly zoom: Range | null;
  readonly onZoom: (zoom: Range | null) => void;
};

/** The visible part of a timeline, which lies within the range. It follows gestures at once, and the URL afterwards. */
export const useShown = ({
  range,
  zoom,
  onZoom,
}: Zoom): readonly [Range, (change: (shown: Range) => Range) => void] => {
  const { value, move } = useSettling(zoom === null ? range : keepWithin(zoom, range), ({ from, until }) =>
    onZoom(
      from <= range.from && until >= range.until ? null : { from: Math.floor(from), until: Math.ceil(until) },
    ),
  );
  return [value, move];
};
