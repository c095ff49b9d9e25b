import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

import { useTheme } from '../parts/useTheme.ts';
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
