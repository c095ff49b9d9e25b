/**
 * Headers of every answer for browsers: do not guess the content type, do not cache, do not run anything, do not embed. The playground's page has
 * its own policy.
 */
export const SAFE_HEADERS = {
  // Answers are only for the client, not for later readers of its cache or disk.
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // A URL may contain a query, which may reveal what is under investigation.
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;

/** The headers with TLS: browsers must use https for a year. */
export const TLS_HEADERS = { ...SAFE_HEADERS, 'strict-transport-security': 'max-age=31536000' } as const;
