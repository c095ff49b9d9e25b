import { isUtf8 } from 'node:buffer';
import { gunzipSync } from 'node:zlib';

import { startSensors } from '../../../src/sensors/startSensors.ts';
import type { Outcome, SensorOptions } from '../../../src/sensors/sensor.ts';

/** The expected result of reading a body: its outcomes, or the HTTP status of its rejection. */
export type WholeReading = readonly Outcome[] | number;

/** Reads a body of /ingest as a whole, in the simplest way. It is the oracle for reading in steps and in threads. */
export const readWhole = (body: Buffer, options: SensorOptions): WholeReading => {
  const plain = unpack(body);
  if (plain === null) return 400;
  const isDamaged = !isUtf8(plain);
  const text = plain.toString(isDamaged ? 'latin1' : 'utf8').replace(/^\uFEFF/, '');
  const start = text.trimStart();
  if (start.startsWith('[')) {
    const values = isDamaged ? undefined : parse(start);
    return Array.isArray(values)
      ? readAll(
          values.map((value) => ({ value })),
          options,
        )
      : 400;
  }
  const lines = text.split('\n').map((line) => (isDamaged ? readDamaged(line) : readLine(line)));
  const isLong = lines.filter((line) => line !== null).length > 1;
  const value = isLong && start.startsWith('{\n') ? parse(start) : undefined;
  return readAll(value === undefined ? lines : [{ value }], options);
};

const unpack = (body: Buffer): Buffer | null => {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return body;
  try {
    return gunzipSync(body);
  } catch {
    return null;
  }
};

type Line = { readonly value: unknown } | { readonly reason: string } | null;

const readDamaged = (latin1: string): Line => {
  const bytes = Buffer.from(latin1, 'latin1');
  if (isUtf8(bytes)) return readLine(bytes.toString());
  return latin1.trim().startsWith('{') ? { reason: 'not UTF-8' } : readLine(latin1);
};

const readLine = (line: string): Line => {
  const text = line.trim();
  if (text === '') return null;
  if (!text.startsWith('{')) return { value: text };
  const value = parse(text);
  return value === undefined ? { reason: 'not JSON' } : { value };
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const readAll = (lines: readonly Line[], options: SensorOptions): readonly Outcome[] => {
  const sensors = startSensors({ ...options, eventsAtOnce: Number.POSITIVE_INFINITY });
  const outcomes = lines.flatMap((line, index): readonly Outcome[] => {
    if (line === null) return [];
    const origin = { file: 'request', line: index + 1 };
    if ('value' in line) return sensors.read({ value: line.value, origin });
    return [{ kind: 'FAILED', reason: line.reason, origin: { ...origin, sensorEvent: 'unknown' } }];
  });
  return [...outcomes, ...sensors.flush()];
};
