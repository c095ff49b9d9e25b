/** Reads from the caption of a table how many rows it stands for; null when it shows all of them: `Sessions (the first 500 of 50,000 that were read)`. */
export const readTotal = (caption: string): number | null => {
  const total = /of ([\d,]+)/.exec(caption)?.[1];
  return total === undefined ? null : Number(total.replaceAll(',', ''));
};
