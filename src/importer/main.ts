import { runAsProcess } from '../client/runAsProcess.ts';

import { runImport } from './runImport.ts';

await runAsProcess('import', runImport);
