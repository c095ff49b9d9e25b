import { setTimeout as sleep } from 'node:timers/promises';

import { reserveWork, WORK_PER_TURN } from '../../model/reserveWork.ts';

import { makeJournalExportReader } from '../../sensors/linux/journalExport.ts';

import type { BodyRecord } from '../ingest/bodyRecords.ts';

/** How the reading of an upload ended. */
export type UploadEnd = 'COMPLETE' | 'INCOMPLETE' | 'BROKEN' | 'BAD_GZIP' | 'TOO_SLOW' | 'CLOSING';

export type ReadingLimits = {
  /** The longest time that an entry waits for others to be stored with. */
  readonly tickMs: number;
  /** The total of all pauses of a sender that is slower than this rate. */
  readonly pauseMs: number;
  readonly bytesPerSecond: number;
  /** Counts the bytes that the sender has sent, which may be a thousandth of what they are decompressed to. */
  readonly countReceived: () => number;
  /** Whether the server is about to stop. */
  readonly isClosing: () => boolean;
};

/** Entries to store, in at most one transaction, and the bytes that were read for them. */
export type Batch = { readonly records: readonly BodyRecord[]; readonly bytes: number };

/** As long as a line of text at /ingest. */
const MAX_ENTRY_BYTES = 1_048_576;
/** A batch is stored in one transaction. Its entries take a few times these bytes of memory. */
const MAX_BATCH_ENTRIES = 1000;
const MAX_BATCH_BYTES = 1_048_576;
/** Parsing a chunk of 64 KiB takes half a turn of the event loop. */
const BYTES_PER_UNIT = (2 * 65_536) / WORK_PER_TURN;

/**
 * Cuts an upload into batches of entries, which are numbered from 1. It does not read ahead: while a batch is stored, the sender has to wait.
 *
 * Counts ticks of a timer instead of using the clock: while this process is busy, received bytes stay unread, but only one tick is late.
 */
export async function* readBatches(
  chunks: AsyncIterator<Buffer>,
  { tickMs, pauseMs, bytesPerSecond, countReceived, isClosing }: ReadingLimits,
): AsyncGenerator<Batch, UploadEnd, void> {
  const batch = makeBatch();
  const take = makeTake(chunks);
  let patienceMs = pauseMs;
  let received = 0;
  for (;;) {
    const tick = startTick(tickMs);
    let arrival: Arrival = await take(tick.ticked);
    while (arrival.kind === 'CHUNK') {
      await batch.add(arrival.chunk);
      const before = received;
      received = countReceived();
      patienceMs = Math.min(pauseMs, patienceMs + ((received - before) / bytesPerSecond) * 1000);
      if (batch.isFull()) break;
      arrival = await take(tick.ticked);
    }
    tick.end();
    for (const full of batch.empty()) yield full;
    if (arrival.kind === 'COMPLETE') return batch.isInEntry() ? 'INCOMPLETE' : 'COMPLETE';
    if (arrival.kind === 'BROKEN' || arrival.kind === 'BAD_GZIP') return arrival.kind;
    if (arrival.kind === 'TICK') patienceMs -= tickMs;
    if (isClosing()) return 'CLOSING';
    if (patienceMs <= 0) return 'TOO_SLOW';
  }
}

/** The entries that are not given out yet. */
const makeBatch = () => {
  const reader = makeJournalExportReader(MAX_ENTRY_BYTES);
  let records: BodyRecord[] = [];
  let count = 0;
  let bytes = 0;
  return {
    add: async (chunk: Buffer): Promise<void> => {
      const turn = reserveWork(chunk.length / BYTES_PER_UNIT);
      if (turn !== null) await turn;
      for (const entry of reader.push(chunk)) records.push({ ...entry, line: (count += 1) });
      bytes += chunk.length;
    },
    isFull: (): boolean => records.length >= MAX_BATCH_ENTRIES || bytes >= MAX_BATCH_BYTES,
    empty: (): readonly Batch[] => {
      // Bytes without an entry, such as those of a value that is passed over, are work, too.
      if (records.length === 0 && bytes < MAX_BATCH_BYTES) return [];
      const batches: Batch[] = [{ records: records.slice(0, MAX_BATCH_ENTRIES), bytes }];
      for (let start = MAX_BATCH_ENTRIES; start < records.length; start += MAX_BATCH_ENTRIES)
        batches.push({ records: records.slice(start, start + MAX_BATCH_ENTRIES), bytes: 0 });
      [records, bytes] = [[], 0];
      return batches;
    },
    isInEntry: reader.isInEntry,
  };
};

type Tick = { readonly kind: 'TICK' };
const TICK: Tick = { kind: 'TICK' };

type Arrival =
  | Tick
  | { readonly kind: 'CHUNK'; readonly chunk: Buffer }
  | { readonly kind: 'COMPLETE' | 'BROKEN' | 'BAD_GZIP' };

const startTick = (ms: number): { readonly ticked: Promise<Tick>; readonly end: () => void } => {
  const ended = new AbortController();
  const ticked = sleep(ms, TICK, { signal: ended.signal }).catch(() => TICK);
  return { ticked, end: () => ended.abort() };
};

/** Returns a function that waits for the next chunk or a tick. A chunk that a tick precedes is returned next. */
const makeTake = (chunks: AsyncIterator<Buffer>): ((ticked: Promise<Tick>) => Promise<Arrival>) => {
  let pending: Promise<Arrival> | null = null;
  return async (ticked) => {
    pending ??= arrive(chunks);
    const arrival = await Promise.race([pending, ticked]);
    if (arrival.kind !== 'TICK') pending = null;
    return arrival;
  };
};

const arrive = async (chunks: AsyncIterator<Buffer>): Promise<Arrival> => {
  try {
    const next = await chunks.next();
    return next.done === true ? { kind: 'COMPLETE' } : { kind: 'CHUNK', chunk: next.value };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { kind: code?.startsWith('Z_') === true ? 'BAD_GZIP' : 'BROKEN' };
  }
};
