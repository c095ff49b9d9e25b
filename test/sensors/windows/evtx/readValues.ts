import { readEvtxChunk } from '../../../../src/sensors/windows/evtx/readEvtxChunk.ts';

/** The records of a chunk: its tree, or the reason why it cannot be read. */
export const readValues = (chunk: Buffer): readonly unknown[] =>
  readEvtxChunk(chunk).records.map((record) => (record.kind === 'VALUE' ? record.value : record.reason));
