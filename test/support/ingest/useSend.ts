import type { useApi } from '../api.ts';

/** Returns a function that sends records to /ingest in one request, and returns the body of the answer. */
export const useSend =
  (api: ReturnType<typeof useApi>) =>
  async (...records: readonly string[]) => {
    const response = await fetch(new URL('/ingest?timezone=UTC', api().url), {
      method: 'POST',
      body: records.join('\n'),
    });
    return response.json();
  };
