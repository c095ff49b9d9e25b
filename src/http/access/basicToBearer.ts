/**
 * Takes the key from the password of Basic authorization (RFC 7617). systemd-journal-upload before version 258 can send no header of its own, only the
 * user and password of its URL. Other routes do not accept it: browsers would add it to the requests of foreign pages.
 */
export const basicToBearer = (authorization: string | undefined): string | undefined => {
  const [, encoded] = BASIC.exec(authorization ?? '') ?? [];
  if (encoded === undefined) return authorization;
  const [, password = ''] = /^[^:]*:(.*)$/s.exec(Buffer.from(encoded, 'base64').toString('latin1')) ?? [];
  // A password that a header cannot contain is not a key either.
  return `Bearer ${/^[\x21-\x7e]+$/.test(password) ? password : 'none'}`;
};

export const isBasic = (authorization: string | undefined): boolean =>
  /^Basic(?: |$)/i.test(authorization ?? '');

const BASIC = /^Basic +([\w+/]+={0,2}) *$/i;
