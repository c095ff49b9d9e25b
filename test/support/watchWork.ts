import { watchTurns } from '../../src/model/reserveWork.ts';

/** Runs work; returns the amount done before each turn of the event loop that it waited for, in the units of WORK_PER_TURN. */
export const watchWork = async (work: () => Promise<unknown>): Promise<readonly number[]> => {
  const turns: number[] = [];
  const unwatch = watchTurns((done) => void turns.push(done));
  try {
    await work();
  } finally {
    unwatch();
  }
  return turns;
};
