/** What can be exported. */
export type ListName = 'events';

/** How a list is asked for: the whole of it in one order, so that an export of the same data is the same text. */
export type ExportedList = {
  readonly connection: string;
  readonly filterType: string;
  readonly order: string;
  /** The selection on each of its nodes. */
  readonly fields: string;
  /** Of several. */
  readonly noun: string;
};

export const LISTS: Readonly<Record<ListName, ExportedList>> = {
  events: {
    connection: 'sessionEvents',
    filterType: 'SessionEventFilter',
    order: 'OLDEST_FIRST',
    fields: `action time hostname user uid loginId sourceId
      ... on RemoteCapableEvent { loginType srcIp srcPort destIp destPort }
      ... on LoginEvent { loginSuccessful linkedLoginId }`,
    noun: 'events',
  },
};

/** The list of that name, null when there is none. */
export const findListName = (name: string | undefined): ListName | null =>
  name !== undefined && Object.hasOwn(LISTS, name) ? (name as ListName) : null;
