import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

/** The URL follows a gesture when it has rested for this long: browsers limit how often an address changes, and each address asks the server. */
const REST_MS = 250;

export type Settling<Value> = {
  readonly value: Value;
  /** Whether the value is ahead of the URL. */
  readonly isMoving: boolean;
  /** Computes the next value from the last one. */
  readonly move: (next: (last: Value) => Value) => void;
};

/** A value of the URL that follows gestures in the next frame, once for all events before it. `onSettle` writes it into the URL when the gesture rests. */
export const useSettling = <Value>(settled: Value, onSettle: (value: Value) => void): Settling<Value> => {
  const [moving, setMoving] = useState<{ readonly value: Value } | null>(null);
  const timer = useRef(0);
  const frame = useRef(0);
  /** Where the gesture is, which the next frame shows; null between gestures. */
  const ahead = useRef<{ readonly value: Value } | null>(null);
  const latest = useRef({ value: settled, onSettle });
  /** The URL's value that the end of a gesture replaces. A gesture that begins before the page shows the new URL goes on. */
  const replaced = useRef<string | null>(null);
  const shown = useRef(settled);
  const value = moving === null ? settled : moving.value;
  latest.current = { value, onSettle };
  const stop = (): void => {
    window.clearTimeout(timer.current);
    window.cancelAnimationFrame(frame.current);
    frame.current = 0;
    ahead.current = null;
  };
  // The address has changed, for example with the back button.
  useEffect(() => {
    const last = JSON.stringify(shown.current);
    shown.current = settled;
    const isOwn = replaced.current === last;
    replaced.current = null;
    if (isOwn) return;
    stop();
    setMoving(null);
  }, [JSON.stringify(settled)]);
  useEffect(() => stop, []);
  const move = useCallback((next: (last: Value) => Value) => {
    const moved = { value: next((ahead.current ?? latest.current).value) };
    ahead.current = moved;
    if (frame.current === 0)
      frame.current = window.requestAnimationFrame(() => {
        frame.current = 0;
        setMoving(ahead.current);
      });
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      stop();
      setMoving(null);
      // A gesture may begin before the next frame.
      latest.current = { ...latest.current, value: moved.value };
      replaced.current = JSON.stringify(shown.current);
      latest.current.onSettle(moved.value);
    }, REST_MS);
  }, []);
  return { value, isMoving: moving !== null, move };
};
