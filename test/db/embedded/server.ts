/**
 * A server process for the tests: starts the embedded Postgres on the folder in its argument, prints one line of JSON
 * about it, and stops it when its standard input closes. Tests may kill it.
 */
import { EmbeddedError } from '../../../src/db/embedded/EmbeddedError.ts';
import { startEmbedded } from '../../../src/db/embedded/startEmbedded.ts';

const [, , dataDir = ''] = process.argv;
const log: string[] = [];
try {
  const postgres = await startEmbedded({ dataDir, log: (message) => log.push(message) });
  console.log(JSON.stringify({ url: postgres.url, log }));
  process.stdin.resume().once('end', () => void postgres.stop().then(() => process.exit()));
} catch (error) {
  if (!(error instanceof EmbeddedError)) throw error;
  console.log(JSON.stringify({ code: error.code, message: error.message, log }));
}
