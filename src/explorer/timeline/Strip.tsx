import { useMemo } from 'preact/hooks';

import { keepWithin } from '../state/times.ts';
import type { Range } from '../state/times.ts';
import type { Lane } from './lanes.ts';
import { paintStrip, STRIP_HEIGHT } from './paintStrip.ts';
import { toTime, toX } from './scale.ts';
import { useCanvas } from './useCanvas.ts';
import { useDrag } from './useDrag.ts';

type StripProps = {
  readonly lanes: readonly Lane[];
  readonly range: Range;
  readonly shown: Range;
  /** The width of the lanes below. */
  readonly width: number;
  readonly onShow: (shown: Range) => void;
};

/** The whole range above the timeline, with a frame around the visible part. Dragging moves the frame. */
export const Strip = ({ lanes, range, shown, width, onShow }: StripProps) => {
  // The same element is not rendered again: painting all sessions takes too long for each frame of a gesture.
  const picture = useMemo(
    () => <StripPicture lanes={lanes} range={range} width={width} />,
    [lanes, range.from, range.until, width],
  );
  const moveTo = ({ x }: { readonly x: number }): void => {
    const [middle, half] = [toTime(x, range, width), (shown.until - shown.from) / 2];
    onShow(keepWithin({ from: middle - half, until: middle + half }, range));
  };
  const left = toX(shown.from, range, width);
  return (
    <div
      class="strip"
      style={{ width: `${width}px` }}
      aria-hidden="true"
      {...useDrag({ onMove: moveTo, onClick: moveTo })}
    >
      {picture}
      <div
        class="strip-frame"
        style={{ left: `${left}px`, width: `${Math.max(4, toX(shown.until, range, width) - left)}px` }}
      />
    </div>
  );
};

const StripPicture = ({ lanes, range, width }: Pick<StripProps, 'lanes' | 'range' | 'width'>) => {
  const canvas = useCanvas(
    { width, height: STRIP_HEIGHT },
    {
      paint: (context, inks) => paintStrip(context, inks, { lanes, range, width }),
      inputs: [lanes, range.from, range.until],
    },
  );
  return <canvas ref={canvas} style={{ width: `${width}px`, height: `${STRIP_HEIGHT}px` }} />;
};
