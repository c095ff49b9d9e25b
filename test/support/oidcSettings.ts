/** The settings of an identity provider. All others have defaults. */
export const OIDC = {
  OIDC_ISSUER: 'https://login.example.com',
  OIDC_AUDIENCE: 'sessionscope',
  OIDC_JWKS_URL: 'https://login.example.com/keys',
};
