/** What to do about records that lack a time zone or a host name, for clients of the importer and of /ingest alike. */
export const NAME_THE_ZONE = 'name it with --timezone (npm run import) or ?timezone= (/ingest)';
export const NAME_THE_HOST = 'name it with --host (npm run import) or ?host= (/ingest)';
