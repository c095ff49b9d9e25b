import { measureExplorer } from './explorer/measureExplorer.ts';
import { measureGrowth } from './growth/measureGrowth.ts';
import { installPeers } from './installPeers.ts';
import { makeReport } from './makeReport.ts';
import { measureAll } from './measureAll.ts';
import type { Measurement } from './measurement.ts';
import { measureMix } from './measureMix.ts';
import { measurePeers } from './measurePeers.ts';
import { measureStart } from './measureStart.ts';
import { readFlags } from './readFlags.ts';
import { FULL, LEFT_OUT, QUICK } from './sizes.ts';
import { withPostgres } from './withPostgres.ts';
import { withStore } from './withStore.ts';

const { isQuick, growthEvents, isPeers, mixMinutes, isExplorer, json, words } = readFlags();
const size = isQuick ? QUICK : FULL;
const { add, finish } = makeReport(json, words);

const reportAll = (measurements: readonly Measurement[]): void => {
  for (const measurement of measurements) add(measurement);
};

if (isPeers) {
  const node = installPeers();
  // All three run on the Node that PostGraphile needs.
  const peers = { ...size.peers, node };
  await withStore(peers, async (store) => reportAll(await measurePeers(store, peers)));
}
if (mixMinutes !== null) {
  const watched = { ...size.mix, preload: 'test/bench/watchBlocks.js' };
  await withStore(watched, async (store) =>
    reportAll(await measureMix(store, { ...size.mix, minutes: mixMinutes })),
  );
}
if (isExplorer) {
  const { explorer } = size;
  await withStore(explorer, async (store) => measureExplorer(store, { ...explorer, report: add }));
}
if (growthEvents !== null) {
  const settings = {
    shared_preload_libraries: 'pg_stat_statements',
    'pg_stat_statements.track_planning': 'on',
  };
  await withPostgres(async (place) => measureGrowth(place, { events: growthEvents, report: add }), settings);
}
if (!isPeers && mixMinutes === null && !isExplorer && growthEvents === null) {
  reportAll(await measureStart(size.starts));
  await withPostgres(async (place) => measureAll(place, { size, report: add }));
  if (isQuick) console.log(`--quick does not measure ${LEFT_OUT}.`);
}
finish();
