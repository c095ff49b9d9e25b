/** The start of a host as the mutation `ingestHostStarts` takes it; values as text, which the server's parsers judge. */
export type HostStartInput = {
  readonly time: string;
  readonly hostname: string;
  readonly sourceId?: string | undefined;
};
