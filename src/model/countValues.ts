/** Counts the values in JSON, lists and objects too; stops at a limit. Does not recurse, so that it may be as deep as it likes. */
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
