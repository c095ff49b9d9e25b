import type { Fields } from '../../fields.ts';

import { findChannel } from '../message/findChannel.ts';
import { makeFromMessage } from '../message/makeFromMessage.ts';
import { makeRecord } from '../windowsRecord.ts';
import type { Recognized } from '../windowsRecord.ts';
import { readPowerShellDate } from './readPowerShellDate.ts';
import { listTemplateNames } from './templateNames.ts';

/**
 * Makes a record of an event that `Get-EventLog | ConvertTo-Json` or `Export-Csv` wrote. Its name for the log is missing, its times are in whole
 * seconds, and its own fields have positions instead of names; in CSV only the message has their values.
 * https://learn.microsoft.com/dotnet/api/system.diagnostics.eventlogentry
 */
export const makeGetEventLog = (entry: Fields): Recognized => {
  const { Source: provider, ReplacementStrings: texts, Data: data } = entry;
  const eventId = entry['EventID'] ?? idOfInstance(entry['InstanceId']);
  const parts = {
    provider,
    eventId,
    hostname: entry['MachineName'],
    recordNumber: entry['Index'],
    time: { kind: 'ISO', field: 'TimeGenerated', text: readPowerShellDate(entry['TimeGenerated']) },
  } as const;
  const found = findChannel(undefined, provider, Number(eventId));
  if (!Array.isArray(texts) || found.kind === 'NOTHING') {
    return makeFromMessage({ ...parts, channel: undefined, message: entry['Message'] });
  }
  const names = listTemplateNames(Number(eventId), texts.length);
  const fields = Object.fromEntries(
    texts.flatMap((text: unknown, index) => {
      const name = names[index];
      return name === undefined ? [] : [[name, text]];
    }),
  );
  const Binary = Array.isArray(data) && data.length > 0 ? Buffer.from(data).toString('hex') : undefined;
  return makeRecord({
    ...parts,
    channel: found.channel,
    fields: { ...fields, Data: texts, Binary, Message: entry['Message'] },
  });
};

/** The event id is the lower half of the instance id; the upper half has its severity. */
const idOfInstance = (instance: unknown): number | undefined => {
  const number = typeof instance === 'string' && /^\d{1,10}$/.test(instance) ? Number(instance) : instance;
  return typeof number === 'number' ? number % 65_536 : undefined;
};
