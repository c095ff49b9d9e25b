/** Advice for records without a time zone or a host name, for users of the importer and of /ingest. */
export const NAME_THE_ZONE = 'give it with --timezone (npm run import) or ?timezone= (/ingest)';
export const NAME_THE_HOST = 'give it with --host (npm run import) or ?host= (/ingest)';
