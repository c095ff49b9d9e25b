import type { SensorOptions } from './sensor.ts';

type Advice = {
  /** For local times without a zone. */
  readonly zone: string;
  /** For local times that a clock showed twice or never. */
  readonly offset: string;
  /** For records without a host name. */
  readonly host: string;
};

/** What users can do about records that lack something: options of the importer, or parameters of /ingest. */
export const ADVICE: Readonly<Record<SensorOptions['input'], Advice>> = {
  FILES: {
    zone: 'give it with --timezone, such as --timezone Europe/Berlin',
    offset: 'import these records alone, with their offset: --timezone +HH:MM',
    host: 'give it with --host, such as --host WEB01',
  },
  REQUEST: {
    zone: 'add it to the URL: ?timezone=Europe/Berlin',
    offset: 'send these records alone, with their offset in the URL: ?timezone=%2BHH:MM',
    host: 'add it to the URL: ?host=WEB01',
  },
};
