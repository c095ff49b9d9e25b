import pg from 'pg';

/**
 * Returns the URL with which the login for reading reaches the server of the login for writing; null if both URLs name one server and database,
 * so that there is no replica. The login keeps its own password or certificate.
 */
export const primaryUrl = (readerUrl: string, writerUrl: string): string | null => {
  const reader = new pg.Client({ connectionString: readerUrl });
  const writer = new pg.Client({ connectionString: writerUrl });
  const isSame =
    reader.host === writer.host && reader.port === writer.port && reader.database === writer.database;
  if (isSame) return null;
  const url = new URL(writerUrl);
  url.username = '';
  url.password = '';
  // Parameters take precedence, and a URL with the folder of a socket has no other place for them.
  url.searchParams.set('user', reader.user ?? '');
  url.searchParams.delete('password');
  if (typeof reader.password === 'string') url.searchParams.set('password', reader.password);
  const own = new URL(readerUrl).searchParams;
  for (const name of ['sslcert', 'sslkey']) {
    url.searchParams.delete(name);
    const file = own.get(name);
    if (file !== null) url.searchParams.set(name, file);
  }
  return url.href;
};
