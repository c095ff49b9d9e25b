import type { RefObject, TargetedPointerEvent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

type Point = { readonly x: number; readonly y: number };
type Drag = {
  /** Called at each movement; `by` is the distance since the last call. */
  readonly onMove?: (at: Point, by: Point) => void;
  /** Called instead when the pointer has not moved. */
  readonly onClick?: (at: Point) => void;
};
type Pointer = TargetedPointerEvent<HTMLElement>;

/** A pointer that moved less than this has clicked. */
const CLICK_PIXELS = 4;

/** Handlers of an element that is dragged with the mouse, a pen or a finger. Points are relative to the element. */
export const useDrag = ({ onMove, onClick }: Drag) => {
  const pressed = useRef<{ readonly start: Point; last: Point; hasMoved: boolean } | null>(null);
  return {
    onPointerDown: (event: Pointer): void => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const start = pointOf(event);
      pressed.current = { start, last: start, hasMoved: false };
    },
    onPointerMove: (event: Pointer): void => {
      const drag = pressed.current;
      if (drag === null) return;
      const at = pointOf(event);
      drag.hasMoved ||= Math.hypot(at.x - drag.start.x, at.y - drag.start.y) >= CLICK_PIXELS;
      if (!drag.hasMoved) return;
      onMove?.(at, { x: at.x - drag.last.x, y: at.y - drag.last.y });
      drag.last = at;
    },
    onPointerUp: (event: Pointer): void => {
      const drag = pressed.current;
      pressed.current = null;
      if (drag === null) return;
      if (!drag.hasMoved) onClick?.(pointOf(event));
    },
    onPointerCancel: (): void => {
      pressed.current = null;
    },
  };
};

const pointOf = (event: Pointer): Point => {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
};

/** Calls the handler at each turn of the wheel over an element; it may prevent that the page scrolls, which handlers of preact may not. */
export const useWheel = (
  element: RefObject<HTMLElement | null>,
  handle: (event: WheelEvent) => void,
): void => {
  const latest = useRef(handle);
  latest.current = handle;
  useEffect(() => {
    const target = element.current;
    const listen = (event: WheelEvent): void => latest.current(event);
    target?.addEventListener('wheel', listen, { passive: false });
    return () => target?.removeEventListener('wheel', listen);
  }, []);
};
