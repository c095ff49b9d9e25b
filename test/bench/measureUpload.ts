import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { uploadTo } from '../support/ingest/uploads.ts';

import { ENTRIES_PER_LOGIN, makeJournal } from './makeJournal.ts';
import type { Journal } from './makeJournal.ts';
import { BATCH } from './measureIngest.ts';
import { formatCount, median } from './measurement.ts';
import type { Measurement } from './measurement.ts';
import { runImport } from './runImport.ts';
import type { Child } from './spawnChild.ts';

/** How many logins the journal of each round and way has. */
export type UploadRounds = { readonly count: number; readonly logins: number };

type Stage = { readonly api: Child; readonly folder: string; readonly fromMs: number };

/** Sends a whole journal. Throws if not all of its events are accepted. */
type Way = (stage: Stage, journal: Journal) => Promise<void>;

/**
 * Measures uploads in the journal export format against /ingest in batches, and against the import of such a file. Each sends the entries of
 * a host of its own over one connection, in turns.
 */
export const measureUpload = async (
  stage: Stage,
  { count, logins }: UploadRounds,
): Promise<readonly Measurement[]> => {
  const entries = logins * ENTRIES_PER_LOGIN;
  const rounds: Readonly<Record<keyof typeof WAYS, number>>[] = [];
  for (let round = 0; round < count; round += 1) {
    const timed = async (name: keyof typeof WAYS): Promise<number> => {
      const journal = makeJournal({ host: `${name}-${round}`, logins, fromMs: stage.fromMs });
      const startMs = performance.now();
      await WAYS[name](stage, journal);
      return (entries * 1000) / (performance.now() - startMs);
    };
    rounds.push({
      ingest: await timed('ingest'),
      upload: await timed('upload'),
      gzip: await timed('gzip'),
      import: await timed('import'),
    });
  }
  const ingest = median(rounds.map((round) => round.ingest));
  return ROWS.map(({ name, title, target }) => {
    const own = median(rounds.map((round) => round[name]));
    return {
      name: `${title} of ${formatCount(entries)} entries of a journal / the same by /ingest in batches of ${formatCount(BATCH)}`,
      ratio: median(rounds.map((round) => round[name] / round.ingest)),
      target,
      detail: `${formatCount(own)} / ${formatCount(ingest)} entries/s, medians of ${count} rounds`,
      values: { [`${name}, entries/s`]: own, 'ingest, entries/s': ingest },
    };
  });
};

const ROWS = [
  { name: 'upload', title: 'upload', target: { least: 0.7 } },
  { name: 'gzip', title: 'upload with gzip', target: { least: 0.7 } },
  { name: 'import', title: 'import, from start to exit,', target: null },
] as const;

const checkAccepted = (accepted: number, { events }: Journal): void => {
  if (accepted !== events) throw new Error(`${accepted} of ${events} events of a journal were accepted.`);
};

const upload =
  (encode: (body: Buffer) => Buffer, headers: Readonly<Record<string, string>>): Way =>
  async ({ api }, journal) => {
    const { status, body } = await uploadTo(api.origin, encode(journal.exported), headers);
    if (status !== 200) throw new Error(`HTTP ${status}: ${JSON.stringify(body)}`);
    checkAccepted(body.accepted, journal);
  };

const WAYS = {
  ingest: async ({ api }, journal) => {
    let accepted = 0;
    for (let start = 0; start < journal.lines.length; start += BATCH) {
      const body = journal.lines.slice(start, start + BATCH).join('\n');
      const answer = await fetch(`${api.origin}/ingest`, { method: 'POST', body });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`HTTP ${answer.status}: ${text}`);
      accepted += (JSON.parse(text) as { accepted: number }).accepted;
    }
    checkAccepted(accepted, journal);
  },
  upload: upload((body) => body, {}),
  gzip: upload((body) => gzipSync(body), { 'content-encoding': 'gzip' }),
  import: async ({ api, folder }, { exported }) => {
    const file = join(folder, 'journal.export');
    await writeFile(file, exported);
    await runImport(api, file);
  },
} satisfies Record<string, Way>;
