import { asFields } from '../../fields.ts';
import type { Fields } from '../../fields.ts';

import { makeFromMessage } from '../message/makeFromMessage.ts';
import { makeRecord } from '../windowsRecord.ts';
import type { Recognized } from '../windowsRecord.ts';
import { readPowerShellDate } from './readPowerShellDate.ts';
import { listTemplateNames } from './templateNames.ts';

/**
 * Makes a record of an event that `Get-WinEvent | ConvertTo-Json` or `Export-Csv` wrote. In JSON, the event's own fields have positions instead of
 * names; without them (`Select-Object TimeCreated, Id, Message`, CSV) only the message has their values.
 * https://learn.microsoft.com/dotnet/api/system.diagnostics.eventing.reader.eventlogrecord
 */
export const makeGetWinEvent = (event: Fields): Recognized => {
  const { Properties: properties, Message: message } = event;
  const parts = {
    channel: event['LogName'],
    provider: event['ProviderName'],
    eventId: event['Id'],
    hostname: event['MachineName'],
    recordNumber: event['RecordId'],
    time: { kind: 'ISO', field: 'TimeCreated', text: readPowerShellDate(event['TimeCreated']) },
  } as const;
  return Array.isArray(properties) && properties.every(hasValue)
    ? makeRecord({
        ...parts,
        fields: { ...nameProperties(Number(event['Id']), properties), Message: message },
      })
    : makeFromMessage({ ...parts, message });
};

/** Below its depth, ConvertTo-Json writes the name of the type in place of an object. */
const hasValue = (property: unknown): boolean => Object.hasOwn(asFields(property), 'Value');

const nameProperties = (eventId: number, properties: readonly unknown[]): Fields => {
  // Its texts have no names; the binary data follows them.
  if (eventId === 6008) return { Binary: readBytes(asFields(properties.at(-1))['Value']) };
  const names = listTemplateNames(eventId, properties.length);
  const named = properties.flatMap((property, index) => {
    const name = names[index];
    return name === undefined ? [] : [[name, readProperty(name, property)] as const];
  });
  // The events of Windows Server 2003 are read by their positions.
  const values = named.length === 0 ? { Data: properties.map((one) => asFields(one)['Value']) } : {};
  return { ...values, ...Object.fromEntries(named) };
};

const readBytes = (value: unknown): string | undefined =>
  Array.isArray(value) ? Buffer.from(value).toString('hex') : undefined;

/** A SID is nested one level deeper; a status is a signed number. */
const readProperty = (name: string, property: unknown): unknown => {
  const value = asFields(property)['Value'];
  if (name === 'PreviousTime' || name === 'NewTime') return readPowerShellDate(value);
  const inner = typeof value === 'object' && value !== null ? asFields(value)['Value'] : value;
  return name === 'Status' && typeof inner === 'number' ? `0x${(inner >>> 0).toString(16)}` : inner;
};
