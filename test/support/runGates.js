// Runs the package.json scripts that are named as arguments, one per processor at a time. Prints the output of each script when it ends.
// The exit code is 1 when any of them failed.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { delimiter, resolve } from 'node:path';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
const environment = {
  ...process.env,
  PATH: `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH}`,
};

/** Runs one script; returns whether it passed. */
const runGate = async (name) => {
  const child = spawn(scripts[name], { shell: true, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk));
  const code = await new Promise((resolveCode) => {
    child.once('close', resolveCode);
  });
  process.stdout.write(code === 0 ? '' : `\n${name} failed:\n`);
  process.stdout.write(Buffer.concat(output));
  return code === 0;
};

const waiting = process.argv.slice(2);
const unknown = waiting.filter((name) => scripts[name] === undefined);
if (waiting.length === 0 || unknown.length > 0)
  throw new Error(`package.json has no script ${unknown.join(' or ')}`);

let areAllPassed = true;
const work = async () => {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    areAllPassed = (await runGate(name)) && areAllPassed;
  }
};
await Promise.all(Array.from({ length: availableParallelism() }, work));
process.exitCode = areAllPassed ? 0 : 1;
