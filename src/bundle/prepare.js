// npm ci runs this, so that the first start need not make the bundle, and a server whose user may not write to this folder has it.
import { openBundle } from './openBundle.js';

try {
  await openBundle();
} catch (error) {
  // The installation goes on: the first start tries again, and reports the reason.
  process.stderr.write(`The sources were not bundled: ${String(error)}\n`);
}
