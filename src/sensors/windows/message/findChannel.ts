/** The log of a record, in lower case. */
export type FoundChannel =
  | { readonly kind: 'LOG'; readonly channel: string }
  /** Only the provider is known, and this sensor does not know its log. Windows may show the provider's name in its own language. */
  | { readonly kind: 'PROVIDER'; readonly channel: string }
  | { readonly kind: 'NOTHING' };

/** Finds the log of a record by its name or, for records without one, by the provider, whose name may be the one that Windows shows. */
export const findChannel = (name: unknown, provider: unknown, eventId: number): FoundChannel => {
  const channel = textOf(name);
  if (channel !== '') return { kind: 'LOG', channel };
  const source = textOf(provider);
  if (source === '') return { kind: 'NOTHING' };
  const known = findProvider(source);
  if (known === undefined) return { kind: 'PROVIDER', channel: source };
  const isSecurity = known.securityEvents?.has(eventId) === true;
  return { kind: 'LOG', channel: isSecurity ? 'security' : known.channel };
};

/** Whether this is the name of a provider whose events the sensor reads. In syslog, `_` may stand for the blanks of a name. */
export const isProvider = (name: string): boolean => findProvider(textOf(name)) !== undefined;

const findProvider = (name: string): Provider | undefined =>
  PROVIDERS.find(({ names }) => names.includes(name.replaceAll('_', ' ')));

type Provider = {
  readonly names: readonly string[];
  readonly channel: string;
  /** The events that this provider writes to the Security log. */
  readonly securityEvents?: ReadonlySet<number>;
};

const PROVIDERS: readonly Provider[] = [
  {
    names: [
      'microsoft-windows-security-auditing',
      'microsoft windows security auditing.',
      // Eventlog to Syslog leaves out the beginning.
      'security-auditing',
    ],
    channel: 'security',
  },
  {
    names: ['eventlog', 'microsoft-windows-eventlog'],
    channel: 'system',
    securityEvents: new Set([1100, 1101, 1102, 1104, 1105, 1108]),
  },
  { names: ['kernel-general', 'microsoft-windows-kernel-general'], channel: 'system' },
  {
    names: ['terminalservices-localsessionmanager', 'microsoft-windows-terminalservices-localsessionmanager'],
    channel: 'microsoft-windows-terminalservices-localsessionmanager/operational',
  },
];

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim().toLowerCase() : '');
