import type { Fields } from '../../fields.ts';
import { readText } from '../../fieldValues.ts';

import { makeFromMessage } from '../message/makeFromMessage.ts';
import { makeRecord } from '../windowsRecord.ts';
import type { Recognized } from '../windowsRecord.ts';
import { readDataXml, readObject } from './readEventData.ts';
import { listTemplateNames } from './templateNames.ts';

/**
 * A row of `SecurityEvent`. Older rows have no record number. Events that have no columns of their own are in EventData.
 * https://learn.microsoft.com/azure/azure-monitor/reference/tables/securityevent
 */
export const makeSecurityEvent = (row: Fields): Recognized => {
  const data = row['EventData'];
  const fields =
    typeof data === 'string' && data !== '' ? { ...readDataXml(data), ...withoutEmpty(row) } : row;
  return makeRecord({
    channel: row['Channel'],
    provider: row['EventSourceName'],
    eventId: row['EventID'],
    hostname: row['Computer'],
    recordNumber: row['EventRecordId'],
    time: { kind: 'ISO', field: 'TimeGenerated', text: row['TimeGenerated'] },
    fields,
  });
};

/** A row of `WindowsEvent`. https://learn.microsoft.com/azure/azure-monitor/reference/tables/windowsevent */
export const makeWindowsEvent = (row: Fields): Recognized => {
  const isTimed = readText(row, 'TimeCreated') !== '';
  const field = isTimed ? 'TimeCreated' : 'TimeGenerated';
  return makeRecord({
    channel: row['Channel'],
    provider: row['Provider'],
    eventId: row['EventID'],
    hostname: row['Computer'],
    recordNumber: row['EventRecordId'],
    time: { kind: 'ISO', field, text: row[field] },
    fields: readDataXml(row['EventData']) ?? readObject(row['EventData']),
  });
};

/**
 * A row of `Event`: its values are XML in EventData or ParameterXml, or only in its rendered description.
 * https://learn.microsoft.com/azure/azure-monitor/reference/tables/event
 */
export const makeEvent = (row: Fields): Recognized => {
  const parts = {
    channel: row['EventLog'],
    provider: row['Source'],
    eventId: row['EventID'],
    hostname: row['Computer'],
    recordNumber: row['EventRecordId'],
    time: { kind: 'ISO', field: 'TimeGenerated', text: row['TimeGenerated'] },
  } as const;
  const message = row['RenderedDescription'];
  const fields = readDataXml(row['EventData']) ?? readParameters(Number(row['EventID']), row['ParameterXml']);
  return fields === null
    ? makeFromMessage({ ...parts, message })
    : makeRecord({ ...parts, fields: { ...fields, Message: message } });
};

const withoutEmpty = (row: Fields): Fields =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '' && value !== null));

/** Reads `<Param>S-1-5-18</Param><Param>WS7$</Param>`, the values in the order of the event's template. */
const readParameters = (eventId: number, xml: unknown): Fields | null => {
  if (typeof xml !== 'string' || !xml.includes('<Param>')) return null;
  const values = xml
    .split('<Param>')
    .slice(1)
    .map((part) => decodeEntities(part.split('</Param>', 1)[0] ?? ''));
  const names = listTemplateNames(eventId, values.length);
  return Object.fromEntries(
    values.flatMap((value, index) => {
      const name = names[index];
      return name === undefined ? [] : [[name, value]];
    }),
  );
};

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const decodeEntities = (text: string): string =>
  text.replaceAll(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name] ?? '');
