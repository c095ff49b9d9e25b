import { runAsProcess } from '../client/runAsProcess.ts';

import { runExport } from './runExport.ts';

await runAsProcess('export', runExport);
