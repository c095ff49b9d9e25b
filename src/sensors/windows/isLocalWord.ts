/**
 * Whether the address of a client is Windows' word for its own screen, in its language: `LOCAL`, German `LOKAL`, Italian `LOCALE`. An address has
 * a digit, a dot or a colon.
 */
export const isLocalWord = (address: string): boolean => address !== '' && !/[\d.:]/.test(address);
