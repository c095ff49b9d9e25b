import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

import { useTheme } from '../parts/useTheme.ts';
import { readInks } from './inks.ts';
import type { Inks } from './inks.ts';

type Size = { readonly width: number; readonly height: number };
export type Paint = (context: CanvasRenderingContext2D, inks: Inks) => void;

type Painting = {
  readonly paint: Paint;
  /** What the picture shows: it is painted again only when one of these has changed. */
  readonly inputs: readonly unknown[];
};

/** A canvas, sharp on dense screens, in the colours of the theme. It is painted when its size, its inputs or the theme have changed. */
export const useCanvas = (
  { width, height }: Size,
  { paint, inputs }: Painting,
): RefObject<HTMLCanvasElement | null> => {
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
  }, [width, height, theme, ...inputs]);
  return canvas;
};
