/**
 * Remembers what is found for a program: a log has few programs, and many messages of each. An attacker's names must not fill the memory, so long
 * names and those beyond the first 2,000 are not remembered.
 */
export const perProgram = <Found>(find: (program: string) => Found): ((program: string) => Found) => {
  const known = new Map<string, Found>();
  return (program) => {
    const before = known.get(program);
    if (before !== undefined) return before;
    const found = find(program);
    // A part of a line keeps the whole line in memory, a copy does not.
    if (known.size < MAX_KNOWN && program.length <= MAX_LENGTH)
      known.set(Buffer.from(program).toString(), found);
    return found;
  };
};

const MAX_KNOWN = 2_000;
const MAX_LENGTH = 63;
