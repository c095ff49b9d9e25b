import { startCommand } from '../startCommand.ts';

import { findServer } from '../config/findServer.ts';

import { runAsProcess } from '../client/runAsProcess.ts';

import { EXPORT_OPTIONS } from './parseExportArguments.ts';
import { runExport } from './runExport.ts';

const words = process.argv.slice(2);
const environment = startCommand({ command: 'export', words, options: EXPORT_OPTIONS });
await runAsProcess(
  { name: 'export', words, run: runExport },
  { key: environment['SESSIONSCOPE_KEY'] ?? null, findServer: () => findServer(environment) },
);
