import type { ContextKind } from '../model/contextEvent.ts';

/** Fields of every context event. The values are text; the server parses and checks them. Absent (undefined is not sent): not known. */
export type HostFactInput = {
  readonly time: string;
  readonly hostname: string;
  readonly sourceId?: string | undefined;
};

export type DisconnectInput = HostFactInput & {
  readonly loginId?: string | undefined;
  readonly user?: string | undefined;
  readonly srcIp?: string | undefined;
};

/** A context event, as an input of the mutation `ingestContextEvents` (`@oneOf`). */
export type ContextEventInput =
  | { readonly hostStart: HostFactInput }
  | { readonly hostStop: HostFactInput }
  | { readonly hostSeen: HostFactInput }
  | { readonly disconnect: DisconnectInput };

/** Splits a context event into its kind and its fields. */
export const splitContextEvent = (
  event: ContextEventInput,
): { readonly kind: ContextKind; readonly input: DisconnectInput } => {
  if ('hostStart' in event) return { kind: 'HOST_START', input: event.hostStart };
  if ('hostStop' in event) return { kind: 'HOST_STOP', input: event.hostStop };
  if ('hostSeen' in event) return { kind: 'HOST_SEEN', input: event.hostSeen };
  return { kind: 'DISCONNECT', input: event.disconnect };
};

/** Replaces some of the fields that every context event has. */
export const withContextFields = (
  event: ContextEventInput,
  fields: Partial<HostFactInput>,
): ContextEventInput => {
  if ('hostStart' in event) return { hostStart: { ...event.hostStart, ...fields } };
  if ('hostStop' in event) return { hostStop: { ...event.hostStop, ...fields } };
  if ('hostSeen' in event) return { hostSeen: { ...event.hostSeen, ...fields } };
  return { disconnect: { ...event.disconnect, ...fields } };
};
