import { useRef } from 'preact/hooks';

import type { TimelineMarkFragment, TimelineSessionFragment } from '../api/documents.ts';
import type { Range } from '../state/times.ts';
import { startLanes } from './lanes.ts';
import type { GrowingLanes, Lane, LaneOf } from './lanes.ts';

type Shown = {
  readonly sessions: readonly TimelineSessionFragment[];
  readonly marks: readonly TimelineMarkFragment[];
  readonly range: Range;
  readonly laneOf: LaneOf;
};

/** The lanes of sessions and marks. While pages of sessions arrive only the new ones are arranged, because all of them take several frames. */
export const useLanes = (shown: Shown): readonly Lane[] => {
  const last = useRef<(Shown & { readonly growing: GrowingLanes; readonly lanes: readonly Lane[] }) | null>(
    null,
  );
  const { sessions, marks, range, laneOf } = shown;
  const before = last.current;
  if (before !== null && before.range === range && before.laneOf === laneOf) {
    if (before.sessions === sessions && before.marks === marks) return before.lanes;
    if (beginsWith(sessions, before.sessions) && beginsWith(marks, before.marks)) {
      const added = {
        sessions: sessions.slice(before.sessions.length),
        marks: marks.slice(before.marks.length),
      };
      const lanes = before.growing.add(added);
      last.current = { ...before, sessions, marks, lanes };
      return lanes;
    }
  }
  const growing = startLanes({ range, laneOf });
  const lanes = growing.add({ sessions, marks });
  last.current = { ...shown, growing, lanes };
  return lanes;
};

/** Whether a list continues an earlier one: pages are only appended. */
const beginsWith = <Item>(list: readonly Item[], earlier: readonly Item[]): boolean =>
  earlier.every((item, index) => item === list[index]);
