/** A page of events with all their fields. */
const PAGE = `query Page($filter: SessionEventFilter, $first: Int, $after: String) {
  sessionEvents(filter: $filter, first: $first, after: $after) {
    nodes {
      __typename id time action hostname user userDomain userName uid loginId sourceId ingestedAt
      ... on RemoteCapableEvent { loginType srcIp srcPort destIp destPort }
      ... on LoginEvent { loginSuccessful }
    }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

export type PageVariables = { readonly filter?: object; readonly first: number; readonly after?: string };

/** The body of a request for one page. */
export const makePageBody = (variables: PageVariables): string => JSON.stringify({ query: PAGE, variables });
