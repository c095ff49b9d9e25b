/** What stands for every name after the last that has a place. */
const OTHER = 'other';

/** Gives the first `most` different names a place and calls the rest `other`: clients choose names, and each is a series for ever. */
export const boundNames = (most: number): ((name: string) => string) => {
  const known = new Set<string>();
  return (name) => {
    if (known.has(name)) return name;
    if (known.size >= most) return OTHER;
    known.add(name);
    return name;
  };
};
