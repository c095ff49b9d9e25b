/** Formats a number: `12,345`. */
export const formatNumber = (value: number): string => value.toLocaleString('en');

/** Formats a number of things: `1 event`, `2 events`. */
export const formatItems = (value: number, name: string): string =>
  `${formatNumber(value)} ${name}${value === 1 ? '' : 's'}`;

type Count = { readonly value: number; readonly relation: 'EQUAL' | 'AT_LEAST' };

/** Formats a count, which may be a lower bound: `10,000+`. */
export const formatCount = ({ value, relation }: Count): string =>
  `${formatNumber(value)}${relation === 'AT_LEAST' ? '+' : ''}`;
