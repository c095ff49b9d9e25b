/** A simple oracle for filters, written from schema.graphql and not from the code. It takes quadratic time. */
export type StoredEvent = Readonly<Record<string, any>>;
export type Filter = Readonly<Record<string, any>>;

/** Whether an event, as the API returns it, matches a filter. A field that the event's type does not have has no value. */
export const matches = (event: StoredEvent, filter: Filter): boolean =>
  Object.entries(filter).every(([name, member]) => {
    if (name === 'and') return member.every((branch: Filter) => matches(event, branch));
    if (name === 'or') return member.some((branch: Filter) => matches(event, branch));
    if (name === 'not') return !matches(event, member);
    return Object.entries(member).every(([operator, operand]) =>
      OPERATORS[operator]?.(event[name] ?? null, operand, { event, name }),
    );
  });

type Place = { readonly event: StoredEvent; readonly name: string };
type Operator = (value: any, operand: any, place: Place) => boolean;

const OPERATORS: Readonly<Record<string, Operator>> = {
  eq: (value, operand, place) => same(value, operand, place),
  in: (value, operand, place) => operand.some((item: unknown) => same(value, item, place)),
  isNull: (value, operand) => (value === null) === operand,
  startsWith: (value, operand, { event, name }) =>
    textOf(value, event, name)?.startsWith(operand.toLowerCase()) ?? false,
  contains: (value, operand, { event, name }) =>
    textOf(value, event, name)?.includes(operand.toLowerCase()) ?? false,
  from: (value, operand) => microsecondsOf(value) >= microsecondsOf(operand),
  until: (value, operand) => microsecondsOf(value) < microsecondsOf(operand),
  inCidr: (value, operand) => value !== null && operand.some((network: string) => lies(value, network)),
  notInCidr: (value, operand) => value === null || !operand.some((network: string) => lies(value, network)),
};

const textOf = (value: string | null, event: StoredEvent, name: string): string | undefined =>
  (name === 'user' ? event['userName'] : value)?.toLowerCase();

/** Compares hosts and users case-insensitively. A user without a domain matches any domain. */
const same = (value: unknown, operand: unknown, { event, name }: Place): boolean => {
  if (value === null) return false;
  if (name === 'hostname') return String(value).toLowerCase() === String(operand).toLowerCase();
  if (name !== 'user') return value === operand;
  const [user = '', domain] = String(operand).toLowerCase().split('\\').toReversed();
  return (
    event['userName'] === user && (domain === undefined || event['userDomain']?.toLowerCase() === domain)
  );
};

/** Supports only IPv4 and prefixes of whole bytes, which the tests use. */
const lies = (address: string, network: string): boolean => {
  const [base = '', length = '32'] = network.split('/');
  const bytes = Number(length) / 8;
  return address.split('.').slice(0, bytes).join('.') === base.split('.').slice(0, bytes).join('.');
};

/** In microseconds, which a JavaScript Date cannot represent. */
const microsecondsOf = (time: string): bigint => {
  const [second = '', fraction = ''] = time.replace('Z', '').split('.');
  return BigInt(Date.parse(`${second}Z`)) * 1000n + BigInt(fraction.padEnd(6, '0'));
};
