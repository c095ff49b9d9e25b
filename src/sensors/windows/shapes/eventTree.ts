import { asFields } from '../../fields.ts';
import type { Fields } from '../../fields.ts';

import { failed, makeRecord, UNKNOWN_FORMAT } from '../windowsRecord.ts';
import type { Recognized } from '../windowsRecord.ts';
import { asUtc } from './asUtc.ts';
import { readEpochSeconds } from './readEpochSeconds.ts';
import { dataOf } from './readEventData.ts';

/**
 * Makes a record of an event that is nested as in the Windows event schema: the JSON of evtx_dump, whose attributes are in `#attributes` or, with
 * `--separate-json-attributes`, next to their element; of EvtxECmd (`--fj`) and other converters of XML, whose attributes begin with @; of
 * golang-evtx, whose attributes are members. Event XML is parsed to the tree of evtx_dump.
 * https://learn.microsoft.com/windows/win32/wes/eventschema-schema · https://github.com/omerbenamram/evtx
 */
export const makeEventTree = ({ Event: event }: Fields): Recognized =>
  typeof event === 'object' && event !== null ? makeFromEvent(asFields(event)) : failed(UNKNOWN_FORMAT);

/** Makes a record of an event of Velociraptor's `parse_evtx()`, which has System and EventData at its root. https://github.com/Velocidex/evtx */
export const makeFromEvent = (event: Fields): Recognized => {
  const system = asFields(event['System']);
  return makeRecord({
    channel: textOf(system['Channel']),
    provider: attribute(system, 'Provider', 'Name'),
    eventId: textOf(system['EventID']),
    hostname: textOf(system['Computer']),
    recordNumber: textOf(system['EventRecordID']),
    time: {
      kind: 'ISO',
      field: 'TimeCreated SystemTime',
      text: readSystemTime(attribute(system, 'TimeCreated', 'SystemTime')),
    },
    fields: mapValues(dataOf(event), textOf),
  });
};

/** An element with attributes has its text in `#text` or `Value`. */
const textOf = (element: unknown): unknown => {
  if (typeof element !== 'object' || element === null || Array.isArray(element)) return element;
  const fields = asFields(element);
  return fields['#text'] ?? fields['Value'];
};

const attribute = (parent: Fields, element: string, name: string): unknown => {
  const own = asFields(parent[element]);
  const attributes = own['#attributes'] ?? parent[`${element}_attributes`];
  return attributes === undefined ? (own[`@${name}`] ?? own[name]) : asFields(attributes)[name];
};

/** The schema defines the time as UTC; some converters leave out its Z. Velociraptor writes seconds since 1970. */
const readSystemTime = (time: unknown): unknown =>
  typeof time === 'number' ? readEpochSeconds(time) : asUtc(time);

const mapValues = (fields: Fields, map: (value: unknown) => unknown): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, map(value)]));
