import { EVTX_MAGIC, makeEvtxCutter } from './cutEvtx.ts';
import { makeEventXmlCutter } from './cutEventXml.ts';
import { makeJsonObjectCutter } from './cutJsonObjects.ts';
import { makeJsonLineCutter, makeTextLineCutter } from './cutLines.ts';
import { findUtmpLayout, makeUtmpCutter } from './cutUtmp.ts';
import { openInput } from './openInput.ts';
import type { Cutter, RawRecord } from './rawRecord.ts';

/** Records that were read in one go, and how many bytes of the file they took. */
export type RecordBlock = { readonly records: readonly RawRecord[]; readonly bytes: number };

/**
 * Reads the records of a file (or `-`, standard input) in blocks of about a megabyte, in flat memory. How they are written is told by
 * how the content begins: lines of JSON, a JSON array or objects over several lines, event XML, lines of syslog or
 * auditd, EVTX, or wtmp; texts also in UTF-16, all of them also as gzip.
 *
 * @yields blocks of records, in order.
 * @throws the file system's or zlib's error, and an AbortError when the signal aborts.
 */
export async function* readRecords(file: string, signal: AbortSignal): AsyncGenerator<RecordBlock> {
  let cutter: Cutter | null = null;
  let beginning = Buffer.alloc(0);
  let waiting = 0;
  for await (const { content, bytes } of openInput(file, signal)) {
    if (cutter !== null) {
      yield { records: cutter.push(content), bytes };
      continue;
    }
    beginning = Buffer.concat([beginning, content]);
    waiting += bytes;
    if (!isTelling(beginning)) continue;
    cutter = chooseCutter(beginning);
    yield { records: cutter.push(beginning), bytes: waiting };
  }
  const last = cutter ?? chooseCutter(beginning);
  const records = cutter === null ? [...last.push(beginning), ...last.end()] : last.end();
  yield { records, bytes: cutter === null ? waiting : 0 };
}

const ENOUGH_BYTES = 65_536;

/** A whole first line that is not blank, or a lot. */
const isTelling = (beginning: Buffer): boolean =>
  beginning.length >= ENOUGH_BYTES || /\S[^\n]*\n/.test(beginning.toString('latin1'));

const chooseCutter = (beginning: Buffer): Cutter => {
  if (beginning.subarray(0, EVTX_MAGIC.length).equals(EVTX_MAGIC)) return makeEvtxCutter();
  const layout = findUtmpLayout(beginning.subarray(0, ENOUGH_BYTES));
  if (layout !== null) return makeUtmpCutter(layout);
  const text = beginning.toString('utf8', 0, ENOUGH_BYTES).replace(BYTE_ORDER_MARK, '').trimStart();
  if (TEXT_LINE.test(text)) return makeTextLineCutter();
  if (text.startsWith('<')) return makeEventXmlCutter();
  return OBJECTS.test(text) ? makeJsonObjectCutter() : makeJsonLineCutter();
};

const BYTE_ORDER_MARK = /^\uFEFF/;
/** A line of syslog, with or without its priority, or of auditd. */
const TEXT_LINE =
  /^(?:<\d{1,3}>|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d |\d{4}-\d\d-\d\dT\S+ \S+ |(?:node=\S+ )?type=\S+ msg=audit\()/;
/** An array; an object whose first line ends after its brace; evtx_dump's JSON. */
const OBJECTS = /^(?:\[|\{\s*\n|Record \d+\s*\n)/;
