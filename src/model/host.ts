/** The name of a machine, which is enough to query its records. */
export type HostKey = { readonly hostname: string };

/** A machine that has records. */
export type Host = HostKey & {
  /** The times of its oldest and newest event, canonical; null if only its starts are recorded. */
  readonly firstSeenAt: string | null;
  readonly lastSeenAt: string | null;
};
