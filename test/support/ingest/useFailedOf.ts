import type { useApi } from '../api.ts';

/** Returns a function that lists the failed logins of a host, the oldest first. */
export const useFailedOf = (api: ReturnType<typeof useApi>) => async (host: string) => {
  const { data } = await api().query(
    `query ($host: String!) { sessionEvents(filter: { hostname: { eq: $host }, loginSuccessful: { eq: false } }, order: OLDEST_FIRST) {
      nodes { ... on LoginEvent { user srcIp srcPort } } } }`,
    { host },
  );
  return data.sessionEvents.nodes;
};
