/**
 * What every answer says to browsers: take it for what it is, keep nothing of it, run nothing in it, show it in no other page. The playground's
 * page has a policy of its own.
 */
export const SAFE_HEADERS = {
  // Logons are for who asked, and for nobody who comes to the cache or the disk afterwards.
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // An address may hold a query, which may name what is under investigation.
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;

/** And with TLS: ask without it no more, for a year. */
export const TLS_HEADERS = { ...SAFE_HEADERS, 'strict-transport-security': 'max-age=31536000' } as const;
