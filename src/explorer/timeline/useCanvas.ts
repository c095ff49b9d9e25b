import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

import { readInks } from './inks.ts';
import type { Inks } from './inks.ts';

type Size = { readonly width: number; readonly height: number };
type Paint = (context: CanvasRenderingContext2D, inks: Inks) => void;

/** A canvas that is painted at each rendering, sharp on dense screens, in the colours of the theme. */
export const useCanvas = ({ width, height }: Size, paint: Paint): RefObject<HTMLCanvasElement | null> => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const inks = useRef<Inks | null>(null);
  const theme = useTheme();
  useLayoutEffect(() => {
    inks.current = null;
  }, [theme]);
  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (element === null || context === null || context === undefined) return;
    const density = window.devicePixelRatio;
    const [wide, high] = [Math.round(width * density), Math.round(height * density)];
    // Setting a size empties the canvas and takes time, even if it is the same.
    if (element.width !== wide) element.width = wide;
    if (element.height !== high) element.height = high;
    context.setTransform(density, 0, 0, density, 0, 0);
    inks.current ??= readInks(element);
    paint(context, inks.current);
  });
  return canvas;
};

const DARK = '(prefers-color-scheme: dark)';

/** Whether the system has a dark theme; changes with it. */
export const useTheme = (): boolean => {
  const [isDark, setDark] = useState(() => matchMedia(DARK).matches);
  useEffect(() => {
    const query = matchMedia(DARK);
    const follow = (): void => setDark(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return isDark;
};

/** The width of an element, which follows the window. */
export const useWidth = (): readonly [RefObject<HTMLDivElement | null>, number] => {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (element.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element.current);
    setWidth(Math.floor(element.current.clientWidth));
    return () => observer.disconnect();
  }, []);
  return [element, width];
};
