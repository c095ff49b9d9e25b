/** The start of a host, as an input of the mutation `ingestHostStarts`. The values are text; the server parses and checks them. */
export type HostStartInput = {
  readonly time: string;
  readonly hostname: string;
  readonly sourceId?: string | undefined;
};
