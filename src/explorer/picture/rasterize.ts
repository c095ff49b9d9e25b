import type { Picture } from './makePicture.ts';

/** The number of pixels in the file for each pixel of the page, so that it is sharp on dense screens and in print. */
const DENSITY = 2;

/** Turns a picture into a PNG file. */
export const rasterize = async ({ svg, width, height }: Picture): Promise<Blob> => {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * DENSITY, height * DENSITY];
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) =>
        blob === null ? reject(new Error('The picture is larger than the browser can draw.')) : resolve(blob),
      'image/png',
    );
  });
};
