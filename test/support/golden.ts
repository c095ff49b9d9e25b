import { existsSync, readFileSync, writeFileSync } from 'node:fs';

import { expect } from '@jest/globals';

const IS_UPDATE = process.env['UPDATE_GOLDENS'] === '1';
if (IS_UPDATE && process.env['CI'] !== undefined) throw new Error('UPDATE_GOLDENS is refused in CI.');

/** Compares a text with the golden file that holds it. `UPDATE_GOLDENS=1` writes the file first; CI refuses that. */
export const expectGolden = (file: URL, text: string): void => {
  if (IS_UPDATE) writeFileSync(file, text);
  expect(existsSync(file) ? readFileSync(file, 'utf8') : `${file.pathname} is missing`).toBe(text);
};
