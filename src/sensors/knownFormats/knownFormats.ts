import { json } from './knownFormat.ts';
import type { KnownFormat } from './knownFormat.ts';
import { LINUX_FORMATS } from './linuxFormats.ts';
import { SHIPPER_FORMATS } from './shipperFormats.ts';
import { UNIX_FORMATS } from './unixFormats.ts';
import { WINDOWS_EXPORTS } from './windowsExports.ts';
import { WINDOWS_FORMATS } from './windowsFormats.ts';

/** All formats that the sensors read: `import --formats`, docs/importing.md and docs/coverage.md show them. */
export const KNOWN_FORMATS: readonly KnownFormat[] = [
  ...WINDOWS_FORMATS,
  ...WINDOWS_EXPORTS,
  ...LINUX_FORMATS,
  ...UNIX_FORMATS,
  {
    group: 'macOS',
    name: "Santa's JSON",
    source: '`EventLogType` `json`; with `--host` unless `EnableMachineIDDecoration` is set',
    needs: ['--host'],
    sample: json({
      event_time: '2026-11-16T09:00:00.123456789Z',
      event_id: '9f86d081884c7d659a2feaa0c55ad015',
      login_window_session: {
        login: { user: { uid: 501, name: 'ana' }, graphical_session: { id: 257 } },
      },
    }),
  },
  ...SHIPPER_FORMATS,
  {
    group: 'Your own',
    name: 'the input of the mutations',
    source: 'anything that writes the input of `ingestSessionEvents` or `ingestContextEvents` as lines',
    needs: [],
    sample: json({
      login: { time: '2026-11-16T09:00:00Z', hostname: 'WS1', user: 'CORP\\ana', loginSuccessful: true },
    }),
  },
];
