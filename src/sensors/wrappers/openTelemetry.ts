import { asFields } from '../fields.ts';
import type { Fields } from '../fields.ts';
import { findHost } from './hostLabels.ts';
import { isRawText } from './rawText.ts';
import { formatNanoseconds } from './unixTime.ts';
import type { Inner, Wrapper } from './wrapper.ts';

/**
 * Log records of OpenTelemetry: the lines of the collector's file exporter, and requests of OTLP over HTTP in JSON. The body is a line, or a map,
 * such as the entry of the journald receiver or the event of the windowseventlog receiver.
 * https://opentelemetry.io/docs/specs/otlp · https://opentelemetry.io/docs/specs/otel/logs/data-model
 */
export const OPEN_TELEMETRY: Wrapper = {
  name: 'OpenTelemetry logs',
  of: 'OBJECT',
  marks: ['resourceLogs'],
  open: ({ resourceLogs }) =>
    listOf(resourceLogs).flatMap((resourceLog) => {
      const resource = readPairs(asFields(asFields(resourceLog)['resource'])['attributes']);
      const scopes =
        asFields(resourceLog)['scopeLogs'] ?? asFields(resourceLog)['instrumentationLibraryLogs'];
      return listOf(scopes).flatMap((scope) =>
        listOf(asFields(scope)['logRecords']).map((record) => openLogRecord(asFields(record), resource)),
      );
    }),
};

const openLogRecord = (record: Fields, resource: Fields): Inner => {
  const attributes = readPairs(record['attributes']);
  const time = formatNanoseconds(record['timeUnixNano']);
  const known = {
    hostname: findHost(attributes) ?? findHost(resource),
    time: time ?? formatNanoseconds(record['observedTimeUnixNano']),
  };
  const body = readValue(record['body'], 0);
  const original = attributes['log.record.original'];
  if (typeof body !== 'string')
    return { value: typeof original === 'string' ? original : addTime(body, record['timeUnixNano']), known };
  const raw = [body, original].find(isRawText);
  // The syslog receiver parses a line into attributes.
  const hasParts = raw === undefined && Object.hasOwn(attributes, 'appname');
  return hasParts
    ? { value: { timestamp: time, message: body, ...attributes }, known }
    : { value: raw ?? body, known };
};

/** The journald receiver moves the time of an entry out of the entry, into the record. */
const addTime = (body: unknown, nanoseconds: unknown): unknown =>
  Object.hasOwn(asFields(body), 'MESSAGE') && formatNanoseconds(nanoseconds) !== undefined
    ? { __REALTIME_TIMESTAMP: String(nanoseconds).slice(0, -3), ...asFields(body) }
    : body;

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as readonly unknown[]) : [];

const readPairs = (pairs: unknown, depth = 0): Fields =>
  Object.fromEntries(
    listOf(pairs).map((pair) => {
      const { key, value } = asFields(pair);
      return [typeof key === 'string' ? key : '', readValue(value, depth)];
    }),
  );

/** Bodies are nested less deeply. */
const MAX_VALUE_DEPTH = 20;

/** Reads a value of any type: `{"stringValue": "…"}`, `{"kvlistValue": {"values": […]}}` and so on. */
const readValue = (value: unknown, depth: number): unknown => {
  const any = asFields(value);
  if (depth > MAX_VALUE_DEPTH) return null;
  if ('kvlistValue' in any) return readPairs(asFields(any['kvlistValue'])['values'], depth + 1);
  if ('arrayValue' in any) {
    return listOf(asFields(any['arrayValue'])['values']).map((one) => readValue(one, depth + 1));
  }
  if ('bytesValue' in any) return Buffer.from(String(any['bytesValue']), 'base64').toString('utf8');
  // An integer of 64 bits is text.
  return any['stringValue'] ?? any['intValue'] ?? any['doubleValue'] ?? any['boolValue'] ?? null;
};
