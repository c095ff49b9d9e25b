// Prints the findings of the rules of test/prose.test.ts: their number by folder, then each finding.
import { dirname } from 'node:path';

import { findProse, listProseFiles } from './prose.ts';

const main = (): void => {
  const findings = listProseFiles().flatMap((path) =>
    findProse(path).map((finding) => ({ path, folder: dirname(path), ...finding })),
  );
  const counts = new Map<string, number>();
  for (const { folder } of findings) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  for (const [folder, count] of counts) console.log(`${String(count).padStart(5)}  ${folder}`);
  for (const { path, line, text, instead } of findings) console.log(`${path}:${line}: "${text}": ${instead}`);
};

main();
