/** A machine, by name: enough to ask for what is recorded of it. */
export type HostKey = { readonly hostname: string };

/** A machine that something was recorded of. */
export type Host = HostKey & {
  /** Of its oldest and newest event, canonical; null while only its starts are recorded. */
  readonly firstSeenAt: string | null;
  readonly lastSeenAt: string | null;
};
