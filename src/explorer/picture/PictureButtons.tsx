import { useState } from 'preact/hooks';

import { download } from '../parts/download.ts';
import { detailOf, formatTime } from '../state/times.ts';
import type { Range } from '../state/times.ts';
import { usePage } from '../state/usePageState.ts';
import { makePicture } from './makePicture.ts';
import type { Drawing, Picture } from './makePicture.ts';
import { rasterize } from './rasterize.ts';

type PictureButtonsProps = {
  /** What the picture shows: `Sessions on RDP1`. */
  readonly title: string;
  /** The part of the time that is drawn. */
  readonly shown: Range;
  /** What else limits it, such as a filter. */
  readonly facts?: readonly string[];
  /** Draws it in the colours that apply to an element. */
  readonly draw: (element: Element) => Drawing;
};

/** Saves a picture as a file that says what it shows: the range, the zone, the noise and the filter. */
export const PictureButtons = ({ title, shown, facts = [], draw }: PictureButtonsProps) => {
  const { zone, isNoiseShown } = usePage().state;
  const [problem, setProblem] = useState<string | null>(null);
  const make = (element: Element): Picture => {
    const [from, until] = [shown.from, shown.until].map((ms) => formatTime(ms, zone, detailOf(shown)));
    const range = `${from} to ${until}, times in ${zone}`;
    const noise = isNoiseShown ? 'noise included' : 'noise left out';
    return makePicture(draw(element), { title, facts: [`${range}; ${noise}`, ...facts] }, element);
  };
  const name = `sessionscope ${title}`.replaceAll(/[^\w-]+/g, '-').slice(0, 80);
  const savePng = async (picture: Picture): Promise<void> => {
    const file = await rasterize(picture).catch(() => null);
    setProblem(
      file === null ? 'The browser cannot draw so large a picture. Zoom in, or save it as SVG.' : null,
    );
    if (file !== null) download(file, `${name}.png`);
  };
  return (
    <span class="picture-buttons">
      <button
        type="button"
        class="plain"
        onClick={({ currentTarget }) =>
          download(new Blob([make(currentTarget).svg], { type: 'image/svg+xml' }), `${name}.svg`)
        }
      >
        Save as SVG
      </button>{' '}
      <button type="button" class="plain" onClick={({ currentTarget }) => void savePng(make(currentTarget))}>
        Save as PNG
      </button>
      {problem !== null && <span role="alert"> {problem}</span>}
    </span>
  );
};
