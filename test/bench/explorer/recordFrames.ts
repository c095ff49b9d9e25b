import type { Page } from 'playwright-core';

/** The frames of a gesture in which the page had input to answer, in milliseconds. */
export type Frames = {
  /** From such a frame to the next frame. The browser draws at most 60 frames a second, so hardly any interval is shorter than 16.7. */
  readonly intervalsMs: readonly number[];
  /** How long the page worked on such a frame: handlers, layout and painting. */
  readonly workMs: readonly number[];
  /** How often a list had been scrolled to rows that were not drawn yet. */
  readonly blank: number;
};

/** Records the frames while a gesture is made in a page that openPicture has opened. */
export const recordFrames = async (page: Page, gesture: () => Promise<void>): Promise<Frames> => {
  await page.evaluate('probe.startRecording()');
  await gesture();
  return page.evaluate<Frames>('probe.stopRecording()');
};
