/**
 * The most work between two turns of the event loop, in units of about 20 µs on an idle machine: the time to parse one event. A slice takes
 * about 4 ms and stays below 50 ms on a machine that is ten times slower.
 */
export const WORK_PER_TURN = 200;

let doneInTurn = 0;
/** Work that was done without a reservation, and that the next reservation pays for. */
let owed = 0;
const waiting: { readonly weight: number; readonly start: () => void }[] = [];
const observers = new Set<(work: number) => void>();

/**
 * Reserves work in this turn of the event loop. The work may begin immediately if the result is null, otherwise when the promise is resolved:
 * `const turn = reserveWork(1); if (turn !== null) await turn;`
 *
 * The limit holds for the whole process and not for one request, so that parallel requests do not add up to a long block. Waiting work starts
 * in order of arrival, as much in each turn as the limit allows. Work that is heavier than the limit gets a turn of its own.
 */
export const reserveWork = (asked: number): Promise<void> | null => {
  const weight = asked + owed;
  owed = 0;
  if (doneInTurn === 0 || doneInTurn + weight <= WORK_PER_TURN) {
    doneInTurn += weight;
    return null;
  }
  return new Promise((resolve) => {
    waiting.push({ weight, start: resolve });
    if (waiting.length === 1) setImmediate(startTurn);
  });
};

/** Adds work that was not known in advance. The next reservation of the process includes it. */
export const addWork = (weight: number): void => {
  owed += weight;
};

/** setImmediate runs after the event loop has handled the I/O that arrived meanwhile. */
const startTurn = (): void => {
  for (const tell of observers) tell(doneInTurn);
  doneInTurn = 0;
  do {
    const next = waiting.shift();
    doneInTurn += next?.weight ?? 0;
    next?.start();
  } while (doneInTurn + (waiting[0]?.weight ?? Infinity) <= WORK_PER_TURN);
  if (waiting.length > 0) setImmediate(startTurn);
};

/** Reports, at the start of each turn that has waiting work, how much work the previous turn did. Returns a function that ends the reports. */
export const watchTurns = (tell: (work: number) => void): (() => void) => {
  observers.add(tell);
  return () => void observers.delete(tell);
};
