import type { RequestDatabase } from '../db/makeRequestDatabase.ts';

import type { HostnameStyle } from '../model/values/hostname.ts';

/** The context of reading use cases. */
export type ListContext = {
  readonly db: RequestDatabase;
  readonly hostnames: HostnameStyle;
  /** The time of the request, canonical. */
  readonly now: string;
};
