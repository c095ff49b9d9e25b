import { startCommand } from '../startCommand.ts';

import { findServer } from '../config/findServer.ts';

import { runAsProcess } from '../client/runAsProcess.ts';

import { IMPORT_OPTIONS } from './importOptions.ts';
import { runImport } from './runImport.ts';

const words = process.argv.slice(2);
const environment = startCommand({ command: 'import', words, options: IMPORT_OPTIONS });
await runAsProcess(
  { name: 'import', words, run: runImport },
  { key: environment['SESSIONSCOPE_KEY'] ?? null, findServer: () => findServer(environment) },
);
