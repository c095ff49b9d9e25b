/** Replaces the names beyond the limit. */
const OTHER = 'other';

/** Keeps the first `most` different names and replaces all others with `other`: clients choose the names, and each is a permanent series. */
export const boundNames = (most: number): ((name: string) => string) => {
  const known = new Set<string>();
  return (name) => {
    if (known.has(name)) return name;
    if (known.size >= most) return OTHER;
    known.add(name);
    return name;
  };
};
