import { beforeAll, describe, expect, test } from '@jest/globals';
import { isInputObjectType, isObjectType } from 'graphql';

import { makeSchema } from '../src/graphql/schema.ts';
import { ACTIONS } from '../src/model/action.ts';
import type { Action } from '../src/model/action.ts';
import { EVENT_FIELDS, fieldsOf } from '../src/model/eventFields.ts';
import type { EventFieldName } from '../src/model/eventFields.ts';

import { parseLines, runExportCommand } from './exporter/exporting.ts';
import { readCounts, runCommand, writeFile } from './importer/importing.ts';
import { useApi } from './support/api.ts';
import { useDatabase } from './support/database.ts';

const api = useApi(useDatabase());

/** A canonical value of each field; the export returns it unchanged. */
const SAMPLE = {
  time: '2026-11-16T09:00:00.123456Z',
  hostname: 'WS1',
  user: 'CORP\\ana',
  uid: 'S-1-5-18',
  loginId: '0xa1',
  sourceId: 'windows/security/7',
  loginType: 'RDP',
  loginSuccessful: true,
  linkedLoginId: '0xa2',
  srcIp: '10.0.0.54',
  srcPort: 50438,
  destIp: 'fe80::1',
  destPort: 3389,
  srcHostname: 'WS5',
} as const satisfies Record<EventFieldName, unknown>;

const FIELDS = Object.keys(EVENT_FIELDS) as EventFieldName[];

/** An event with every field that applies to its action, as clients send it. */
const fullEvent = (action: Action): object => ({
  [action.toLowerCase()]: Object.fromEntries(fieldsOf(action).map((field) => [field, SAMPLE[field]])),
});

const EVENTS = ACTIONS.map(fullEvent);

describe('every field of an event', () => {
  beforeAll(async () => {
    const { output } = await runCommand(['--url', api().url, writeFile(EVENTS)]);
    const { accepted } = readCounts(output);
    // The output, so that a failure shows why an event was not accepted.
    expect(accepted === EVENTS.length ? 'all are accepted' : output).toBe('all are accepted');
  });

  test('is imported, stored and exported', async () => {
    const { output } = await runExportCommand(['events', '--url', api().url]);
    expect(parseLines(output)).toHaveLength(EVENTS.length);
    expect(parseLines(output)).toEqual(expect.arrayContaining(EVENTS));
  });

  test.each(FIELDS.filter((field) => field !== 'linkedLoginId'))('is filtered: %s', async (field) => {
    const condition = field === 'time' ? { from: SAMPLE.time } : { eq: SAMPLE[field] };
    const { data, errors } = await api().query(
      'query ($filter: SessionEventFilter) { sessionEvents(filter: $filter) { nodes { action } } }',
      { filter: { [field]: condition } },
    );
    expect(errors).toBeUndefined();
    const found = data.sessionEvents.nodes.map(({ action }: { readonly action: string }) => action);
    expect(found.toSorted()).toEqual(ACTIONS.filter((action) => fieldsOf(action).includes(field)).toSorted());
  });
});

describe('in the schema', () => {
  const schema = makeSchema();

  const fieldNamesOf = (typeName: string): readonly string[] => {
    const type = schema.getType(typeName);
    if (!isObjectType(type) && !isInputObjectType(type)) throw new Error(`${typeName} is missing.`);
    return Object.keys(type.getFields());
  };

  test.each(ACTIONS)('%s has every field that applies to it, in its type and its input', (action) => {
    const name = action.charAt(0) + action.slice(1).toLowerCase();
    expect(fieldNamesOf(`${name}Event`)).toEqual(expect.arrayContaining([...fieldsOf(action)]));
    expect(fieldNamesOf(`${name}EventInput`).toSorted()).toEqual(fieldsOf(action).toSorted());
  });
});
