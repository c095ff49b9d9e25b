/** Counts the values in JSON, including lists and objects, up to a limit. Does not recurse, so any depth is safe. */
export const countValues = (json: unknown, limit: number): number => {
  const waiting: unknown[] = [json];
  let count = 0;
  while (waiting.length > 0 && count < limit) {
    const value = waiting.pop();
    count += 1;
    if (typeof value !== 'object' || value === null) continue;
    for (const member of Object.values(value)) waiting.push(member);
  }
  return count;
};
